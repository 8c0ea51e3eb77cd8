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
import type { PolicyFeedDocument } from '../../policy/ingest/SnapshotSink';
import { otherSource } from './otherSource';
import type {
  FeedClaim,
  PushedItem,
  PushedItemStore,
  PushedReader,
  PushedWork,
} from './types';

/** In between, another source may have told all. */
const LOOK_AGAIN_MS = 10 * 60_000;
const TOLD_BY = 'All of it is read by ';

/** What is made of what came one by one. */
export interface ItemContents {
  read(
    items: AsyncGenerator<PushedItem[]>,
    sink: PolicySink,
    state: string | undefined,
  ): Promise<PolicySnapshot>;
}

/**
 * Reads what comes one by one. It is no snapshot: what does not come again goes
 * when it expires, or once another source has told all of it.
 */
export class ItemReader implements PushedReader {
  readonly #store: PushedItemStore;
  readonly #observations: Pick<ObservationReader, 'ofMany'>;
  readonly #contents: ItemContents;
  readonly #staleAfterMs: number;
  readonly #tellAll: readonly string[];

  constructor(options: {
    store: PushedItemStore;
    observations: Pick<ObservationReader, 'ofMany'>;
    contents: ItemContents;
    /** Without a word for so long, it is stale. */
    staleAfterMs: number;
    /** Kinds that bring all of it, what is mended among it. */
    tellAll: readonly string[];
  }) {
    this.#store = options.store;
    this.#observations = options.observations;
    this.#contents = options.contents;
    this.#staleAfterMs = options.staleAfterMs;
    this.#tellAll = options.tellAll;
  }

  async open(
    { arn }: CollectedCluster,
    claim: FeedClaim,
    now: Date,
  ): Promise<PushedWork> {
    const { feed, heardAt } = claim;
    const known = (
      await this.#observations.ofMany([arn], [feed, ...this.#tellAll])
    ).get(arn);
    const other = otherSource(known, this.#tellAll, now);
    const endedAt = await this.#store.removeEnded(claim, {
      now,
      receivedBefore: other?.observedAt,
    });
    const nextAt = await this.#nextAt(claim, now);
    const { document, observedAt = '' } = known?.[feed] ?? {};
    const isNews =
      endedAt !== undefined ||
      observedAt < heardAt ||
      toldBefore(document) !== other?.kind;
    if (!isNews) {
      return { nextAt };
    }
    return {
      reading: {
        observedAt: new Date([heardAt, endedAt ?? '', observedAt].sort()[2]),
        freshUntil: new Date(Date.parse(heardAt) + this.#staleAfterMs),
        read: async (sink, state) =>
          other
            ? toldBy(other.kind)
            : this.#contents.read(this.#store.items(claim), sink, state),
        finish: async () => {},
      },
      nextAt,
    };
  }

  /** When one of them expires, or another source may have told all. */
  async #nextAt(claim: FeedClaim, now: Date): Promise<Date | undefined> {
    const first = await this.#store.firstExpiry(claim);
    const later = now.getTime() + LOOK_AGAIN_MS;
    return first === undefined
      ? undefined
      : new Date(Math.min(Date.parse(first), later));
  }
}

/** What comes after the other source has looked waits for it to look again. */
function toldBy(kind: string): PolicySnapshot {
  return { engines: [], notes: [`${TOLD_BY}${kind}, which counts instead.`] };
}

/** Which source counted instead when it was last read. */
function toldBefore(document: unknown): string | undefined {
  const { notes = [] } = (document ?? {}) as Partial<PolicyFeedDocument>;
  const note = notes.find(each => each.startsWith(TOLD_BY));
  return note?.slice(TOLD_BY.length).split(',', 1)[0];
}
