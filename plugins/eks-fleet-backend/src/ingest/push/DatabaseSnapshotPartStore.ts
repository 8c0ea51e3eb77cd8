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

import type { ReportedPolicyPart } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { Knex } from 'knex';
import { createHash } from 'node:crypto';
import { IngestRefusal } from '../IngestRefusal';
import type { TokenCluster } from '../tokens/types';
import { judgePart, type KnownSnapshot } from './judgePart';
import { lockPushedFeed, markHeard } from './feedRows';
import type {
  CompletePushedSnapshot,
  PushedFeed,
  SnapshotPartStore,
  TakenPart,
} from './types';

interface SnapshotRow extends PushedFeed {
  snapshot: string;
  began_at: string;
  touched_at: string;
  state: KnownSnapshot['state'];
  parts: number;
  bytes: number;
  last_hash: string;
  ending: string;
}

interface PartRow extends PushedFeed {
  snapshot: string;
  sequence: number;
  document: string;
}

export interface SnapshotLimits {
  parts: number;
  bytes: number;
}

const LIMITS: SnapshotLimits = { parts: 2_000, bytes: 256e6 };
/** A snapshot of which nothing comes for so long is never finished. */
const UNFINISHED_MS = 3_600_000;
/** For so long it is known that a snapshot was there. */
const REMEMBERED_MS = 24 * 3_600_000;

/** {@link SnapshotPartStore} on PostgreSQL or SQLite. */
export class DatabaseSnapshotPartStore implements SnapshotPartStore {
  readonly #knex: Knex;
  readonly #limits: SnapshotLimits;

  constructor(knex: Knex, limits: Partial<SnapshotLimits> = {}) {
    this.#knex = knex;
    this.#limits = { ...LIMITS, ...limits };
  }

  async take(
    cluster: TokenCluster,
    part: ReportedPolicyPart,
    now: Date,
  ): Promise<TakenPart> {
    const { feed, final, sequence, snapshot } = part;
    const key = { arn: cluster.arn, feed, snapshot };
    const document = JSON.stringify(contentsOf(part));
    const ending = final ? JSON.stringify(final) : '';
    const hash = createHash('sha256').update(`${document}\n${ending}`);
    const lastHash = hash.digest('hex');
    return this.#knex.transaction(async transaction => {
      const row = await lockPushedFeed(transaction, cluster, feed);
      const known = await transaction<SnapshotRow>('pushed_snapshots')
        .where(key)
        .first();
      const isRepeated = judgePart(known && toKnown(known), {
        sequence,
        hash: lastHash,
      });
      if (isRepeated) {
        const isComplete = known!.state !== 'open';
        return { next: known!.parts, isComplete, isRepeated };
      }
      const bytes = (known?.bytes ?? 0) + Buffer.byteLength(document);
      this.#demandRoom(sequence, bytes);
      if (!known) {
        await this.#drop(transaction, { arn: cluster.arn, feed }, ['open']);
      }
      const at = now.toISOString();
      const next = {
        touched_at: at,
        state: final ? ('complete' as const) : ('open' as const),
        parts: sequence + 1,
        bytes,
        last_hash: lastHash,
        ending,
      };
      if (final) {
        // Of two that are complete the later one counts.
        await this.#drop(transaction, { arn: cluster.arn, feed }, ['complete']);
      }
      await (known
        ? transaction<SnapshotRow>('pushed_snapshots').where(key).update(next)
        : transaction<SnapshotRow>('pushed_snapshots').insert({
            ...key,
            ...next,
            began_at: at,
          }));
      if (document !== '{}') {
        await transaction<PartRow>('pushed_parts').insert({
          ...key,
          sequence,
          document,
        });
      }
      await markHeard(transaction, row, { now, foldAt: final && now });
      return {
        next: sequence + 1,
        isComplete: final !== undefined,
        isRepeated: false,
      };
    });
  }

  async complete({
    arn,
    feed,
  }: PushedFeed): Promise<CompletePushedSnapshot | undefined> {
    const row = await this.#snapshots()
      .where({ arn, feed, state: 'complete' })
      .orderBy('began_at', 'desc')
      .first();
    return (
      row && {
        arn,
        feed,
        snapshot: row.snapshot,
        beganAt: new Date(row.began_at),
        ending: JSON.parse(row.ending),
      }
    );
  }

  async *parts({
    arn,
    feed,
    snapshot,
  }: CompletePushedSnapshot): AsyncGenerator<ReportedPolicyPart> {
    let after = -1;
    for (;;) {
      const row = await this.#knex<PartRow>('pushed_parts')
        .where({ arn, feed, snapshot })
        .where('sequence', '>', after)
        .orderBy('sequence')
        .first();
      if (!row) {
        return;
      }
      after = row.sequence;
      yield JSON.parse(row.document);
    }
  }

  async finish({ arn, feed, snapshot }: CompletePushedSnapshot): Promise<void> {
    const key = { arn, feed, snapshot };
    await this.#knex.transaction(async transaction => {
      await transaction<SnapshotRow>('pushed_snapshots')
        .where(key)
        .update({ state: 'taken', ending: '' });
      await transaction<PartRow>('pushed_parts').where(key).delete();
    });
  }

  async giveUp(feed: PushedFeed): Promise<void> {
    await this.#knex.transaction(transaction =>
      this.#drop(transaction, feed, ['open']),
    );
  }

  async prune(now: Date): Promise<void> {
    const before = (ms: number) => new Date(now.getTime() - ms).toISOString();
    const stuck = await this.#snapshots()
      .whereIn('state', ['open', 'complete'])
      .where('touched_at', '<', before(UNFINISHED_MS))
      .select('arn', 'feed', 'state');
    for (const { arn, feed, state } of stuck) {
      await this.#knex.transaction(transaction =>
        this.#drop(transaction, { arn, feed }, [state]),
      );
    }
    await this.#snapshots()
      .whereIn('state', ['taken', 'dropped'])
      .where('touched_at', '<', before(REMEMBERED_MS))
      .delete();
  }

  /** @throws IngestRefusal */
  #demandRoom(sequence: number, bytes: number): void {
    if (sequence >= this.#limits.parts || bytes > this.#limits.bytes) {
      throw new IngestRefusal(
        'tooLarge',
        `A snapshot has at most ${this.#limits.parts} parts and ${
          this.#limits.bytes
        } bytes`,
      );
    }
  }

  /** Forgets what snapshots say, and not that they were there. */
  async #drop(
    transaction: Knex.Transaction,
    { arn, feed }: PushedFeed,
    states: SnapshotRow['state'][],
  ): Promise<void> {
    const dropped = await transaction<SnapshotRow>('pushed_snapshots')
      .where({ arn, feed })
      .whereIn('state', states)
      .select('snapshot');
    for (const { snapshot } of dropped) {
      const key = { arn, feed, snapshot };
      await transaction<PartRow>('pushed_parts').where(key).delete();
      await transaction<SnapshotRow>('pushed_snapshots')
        .where(key)
        .update({ state: 'dropped', ending: '' });
    }
  }

  #snapshots() {
    return this.#knex<SnapshotRow>('pushed_snapshots');
  }
}

function toKnown({ last_hash, parts, state }: SnapshotRow): KnownSnapshot {
  return { state, parts, lastHash: last_hash };
}

/** What a part says besides which one it is. */
function contentsOf(part: ReportedPolicyPart): Partial<ReportedPolicyPart> {
  const { exceptions, outcomes, policies, tallies } = part;
  return { exceptions, outcomes, policies, tallies };
}
