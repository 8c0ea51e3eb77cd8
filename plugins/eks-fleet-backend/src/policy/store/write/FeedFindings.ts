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

import type { Knex } from 'knex';
import { chunks } from '../../../database/chunks';
import type { NewFinding } from '../../types';
import { EXEMPT } from '../codes';
import type { FindingRow } from '../rows';
import { putRows, putTexts, type WriteContext } from './putFindings';
import type { TakenFinding } from './SnapshotContents';

/** Making a statement for more of them keeps others waiting. */
const ROWS_PER_STATEMENT = 250;
const IDS_PER_STATEMENT = 5_000;

interface StoredFinding {
  id: number;
  hash: string;
  policyId: number;
  result: number;
}

/** What was written of one policy. */
export interface Movement {
  added: number;
  resolved: number;
}

/**
 * The open findings of one feed as they are in the database, followed through
 * the writing of one snapshot.
 */
export class FeedFindings {
  readonly #stored: Map<string, StoredFinding>;
  readonly #movements = new Map<number, Movement>();
  #written = { added: 0, changed: 0, resolved: 0 };

  private constructor(stored: Map<string, StoredFinding>) {
    this.#stored = stored;
  }

  static async load(knex: Knex, feedId: number): Promise<FeedFindings> {
    const rows: Array<{
      id: number | string;
      fingerprint: string;
      content_hash: string;
      policy_id: number;
      result: number;
    }> = await knex('findings')
      .join('finding_texts as texts', 'texts.id', 'findings.id')
      .where('texts.feed_id', feedId)
      .whereRaw('findings.resolved_at = 0')
      .select('findings.id', 'findings.policy_id', 'findings.result')
      .select('texts.fingerprint', 'texts.content_hash');
    return new FeedFindings(
      new Map(
        rows.map(row => [
          row.fingerprint,
          {
            id: Number(row.id),
            hash: row.content_hash,
            policyId: row.policy_id,
            result: row.result,
          },
        ]),
      ),
    );
  }

  /** How many are open. */
  get size(): number {
    return this.#stored.size;
  }

  get written(): { added: number; changed: number; resolved: number } {
    return this.#written;
  }

  /** By the policies' numbers; what is exempt does not count. */
  get movements(): ReadonlyMap<number, Movement> {
    return this.#movements;
  }

  has(fingerprint: string): boolean {
    return this.#stored.has(fingerprint);
  }

  /** Whether it stands in the database just so. */
  holds(fingerprint: string, { hash }: TakenFinding): boolean {
    return this.#stored.get(fingerprint)?.hash === hash;
  }

  /** Writes findings that are new or differ. */
  async put(
    transaction: Knex,
    findings: NewFinding[],
    taken: ReadonlyMap<string, TakenFinding>,
    context: WriteContext,
  ): Promise<void> {
    for (const part of chunks(findings, ROWS_PER_STATEMENT)) {
      const ids = await putTexts(transaction, part, taken, context);
      await putRows(transaction, part, ids, taken, context);
      await this.#putExceptions(transaction, part, ids, context);
      for (const { fingerprint } of part) {
        const { hash, policy, result } = taken.get(fingerprint)!;
        const policyId = context.policyIds.get(policy)!;
        if (this.#stored.has(fingerprint)) {
          this.#written.changed += 1;
        } else {
          this.#written.added += 1;
          this.#move(policyId, result, 'added');
        }
        const id = ids.get(fingerprint)!;
        this.#stored.set(fingerprint, { id, hash, policyId, result });
      }
    }
  }

  /** What the snapshot does not have is gone. */
  async resolveOthers(
    transaction: Knex,
    taken: ReadonlyMap<string, TakenFinding>,
    at: { observedAt: Date; lastSeen: string },
  ): Promise<void> {
    const gone = [...this.#stored].filter(
      ([fingerprint]) => !taken.has(fingerprint),
    );
    for (const part of chunks(gone, IDS_PER_STATEMENT)) {
      const ids = part.map(([, { id }]) => id);
      await transaction<FindingRow>('findings')
        .whereIn('id', ids)
        .update({
          resolved_at: at.observedAt.getTime(),
          last_seen: Date.parse(at.lastSeen) || at.observedAt.getTime(),
        });
      await transaction('finding_exceptions')
        .whereIn('finding_id', ids)
        .delete();
    }
    for (const [fingerprint, { policyId, result }] of gone) {
      this.#stored.delete(fingerprint);
      this.#written.resolved += 1;
      this.#move(policyId, result, 'resolved');
    }
  }

  async #putExceptions(
    transaction: Knex,
    findings: NewFinding[],
    ids: Map<string, number>,
    { clusterId }: WriteContext,
  ): Promise<void> {
    const changed = findings
      .filter(({ fingerprint }) => this.#stored.has(fingerprint))
      .map(({ fingerprint }) => ids.get(fingerprint)!);
    if (changed.length > 0) {
      await transaction('finding_exceptions')
        .whereIn('finding_id', changed)
        .delete();
    }
    const rows = findings.flatMap(({ exceptions, fingerprint }) =>
      [...new Set(exceptions)].map(name => ({
        finding_id: ids.get(fingerprint)!,
        name,
        cluster_id: clusterId,
      })),
    );
    for (const part of chunks(rows, ROWS_PER_STATEMENT)) {
      await transaction('finding_exceptions')
        .insert(part)
        .onConflict(['finding_id', 'name'])
        .ignore();
    }
  }

  #move(policyId: number, result: number, way: keyof Movement): void {
    if (result !== EXEMPT) {
      const movement = this.#movements.get(policyId) ?? {
        added: 0,
        resolved: 0,
      };
      movement[way] += 1;
      this.#movements.set(policyId, movement);
    }
  }
}
