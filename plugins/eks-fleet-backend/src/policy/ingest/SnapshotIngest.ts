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
  CollectedCluster,
  PolicyOutcome,
  PolicySink,
  PolicySnapshot,
  PolicySource,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { ObservationFailure } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { utc } from '../../database/text';
import { safeText } from '../../inventory/safeText';
import type { PolicyIngestStore, SnapshotSession } from '../store/types';
import type { DueRule } from '../types';
import { SnapshotSink, type PolicyFeedDocument } from './SnapshotSink';
import type { ResolvedOwner } from './toFinding';
import { Turns } from './Turns';
import { twinsOf } from './twinsOf';

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

export interface SnapshotIngestOptions {
  store: Pick<PolicyIngestStore, 'begin'>;
  owners: OwnerResolver;
  /** How long findings may stay. */
  due: DueRule[];
  /** In which environment a cluster is; empty where nothing says so. */
  environmentOf(cluster: CollectedCluster): Promise<string>;
  /** All of them: those that read the same results go on with each other's. */
  sources?: readonly PolicySource[];
}

/** A snapshot to be read, whoever has it. */
export interface SnapshotReading {
  cluster: CollectedCluster;
  /** Names who says it. */
  feed: string;
  /** When its reading began; what was there then and is not in it is gone. */
  observedAt: Date;
  freshUntil: Date;
  /** What the last one came to; left out where there is none. */
  previous?: PolicyFeedDocument;
  signal: AbortSignal;
  /** @param state - what the last complete snapshot gave to have back */
  read(sink: PolicySink, state: string | undefined): Promise<PolicySnapshot>;
}

/**
 * Takes in what is said of policies: findings and counts go to their store, and
 * a short document says what was read. What was not read to its end resolves
 * nothing.
 */
export class SnapshotIngest {
  readonly #options: SnapshotIngestOptions;

  constructor(options: SnapshotIngestOptions) {
    this.#options = options;
  }

  /** What the last complete snapshot of a feed gave to have back. */
  async stateOf(
    cluster: CollectedCluster,
    feed: string,
    now: Date,
  ): Promise<string | undefined> {
    // Nothing is read yet: what others have found stays theirs.
    const session = await this.#begin({ cluster, feed }, now, []);
    return session.previous?.state;
  }

  async take(reading: SnapshotReading): Promise<PolicyFeedDocument> {
    const { cluster, feed, previous, signal } = reading;
    const { owners } = this.#options;
    const { sources = [] } = this.#options;
    const session = await this.#begin(
      reading,
      reading.observedAt,
      twinsOf(feed, sources),
    );
    const sink = new SnapshotSink({
      add: findings => TURNS.take(() => session.add(findings)),
      arn: cluster.arn,
      resolve: outcomes => owners.resolve(cluster, outcomes),
      signal,
    });
    // Without what it stood for nobody could say again what was read then.
    const state = previous && session.previous?.state;
    const read = await reading.read(sink, state);
    await sink.settled();
    signal.throwIfAborted();
    const { freshUntil, observedAt } = whenRead(reading, read);
    if (read.unchanged) {
      if (!previous || state === undefined) {
        throw new ObservationFailure(
          'invalid',
          `${feed} says that nothing has changed since a snapshot that there is not`,
        );
      }
      await session.same({ observedAt, freshUntil });
      return previous;
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

  async #begin(
    { cluster, feed }: Pick<SnapshotReading, 'cluster' | 'feed'>,
    now: Date,
    insteadOf: readonly string[],
  ): Promise<SnapshotSession> {
    const { due, environmentOf, store } = this.#options;
    return store.begin(
      {
        arn: cluster.arn,
        createdAt: cluster.createdAt ?? '',
        environment: await environmentOf(cluster),
      },
      feed,
      { due, now, insteadOf },
    );
  }
}

/** What was read before is fresh for as long, from then on. */
function whenRead(
  { freshUntil, observedAt }: SnapshotReading,
  read: PolicySnapshot,
): { freshUntil: Date; observedAt: Date } {
  const late = observedAt.getTime() - Date.parse(read.observedAt ?? '');
  return late > 0
    ? {
        observedAt: new Date(observedAt.getTime() - late),
        freshUntil: new Date(freshUntil.getTime() - late),
      }
    : { freshUntil, observedAt };
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
