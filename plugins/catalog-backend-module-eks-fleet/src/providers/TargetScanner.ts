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

import type { AwsTarget } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import pLimit from 'p-limit';
import { randomUUID } from 'node:crypto';
import { explainFailure } from '../discovery/explainFailure';
import { readTarget } from '../discovery/readTarget';
import { TargetError } from '../discovery/TargetError';
import type { ControlPlanes } from '../report/TargetReporter';
import {
  toControlPlane,
  toControlPlaneFailure,
} from '../report/toControlPlane';
import type { TargetRecord } from '../state/types';
import { inCatalog, makeEntities } from './makeEntities';
import { nextAttempt } from './nextAttempt';
import { OneAfterTheOther } from './OneAfterTheOther';
import { frequencySeconds, timeoutMs } from './schedule';
import type { StateReport } from './StateReport';
import { toTarget, type DiscoveryParts } from './types';

/** Targets that are worked on at once; calls are limited elsewhere. */
const TARGETS_AT_ONCE = 50;

/**
 * Reads targets, hands over what they have, and writes down how it went. Each
 * target fails alone, and keeps what it gave before.
 */
export class TargetScanner {
  readonly #parts: DiscoveryParts;
  readonly #report: StateReport;
  readonly #owner = randomUUID();
  /** By account and Region. */
  readonly #order = new OneAfterTheOther();

  constructor(parts: DiscoveryParts, report: StateReport) {
    this.#parts = parts;
    this.#report = report;
  }

  /** @throws what kept it from being written down, when all is over */
  async scan(records: TargetRecord[], signal?: AbortSignal): Promise<void> {
    const { config, store, takenNames } = this.#parts;
    const known = await store.listClusters({ provider: config.id });
    const taken = await takenNames.find(known.map(one => one.entityRef));
    const limit = pLimit(TARGETS_AT_ONCE);
    const outcomes = await Promise.allSettled(
      records.map(record => limit(() => this.#scanOne(record, taken, signal))),
    );
    const broken = outcomes.find(outcome => outcome.status === 'rejected');
    if (broken) {
      throw broken.reason;
    }
  }

  async #scanOne(
    record: TargetRecord,
    taken: Map<string, string>,
    signal?: AbortSignal,
  ): Promise<void> {
    await this.#order.run(
      `${record.accountId}/${record.region}`,
      async waited => {
        const current = waited
          ? await this.#parts.store.getTarget(record)
          : undefined;
        await this.#claim(current ?? record, taken, signal);
      },
    );
  }

  async #claim(
    record: TargetRecord,
    taken: Map<string, string>,
    signal?: AbortSignal,
  ): Promise<void> {
    const { config, reporter, store } = this.#parts;
    const target = toTarget(record);
    const now = this.#parts.now().getTime();
    const until = now + timeoutMs(config.schedule);
    if (
      signal?.aborted ||
      !(await store.claimTarget(record, this.#owner, now, until))
    ) {
      return;
    }
    let said: ControlPlanes;
    try {
      said = await this.#read(target, taken, signal);
    } finally {
      await store.releaseTarget(target, this.#owner);
    }
    await this.#report.changed(record);
    await reporter.controlPlanes(config.id, target, new Date(now), said);
  }

  /** @returns what was said of the clusters that are in the catalog now */
  async #read(
    target: AwsTarget,
    taken: Map<string, string>,
    signal?: AbortSignal,
  ): Promise<ControlPlanes> {
    const { aws, config, handover, store, takenNames, transformer } =
      this.#parts;
    aws.setLimits(target, config.limits);
    const known = await store.listClusters({ provider: config.id, target });
    let reading;
    try {
      reading = await readTarget(aws, target, known, signal);
    } catch (cause) {
      await this.#fail(target, cause, signal);
      return { clusters: [], failures: [] };
    }

    const { clusters, unreadable, missingArns } = reading;
    const made = await makeEntities(clusters, target, config, transformer?.());
    await handover.add(made.entities);
    const knownArns = new Set(known.map(({ arn }) => arn));
    const takenAtFirst = await takenNames.find(
      made.seen
        .filter(({ arn }) => !knownArns.has(arn))
        .map(({ entityRef }) => entityRef),
    );
    const takenBy = (entityRef: string) =>
      taken.get(entityRef) ?? takenAtFirst.get(entityRef);
    const now = this.#parts.now();
    const clusterCount = clusters.length + unreadable.length;
    await store.recordSuccess(config.id, target, {
      at: now.toISOString(),
      nextAttemptAt: this.#nextAttempt({ clusterCount }, now),
      clusterCount,
      unreadable: unreadable.map(({ name, error }) => ({
        name,
        code: error.code,
        reason: error.message,
      })),
      rejects: [
        ...made.rejects,
        ...made.seen
          .filter(({ entityRef }) => takenBy(entityRef))
          .map(({ clusterName, entityRef }) => ({
            name: clusterName,
            reason: `The catalog already has ${entityRef} from ${takenBy(
              entityRef,
            )}; remove that one, so that the discovered cluster can take its place.`,
          })),
      ],
      seen: made.seen,
      listedArns: [...unreadable.map(({ arn }) => arn), ...made.rejectedArns],
      // Leaving a cluster out takes the same careful path as its deletion.
      missingArns: [...missingArns, ...made.leftOutArns],
    });
    return {
      clusters: inCatalog(clusters, made).map(toControlPlane),
      failures: unreadable
        .filter(({ arn }) => knownArns.has(arn))
        .map(toControlPlaneFailure),
    };
  }

  async #fail(
    target: AwsTarget,
    cause: unknown,
    signal?: AbortSignal,
  ): Promise<void> {
    const { aws, store } = this.#parts;
    const error = await explainFailure(
      aws,
      target,
      signal?.aborted
        ? new TargetError('timeout', 'The scan ran out of time.')
        : cause,
    );
    const now = this.#parts.now();
    await store.recordFailure(target, {
      at: now.toISOString(),
      nextAttemptAt: this.#nextAttempt({ error: error.code }, now),
      error,
    });
  }

  #nextAttempt(outcome: Parameters<typeof nextAttempt>[0], now: Date): string {
    const { schedule } = this.#parts.config;
    return nextAttempt(outcome, now, frequencySeconds(schedule)).toISOString();
  }
}
