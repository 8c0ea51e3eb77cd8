/*
 * Copyright 2026 The EKS Fleet Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import { randomUUID } from 'node:crypto';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { versionRank } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { DateTime } from 'luxon';
import type { ObservationChange } from '../collection/types';
import type { AssessmentInputs, KnownCluster, Round } from './AssessmentInputs';
import { assessReadiness } from './assess/assessReadiness';
import { currentVersion } from './assess/context';
import { nextAssessment } from './nextAssessment';
import type { ReadinessListener, WaiverChange } from './ReadinessListener';
import type {
  DueCluster,
  ReadinessStore,
  TargetChange,
  WaiverStore,
} from './store/types';
import type { Assessment, ClusterFacts } from './types';

const BATCH = 50;
/** The catalog may lose a cluster for a while; its findings' age is kept. */
const FORGET_AFTER_DAYS = 7;

/**
 * Keeps verdicts up with what is observed: what changed is marked and soon
 * assessed anew, and everything from time to time.
 */
export class ReadinessAssessor {
  readonly #store: ReadinessStore;
  readonly #waivers: WaiverStore;
  readonly #inputs: AssessmentInputs;
  readonly #logger: LoggerService;
  readonly #listeners: ReadinessListener[] = [];

  constructor(options: {
    store: ReadinessStore;
    waivers: WaiverStore;
    inputs: AssessmentInputs;
    logger: LoggerService;
  }) {
    this.#store = options.store;
    this.#waivers = options.waivers;
    this.#inputs = options.inputs;
    this.#logger = options.logger;
  }

  addListener(listener: ReadinessListener): void {
    this.#listeners.push(listener);
  }

  /** An `ObservationListener`. */
  async onObservation({ cluster }: ObservationChange): Promise<void> {
    await this.#store.mark([cluster.arn]);
  }

  /**
   * Assesses each cluster that is due, and ends waivers whose time is up.
   *
   * @returns how many clusters were assessed
   */
  async assessDue(now: Date, signal?: AbortSignal): Promise<number> {
    await this.#expireWaivers(now);
    const round = await this.#inputs.begin(now);
    let assessed = 0;
    let afterArn: string | undefined;
    for (;;) {
      const due = await this.#store.due({ now, limit: BATCH, afterArn });
      assessed += await this.#assessBatch(due, round);
      afterArn = due.at(-1)?.facts.arn;
      if (due.length < BATCH || signal?.aborted) {
        break;
      }
    }
    await this.#store.prune(
      DateTime.fromJSDate(now).minus({ days: FORGET_AFTER_DAYS }).toJSDate(),
    );
    return assessed;
  }

  /** Assesses these now, whether they are due or not. */
  async assessNow(arns: string[], now: Date): Promise<void> {
    const round = await this.#inputs.begin(now);
    await this.#assessBatch(await this.#store.find(arns), round);
  }

  /**
   * What stands between one cluster and a version at this moment; nothing is
   * recorded.
   *
   * @param choose - says which version, of those that it can be moved to
   */
  async assess(
    cluster: ClusterFacts,
    now: Date,
    choose: (targets: string[], current: string) => string,
  ): Promise<{ assessment: Assessment; targets: string[] }> {
    const round = await this.#inputs.begin(now);
    const [known] = await this.#inputs.gather([cluster], now);
    const targets = this.#inputs.targets(known, round);
    const target = choose(targets, currentVersion(known) ?? '');
    const input = await this.#inputs.forTarget(known, target, round);
    return { assessment: assessReadiness(input), targets };
  }

  async tellWaiver(change: WaiverChange): Promise<void> {
    await this.#tell(listener => listener.onWaiverChanged?.(change));
  }

  async #assessBatch(due: DueCluster[], round: Round): Promise<number> {
    if (due.length === 0) {
      return 0;
    }
    const claim = randomUUID();
    await this.#store.claim(
      due.map(({ facts }) => facts.arn),
      claim,
    );
    const gathered = await this.#inputs.gather(
      due.map(({ facts }) => facts),
      round.now,
    );
    let assessed = 0;
    for (const [index, cluster] of due.entries()) {
      try {
        await this.#assessOne(cluster, gathered[index], { claim, round });
        assessed++;
      } catch (error) {
        // The others are no worse for it; it stays due.
        this.#logger.error(
          `Could not assess the readiness of ${cluster.facts.arn}`,
          toError(error),
        );
      }
    }
    return assessed;
  }

  async #assessOne(
    cluster: DueCluster,
    known: KnownCluster,
    { claim, round }: { claim: string; round: Round },
  ): Promise<void> {
    const { now } = round;
    const targets = this.#inputs.targets(known, round);
    const assessments: Assessment[] = [];
    for (const target of targets) {
      const input = await this.#inputs.forTarget(known, target, round);
      assessments.push(assessReadiness(input));
    }
    const { settings } = this.#inputs;
    const result = await this.#store.replace(cluster, assessments, {
      claim,
      now,
      dueAt: nextAssessment({ ...known, settings, now }),
    });
    if (result.outcome === 'replaced') {
      const next = targets[0] ?? '';
      for (const change of result.changes) {
        await this.#tellChange(cluster.facts, change, { next, now });
      }
    }
  }

  async #expireWaivers(now: Date): Promise<void> {
    const expired = await this.#waivers.expire(now);
    if (expired.length === 0) {
      return;
    }
    const arns = expired.map(({ arn }) => arn);
    await this.#store.mark(arns);
    const clusters = new Map(
      (await this.#store.find(arns)).map(({ facts }) => [facts.arn, facts]),
    );
    for (const { arn, ...waiver } of expired) {
      const cluster = clusters.get(arn);
      if (cluster) {
        const at = waiver.until;
        await this.tellWaiver({ cluster, waiver, what: 'expired', at });
      }
    }
  }

  async #tellChange(
    cluster: ClusterFacts,
    change: TargetChange,
    { next, now }: { next: string; now: Date },
  ): Promise<void> {
    const { assessment, before, newBlockers, clearedBlockers } = change;
    const { target, verdict } = assessment;
    if (
      before === verdict &&
      newBlockers.length === 0 &&
      clearedBlockers.length === 0
    ) {
      return;
    }
    await this.#tell(listener =>
      listener.onReadinessChanged?.({
        cluster,
        target,
        isNext: versionRank(target) === versionRank(next),
        before,
        after: verdict,
        newBlockers,
        clearedBlockers,
        at: now.toISOString(),
      }),
    );
  }

  async #tell(
    tell: (listener: ReadinessListener) => Promise<void> | undefined,
  ): Promise<void> {
    for (const listener of this.#listeners) {
      try {
        await tell(listener);
      } catch (error) {
        this.#logger.error(
          'Somebody who was told of a change of readiness failed',
          toError(error),
        );
      }
    }
  }
}
