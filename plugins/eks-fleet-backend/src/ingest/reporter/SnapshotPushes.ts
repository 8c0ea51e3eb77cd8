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

import type {
  ReportedPolicyPart,
  TakenPolicyPart,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { FleetClusters } from '../../collection/FleetClusters';
import type { ObservationIntake } from '../../collection/ObservationIntake';
import type { ObservationReader } from '../../collection/types';
import type { ReportingCluster } from '../../kubernetes/reporter/ReporterGate';
import type { SnapshotIngest } from '../../policy/ingest/SnapshotIngest';
import { IngestRefusal } from '../IngestRefusal';
import type { PushedFeeds } from '../push/PushedFeeds';
import type { SnapshotPartStore } from '../push/types';
import { tokenClusterOf } from '../tokens/tokenClusterOf';

const TIMEOUT_MS = 4 * 60_000;
const MAX_MESSAGE_LENGTH = 1000;

export interface SnapshotPushesOptions {
  store: SnapshotPartStore;
  feeds: Pick<PushedFeeds, 'take'>;
  ingest: Pick<SnapshotIngest, 'stateOf'>;
  fleet: Pick<FleetClusters, 'find'>;
  observations: Pick<ObservationReader, 'ofMany'>;
  intake: Pick<ObservationIntake, 'put'>;
  /** What a reporter may push. */
  kinds: readonly string[];
  now: () => Date;
}

/**
 * Takes what reporters read of policies, in parts. Nothing that was there
 * before is gone until the last part has come.
 */
export class SnapshotPushes {
  readonly #options: SnapshotPushesOptions;

  constructor(options: SnapshotPushesOptions) {
    this.#options = options;
  }

  /** @throws IngestRefusal that says what would be taken */
  async take(
    cluster: ReportingCluster,
    part: ReportedPolicyPart,
  ): Promise<TakenPolicyPart> {
    const { feeds, kinds, now, store } = this.#options;
    const { arn } = cluster;
    const { feed, final, sequence } = part;
    if (!kinds.includes(feed)) {
      throw new IngestRefusal(
        'invalid',
        `feed: ${feed} is none of ${kinds.join(', ')}`,
      );
    }
    if (part.error) {
      await this.#fail(cluster, part, part.error);
      return { taken: 'error', next: 0 };
    }
    const taken = await store.take(tokenClusterOf(cluster), part, now());
    if (taken.isComplete) {
      await feeds.take({ arn, feed }, AbortSignal.timeout(TIMEOUT_MS));
    }
    return {
      taken: taken.isComplete ? 'snapshot' : 'part',
      next: taken.next,
      previous:
        sequence === 0 && !final ? await this.#stateOf(arn, feed) : undefined,
    };
  }

  async #fail(
    cluster: ReportingCluster,
    { feed }: ReportedPolicyPart,
    { code, message }: NonNullable<ReportedPolicyPart['error']>,
  ): Promise<void> {
    const { intake, now, store } = this.#options;
    await store.giveUp({ arn: cluster.arn, feed });
    await intake.put([
      {
        cluster,
        kind: feed,
        source: 'reporter',
        observedAt: now(),
        error: { code, message: message.slice(0, MAX_MESSAGE_LENGTH) },
      },
    ]);
  }

  /** What the reporter gets back to tell whether anything has changed. */
  async #stateOf(arn: string, feed: string): Promise<string | undefined> {
    const { fleet, ingest, now, observations } = this.#options;
    const known = (await observations.ofMany([arn], [feed])).get(arn)?.[feed];
    const cluster = (await fleet.find([arn])).get(arn);
    return known?.document !== undefined && cluster
      ? ingest.stateOf(cluster, feed, now())
      : undefined;
  }
}
