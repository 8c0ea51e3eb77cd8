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

import { InputError, NotFoundError } from '@backstage/errors';
import type {
  Waiver,
  WaiverRequest,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { DateTime } from 'luxon';
import { isWaivable } from './assess/assessReadiness';
import type { ReadinessAssessor } from './ReadinessAssessor';
import type { WaiverStore } from './store/types';
import type { ClusterFacts, Finding } from './types';

const MAX_DAYS = 180;
const MIN_REASON = 10;

/** Agreeing to go on in spite of a finding, and taking that back. */
export class ReadinessWaivers {
  readonly #waivers: WaiverStore;
  readonly #assessor: ReadinessAssessor;

  constructor(options: { waivers: WaiverStore; assessor: ReadinessAssessor }) {
    this.#waivers = options.waivers;
    this.#assessor = options.assessor;
  }

  /**
   * @throws InputError for a finding that is not there or needs no waiver, and
   *   for an end that is past or too far away
   */
  async grant(
    cluster: ClusterFacts,
    request: WaiverRequest,
    by: string,
  ): Promise<Waiver> {
    const now = new Date();
    const until = checkUntil(request.until, now);
    const reason = request.reason.trim();
    if (reason.length < MIN_REASON) {
      throw new InputError('reason: is too short to be understood later');
    }
    const finding = await this.#find(cluster, request.findingKey, now);
    if (!finding) {
      throw new InputError(
        `findingKey: ${cluster.name} has no finding ${JSON.stringify(
          request.findingKey,
        )}`,
      );
    }
    if (!isWaivable(finding)) {
      throw new InputError(
        finding.severity === 'unknown'
          ? 'findingKey: what is not known cannot be waived; it has to be observed'
          : 'findingKey: this finding does not keep the cluster from being ready, and needs no waiver',
      );
    }
    const waiver = await this.#waivers.add(
      cluster,
      { findingKey: finding.key, reason, until, by },
      now,
    );
    await this.#tell(cluster, { waiver, what: 'granted', by }, now);
    return waiver;
  }

  /** Once more does no harm. @throws NotFoundError for one that is not there */
  async end(cluster: ClusterFacts, id: string, by: string): Promise<void> {
    const now = new Date();
    const waiver = await this.#waivers.find(cluster, id, now);
    if (!waiver) {
      throw new NotFoundError(`No waiver ${id} on ${cluster.entityRef}`);
    }
    if (await this.#waivers.end(id, by, now)) {
      const ended = { ...waiver, active: false };
      await this.#tell(cluster, { waiver: ended, what: 'ended', by }, now);
    }
  }

  async #tell(
    cluster: ClusterFacts,
    change: { waiver: Waiver; what: 'granted' | 'ended'; by: string },
    now: Date,
  ): Promise<void> {
    await this.#assessor.assessNow([cluster.arn], now);
    await this.#assessor.tellWaiver({
      cluster,
      ...change,
      at: now.toISOString(),
    });
  }

  /** A finding of any of the cluster's targets will do. */
  async #find(
    cluster: ClusterFacts,
    key: string,
    now: Date,
  ): Promise<Finding | undefined> {
    let count = 1;
    for (let index = 0; index < count; index++) {
      const { assessment, targets } = await this.#assessor.assess(
        cluster,
        now,
        (choices, current) => choices[index] ?? current,
      );
      const found = assessment.findings.find(finding => finding.key === key);
      if (found) {
        return found;
      }
      count = targets.length;
    }
    return undefined;
  }
}

function checkUntil(until: string, now: Date): string {
  const end = DateTime.fromISO(until, { zone: 'utc' });
  if (!end.isValid) {
    throw new InputError(`until: ${JSON.stringify(until)} is no time`);
  }
  if (end.toMillis() <= now.getTime()) {
    throw new InputError('until: is not in the future');
  }
  if (end > DateTime.fromJSDate(now).plus({ days: MAX_DAYS })) {
    throw new InputError(
      `until: is more than ${MAX_DAYS} days away, which is the longest a waiver lasts`,
    );
  }
  return end.toJSDate().toISOString();
}
