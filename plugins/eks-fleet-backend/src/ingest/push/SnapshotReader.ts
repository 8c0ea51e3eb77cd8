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
  PolicySink,
  PolicySnapshot,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { ObservationReader } from '../../collection/types';
import { IngestRefusal } from '../IngestRefusal';
import { otherSource } from './otherSource';
import type {
  CompletePushedSnapshot,
  FeedClaim,
  PushedReader,
  PushedWork,
  SnapshotPartStore,
} from './types';

/** Three times as long as the reporter's schedule. */
const FRESH_FOR_MS = 45 * 60_000;

/** Reads snapshots of which all parts are there, a part at a time. */
export class SnapshotReader implements PushedReader {
  readonly #store: SnapshotPartStore;
  readonly #observations: Pick<ObservationReader, 'ofMany'>;
  readonly #insteadOf: Readonly<Record<string, readonly string[]>>;

  constructor(options: {
    store: SnapshotPartStore;
    observations: Pick<ObservationReader, 'ofMany'>;
    /** By what is pushed, kinds that read the same and count instead. */
    insteadOf: Readonly<Record<string, readonly string[]>>;
  }) {
    this.#store = options.store;
    this.#observations = options.observations;
    this.#insteadOf = options.insteadOf;
  }

  async open(
    { arn }: CollectedCluster,
    claim: FeedClaim,
    now: Date,
  ): Promise<PushedWork> {
    const snapshot = await this.#store.complete(claim);
    if (!snapshot) {
      return {};
    }
    const others = this.#insteadOf[claim.feed] ?? [];
    const known =
      others.length > 0
        ? await this.#observations.ofMany([arn], [...others])
        : undefined;
    if (otherSource(known?.get(arn), others, now)) {
      await this.#store.finish(snapshot);
      return {};
    }
    return {
      reading: {
        // By our own clock: whatever the cluster's says, this was not there before.
        observedAt: snapshot.beganAt,
        freshUntil: new Date(snapshot.beganAt.getTime() + FRESH_FOR_MS),
        read: (sink, state) => this.#read(snapshot, sink, state),
        finish: () => this.#store.finish(snapshot),
      },
    };
  }

  async #read(
    snapshot: CompletePushedSnapshot,
    sink: PolicySink,
    known: string | undefined,
  ): Promise<PolicySnapshot> {
    const { ending } = snapshot;
    if (ending.unchanged) {
      if (ending.state === undefined || ending.state !== known) {
        throw new IngestRefusal(
          'previousUnknown',
          'Nothing is said to have changed since a snapshot that there is not; send all of it',
        );
      }
      return { unchanged: true, state: ending.state, engines: [] };
    }
    for await (const part of this.#store.parts(snapshot)) {
      part.policies?.forEach(policy => sink.policy(policy));
      part.tallies?.forEach(tally => sink.tally(tally));
      part.exceptions?.forEach(exception => sink.exception(exception));
      if (part.outcomes) {
        await sink.outcomes(part.outcomes);
      }
    }
    // Each by its name: when it was read is for the portal to say.
    const { engines, evaluatedAt, notes, passes, state, truncated } = ending;
    return { engines, evaluatedAt, notes, passes, state, truncated };
  }
}
