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
  PolicyOutcome,
  PolicySnapshot,
  PolicySource,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { ObservationFailure } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { utc } from '../../database/text';
import { safeText } from '../../inventory/safeText';
import type { PolicyIngestStore } from '../store/types';
import type { DueRule } from '../types';
import { SnapshotSink, type PolicyFeedDocument } from './SnapshotSink';
import type { ResolvedOwner } from './toFinding';
import { Turns } from './Turns';

/** Scheduled runs that may be missed before a snapshot counts as stale. */
const FRESH_RUNS = 3;
const MAX_STATE_BYTES = 4_096;
const MAX_NOTES = 20;

/**
 * Of all feeds of this process: so many read at once, and fewer write, so that
 * pages are answered meanwhile.
 */
const TURNS = new Turns(2);

/** Says whose findings are. */
export interface OwnerResolver {
  /** One for each outcome. */
  resolve(
    cluster: CollectedCluster,
    outcomes: PolicyOutcome[],
  ): Promise<ResolvedOwner[]>;
}

export interface PolicyCollectorOptions {
  source: PolicySource;
  store: Pick<PolicyIngestStore, 'begin'>;
  owners: OwnerResolver;
  /** How long findings may stay. */
  due: DueRule[];
  /** In which environment a cluster is; empty where nothing says so. */
  environmentOf(cluster: CollectedCluster): Promise<string>;
}

/**
 * Collects what a source says of policies: findings and counts go to their
 * store, and a short document says what was read, so that the source is
 * scheduled, refreshed, found stale and shown like all others. What it could
 * not read to its end resolves nothing.
 */
export class PolicyCollector implements ClusterCollector<PolicyFeedDocument> {
  readonly kind: string;
  readonly schedule: PolicySource['schedule'];
  readonly #options: PolicyCollectorOptions;

  constructor(options: PolicyCollectorOptions) {
    this.kind = options.source.kind;
    this.schedule = options.source.schedule;
    this.#options = options;
  }

  appliesTo(
    cluster: CollectedCluster,
    controlPlane?: ControlPlaneDocument,
  ): boolean {
    return this.#options.source.appliesTo?.(cluster, controlPlane) ?? true;
  }

  async collect(
    cluster: CollectedCluster,
    context: CollectorContext<PolicyFeedDocument>,
  ): Promise<PolicyFeedDocument> {
    const { due, environmentOf, owners, source, store } = this.#options;
    const { controlPlane, now, previous, signal } = context;
    const observedAt = now();
    const { everySeconds, freshForSeconds = FRESH_RUNS * everySeconds } =
      source.schedule;
    const freshUntil = new Date(observedAt.getTime() + freshForSeconds * 1000);
    const session = await store.begin(
      {
        arn: cluster.arn,
        createdAt: cluster.createdAt ?? '',
        environment: await environmentOf(cluster),
      },
      source.kind,
      { due, now: observedAt },
    );
    const sink = new SnapshotSink({
      add: findings => TURNS.take(() => session.add(findings)),
      arn: cluster.arn,
      resolve: outcomes => owners.resolve(cluster, outcomes),
      signal,
    });
    // Without what it stood for nobody could say again what was read then.
    const state = previous && session.previous?.state;
    const read = await source.read(cluster, sink, {
      signal,
      controlPlane,
      previous: state,
      now,
    });
    await sink.settled();
    signal.throwIfAborted();
    if (read.unchanged) {
      if (!previous || state === undefined) {
        throw new ObservationFailure(
          'invalid',
          `${source.kind} says that nothing has changed since a snapshot that there is not`,
        );
      }
      await session.same({ observedAt, freshUntil });
      return previous.document;
    }
    const notes = cleanNotes(read, sink);
    const whole = {
      state: stateOf(read),
      policies: sink.policies,
      tallies: sink.tallies,
      exceptions: sink.exceptions,
      engines: read.engines,
      passes: read.passes,
      truncated: read.truncated ?? false,
      evaluatedAt: utc(read.evaluatedAt) || undefined,
      notes,
      observedAt,
      freshUntil,
    };
    await TURNS.take(() => session.complete(whole));
    return sink.document({
      engines: [...new Set(read.engines)].sort(),
      passes: read.passes,
      truncated: read.truncated ?? false,
      notes,
    });
  }
}

/** One that is too long is none: the next read is a whole one. */
function stateOf({ state }: PolicySnapshot): string | undefined {
  return state !== undefined && Buffer.byteLength(state) <= MAX_STATE_BYTES
    ? state
    : undefined;
}

function cleanNotes(read: PolicySnapshot, sink: SnapshotSink): string[] {
  return [...(read.notes ?? []), ...sink.notes]
    .map(note => safeText(note, 1_000))
    .filter(note => note !== '')
    .slice(0, MAX_NOTES);
}
