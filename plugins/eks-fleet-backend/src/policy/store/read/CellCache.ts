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
import type { CellRow } from '../rows';
import { whereNumbers } from './reach';

/** Beyond this, what was not asked for longest is read again when it is. */
const MOST_CELLS = 200_000;
const FEEDS_PER_STATEMENT = 500;

/** A feed and what names all that it says; empty while a part of it is written. */
export interface FeedVersion {
  id: number;
  content_hash: string;
}

/**
 * How policies stand, by feed: tens of thousands of rows that change only when
 * what the feed says does, which its hash tells. Nothing is answered from here
 * that the database was not asked about: which feeds, and of which hash.
 */
export class CellCache {
  readonly #knex: Knex;
  readonly #byFeed = new Map<number, { hash: string; cells: CellRow[] }>();
  #size = 0;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** By feed; the same again for as long as what a feed says is the same. */
  async cells(
    feeds: FeedVersion[],
  ): Promise<ReadonlyMap<number, readonly CellRow[]>> {
    const missing = feeds.filter(
      feed => this.#byFeed.get(feed.id)?.hash !== (feed.content_hash || null),
    );
    const fresh = new Map<number, CellRow[]>();
    for (const part of chunks(missing, FEEDS_PER_STATEMENT)) {
      for (const [id, { cells, hash }] of await this.#read(part)) {
        fresh.set(id, cells);
        this.#keep(id, { cells, hash });
      }
    }
    const all = new Map(
      feeds.map(({ id }) => [id, fresh.get(id) ?? this.#used(id) ?? []]),
    );
    this.#forget();
    return all;
  }

  /** Together with the hash, as both may change meanwhile. */
  async #read(feeds: FeedVersion[]) {
    const query: Knex.QueryBuilder = this.#knex('policy_feeds as feeds')
      .leftJoin('policy_cells as cells', 'cells.feed_id', 'feeds.id')
      .select('feeds.id', 'feeds.content_hash', 'cells.*');
    whereNumbers(
      query,
      'feeds.id',
      feeds.map(({ id }) => id),
    );
    const read = new Map<number, { hash: string; cells: CellRow[] }>();
    const rows: Array<FeedVersion & (CellRow | { feed_id: null })> =
      await query;
    for (const { content_hash: hash, id, ...cell } of rows) {
      const entry = read.get(id) ?? { hash, cells: [] };
      if (cell.feed_id !== null) {
        entry.cells.push(cell as CellRow);
      }
      read.set(id, entry);
    }
    return read;
  }

  #keep(id: number, entry: { hash: string; cells: CellRow[] }): void {
    this.#drop(id);
    if (entry.hash !== '') {
      this.#byFeed.set(id, entry);
      this.#size += entry.cells.length;
    }
  }

  /** Moves it to the end of those that are forgotten. */
  #used(id: number): CellRow[] | undefined {
    const entry = this.#byFeed.get(id);
    if (entry) {
      this.#byFeed.delete(id);
      this.#byFeed.set(id, entry);
    }
    return entry?.cells;
  }

  #forget(): void {
    for (const id of this.#byFeed.keys()) {
      if (this.#size <= MOST_CELLS) {
        return;
      }
      this.#drop(id);
    }
  }

  #drop(id: number): void {
    this.#size -= this.#byFeed.get(id)?.cells.length ?? 0;
    this.#byFeed.delete(id);
  }
}
