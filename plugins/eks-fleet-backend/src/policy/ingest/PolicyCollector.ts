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

import type { ControlPlaneDocument } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type {
  ClusterCollector,
  CollectedCluster,
  CollectorContext,
  PolicySource,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { SnapshotIngest, type SnapshotIngestOptions } from './SnapshotIngest';
import type { PolicyFeedDocument } from './SnapshotSink';

/** Scheduled runs that may be missed before a snapshot counts as stale. */
const FRESH_RUNS = 3;

export interface PolicyCollectorOptions extends SnapshotIngestOptions {
  source: PolicySource;
}

/**
 * Collects what a source says of policies, so that the source is scheduled,
 * refreshed, found stale and shown like all others.
 */
export class PolicyCollector implements ClusterCollector<PolicyFeedDocument> {
  readonly kind: string;
  readonly schedule: PolicySource['schedule'];
  readonly #source: PolicySource;
  /** Where one of them applies, this one does not. */
  readonly #preferred: readonly PolicySource[];
  readonly #ingest: SnapshotIngest;

  constructor({ source, ...options }: PolicyCollectorOptions) {
    this.kind = source.kind;
    this.schedule = source.schedule;
    this.#source = source;
    this.#preferred = (options.sources ?? []).filter(({ insteadOf }) =>
      insteadOf?.includes(source.kind),
    );
    this.#ingest = new SnapshotIngest(options);
  }

  appliesTo(
    cluster: CollectedCluster,
    controlPlane?: ControlPlaneDocument,
  ): boolean {
    const applies = (source: PolicySource) =>
      source.appliesTo?.(cluster, controlPlane) ?? true;
    return applies(this.#source) && !this.#preferred.some(applies);
  }

  async collect(
    cluster: CollectedCluster,
    context: CollectorContext<PolicyFeedDocument>,
  ): Promise<PolicyFeedDocument> {
    const { controlPlane, now, previous, signal } = context;
    const observedAt = now();
    const { everySeconds, freshForSeconds = FRESH_RUNS * everySeconds } =
      this.schedule;
    return this.#ingest.take({
      cluster,
      feed: this.kind,
      observedAt,
      freshUntil: new Date(observedAt.getTime() + freshForSeconds * 1000),
      previous: previous?.document,
      signal,
      read: (sink, state) =>
        this.#source.read(cluster, sink, {
          signal,
          controlPlane,
          previous: state,
          now,
        }),
    });
  }
}
