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
import type { CellRecord } from '../../types';
import type { CellRow } from '../rows';
import type { QuietRecord } from '../types';
import { isFailing } from '../write/planCells';
import { CellCache } from './CellCache';
import { addFeed, toCell } from './mergeCells';
import { whereNumbers } from './reach';
import type { NamedFeedRow } from './readFeeds';

/** How the policies of one cluster stand: what its feeds say, put together. */
export interface Standing {
  arn: string;
  /** What is told of each policy, by its id; a column is a cluster. */
  cells: ReadonlyMap<string, CellRecord>;
  /** Of each policy that was counted, by its id. */
  quiet: ReadonlyMap<string, QuietRecord>;
}

/** What a feed of a cluster says, and when it was read. */
interface Said {
  feed: NamedFeedRow;
  rows: readonly CellRow[];
}

interface Made {
  of: Said[];
  standing: Standing;
}

/**
 * How policies stand, by cluster. They are asked for tens of thousands at a
 * time, while each moment only some cluster's feeds were read anew: the others
 * are the same again.
 */
export class Standings {
  readonly #knex: Knex;
  readonly #cells: CellCache;
  /** By what the first feed of a cluster says: kept for as long as that is. */
  readonly #made = new WeakMap<readonly CellRow[], Made>();
  /** Ids of policies by their numbers, which no other policy ever gets. */
  readonly #policyIds = new Map<number, string>();

  constructor(knex: Knex) {
    this.#knex = knex;
    this.#cells = new CellCache(knex);
  }

  /** @param feeds - all that were read of each cluster, one cluster after the other */
  async of(feeds: NamedFeedRow[]): Promise<Standing[]> {
    const rows = await this.#cells.cells(feeds);
    const byCluster = new Map<number, Said[]>();
    for (const feed of feeds) {
      const said = byCluster.get(feed.cluster_id) ?? [];
      said.push({ feed, rows: rows.get(feed.id)! });
      byCluster.set(feed.cluster_id, said);
    }
    const missing = [...byCluster.values()].filter(said => !this.#madeOf(said));
    await this.#nameAll(missing.flat());
    for (const said of missing) {
      const standing = putTogether(said, this.#policyIds);
      this.#made.set(said[0].rows, { of: said, standing });
    }
    return [...byCluster.values()].map(
      // Asked for twice at once, another may have put in what it has read.
      said => this.#madeOf(said) ?? putTogether(said, this.#policyIds),
    );
  }

  #madeOf(said: Said[]): Standing | undefined {
    const made = this.#made.get(said[0].rows);
    return made && isSame(made.of, said) ? made.standing : undefined;
  }

  async #nameAll(said: Said[]): Promise<void> {
    const numbers = new Set(
      said.flatMap(({ rows }) => rows.map(({ policy_id }) => policy_id)),
    );
    const missing = [...numbers].filter(id => !this.#policyIds.has(id));
    if (missing.length > 0) {
      const query = this.#knex('policies').select('id', 'key');
      whereNumbers(query, 'id', missing);
      const found: Array<{ id: number; key: string }> = await query;
      found.forEach(({ id, key }) => this.#policyIds.set(id, key));
    }
  }
}

function isSame(before: Said[], now: Said[]): boolean {
  return (
    before.length === now.length &&
    before.every(
      ({ feed, rows }, index) =>
        rows === now[index].rows &&
        feed.observed_at === now[index].feed.observed_at &&
        feed.fresh_until === now[index].feed.fresh_until,
    )
  );
}

function putTogether(
  said: Said[],
  policyIds: ReadonlyMap<number, string>,
): Standing {
  const { arn } = said[0].feed;
  const cells = new Map<string, CellRecord>();
  const quiet = new Map<string, QuietRecord>();
  for (const { feed, rows } of said) {
    for (const row of rows) {
      const policyId = policyIds.get(row.policy_id);
      if (policyId === undefined) {
        // Dropped since.
        continue;
      }
      quiet.set(policyId, quieter(quiet.get(policyId), row, feed));
      if (isTold(row)) {
        const cell = toCell(row, feed, { policyId, column: arn });
        const known = cells.get(policyId);
        if (known) {
          addFeed(known, cell);
        } else {
          cells.set(policyId, cell);
        }
      }
    }
  }
  return { arn, cells, quiet };
}

/** Whether a cell is more than a memory of when it last failed. */
function isTold(cell: CellRow): boolean {
  const { error, exempt, fail, pass, passes, seen, skip, warn } = cell;
  return (
    seen === 1 ||
    passes !== '' ||
    pass >= 0 ||
    fail + warn + error + exempt + skip > 0
  );
}

function quieter(
  known: QuietRecord | undefined,
  row: CellRow,
  feed: NamedFeedRow,
): QuietRecord {
  const { known_since: knownSince, last_failed_at: before } = row;
  const lastFailedAt =
    (isFailing(row) ? feed.observed_at : before) || undefined;
  return known
    ? {
        knownSince:
          knownSince < known.knownSince ? knownSince : known.knownSince,
        lastFailedAt: later(known.lastFailedAt, lastFailedAt),
      }
    : { knownSince, lastFailedAt };
}

function later(
  a: string | undefined,
  b: string | undefined,
): string | undefined {
  if (a === undefined || b === undefined) {
    return a ?? b;
  }
  return a > b ? a : b;
}
