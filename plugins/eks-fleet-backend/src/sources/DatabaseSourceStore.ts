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
  ObservationErrorCode,
  SourceKind,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { Knex } from 'knex';
import { known } from '../database/text';
import { selectFiltered, selectParts, selectSources } from './sourceSql';
import { rankOf, SOURCE_STATES } from './sourceState';
import type {
  PartRecord,
  SourceGroup,
  SourcePage,
  SourcePageRequest,
  SourceSelection,
  SourceStore,
} from './types';

interface PlaceRow {
  entity_ref: string;
  source_kind: SourceKind;
  state_rank: number | string;
  name_key: string;
  name: string;
  arn: string;
  account_id: string;
  region: string;
}

interface PartRow {
  entity_ref: string;
  source_kind: SourceKind;
  kind: string;
  error_code: ObservationErrorCode | '';
  error_message: string;
  error_since: string;
  observed_at: string;
  fresh_until: string;
  attempted_at: string;
  next_at: string;
}

/** {@link SourceStore} on PostgreSQL or SQLite. */
export class DatabaseSourceStore implements SourceStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async list(
    selection: SourceSelection,
    page: SourcePageRequest,
  ): Promise<SourcePage> {
    const { limit, after, before } = page;
    const backwards = before !== undefined;
    const places = selectFiltered(this.#knex, selection).select(
      'sources.*',
      'clusters.name_key',
      'clusters.name',
      'clusters.arn',
      'clusters.account_id',
      'clusters.region',
    );
    const edge = after ?? before;
    if (edge) {
      const than = backwards ? '<' : '>';
      places.whereRaw(
        `(sources.state_rank, clusters.name_key, sources.entity_ref, sources.source_kind) ${than} (?, ?, ?, ?)`,
        [rankOf(edge.state), edge.nameKey, edge.entityRef, edge.kind],
      );
    }
    const direction = backwards ? 'desc' : 'asc';
    const rows: PlaceRow[] = await places
      .orderBy('sources.state_rank', direction)
      .orderBy('clusters.name_key', direction)
      .orderBy('sources.entity_ref', direction)
      .orderBy('sources.source_kind', direction)
      .limit(limit + 1);

    const hasMore = rows.length > limit;
    const shown = rows.slice(0, limit);
    if (backwards) {
      shown.reverse();
    }
    const parts = await this.#partsOf(shown);
    const positions = shown.map(row => ({
      state: SOURCE_STATES[Number(row.state_rank)],
      nameKey: row.name_key,
      entityRef: row.entity_ref,
      kind: row.source_kind,
    }));
    return {
      sources: shown.map(row => ({
        kind: row.source_kind,
        arn: row.arn,
        entityRef: row.entity_ref,
        name: row.name,
        accountId: row.account_id,
        region: row.region,
        parts: parts.get(keyOf(row)) ?? [],
      })),
      first: positions.at(0),
      last: positions.at(-1),
      hasMore,
    };
  }

  async count(selection: SourceSelection): Promise<number> {
    const [{ count }] = await selectFiltered(this.#knex, selection).count({
      count: '*',
    });
    return Number(count);
  }

  async group(selection: SourceSelection): Promise<SourceGroup[]> {
    const rows: Array<
      Pick<PlaceRow, 'source_kind' | 'state_rank'> & { count: number | string }
    > = await this.#knex
      .from(selectSources(this.#knex, selection).as('sources'))
      .select('source_kind', 'state_rank')
      .count({ count: '*' })
      .groupBy('source_kind', 'state_rank')
      .orderBy('source_kind')
      .orderBy('state_rank');
    return rows.map(row => ({
      kind: row.source_kind,
      state: SOURCE_STATES[Number(row.state_rank)],
      count: Number(row.count),
    }));
  }

  async #partsOf(places: PlaceRow[]): Promise<Map<string, PartRecord[]>> {
    const entityRefs = [...new Set(places.map(row => row.entity_ref))];
    const rows: PartRow[] = await selectParts(
      this.#knex,
      query => query.whereIn('clusters.entity_ref', entityRefs),
      { details: true },
    );
    const parts = new Map<string, PartRecord[]>();
    for (const row of rows) {
      const key = keyOf(row);
      parts.set(key, [...(parts.get(key) ?? []), toPart(row)]);
    }
    return parts;
  }
}

function keyOf(row: Pick<PlaceRow, 'entity_ref' | 'source_kind'>): string {
  return `${row.source_kind} ${row.entity_ref}`;
}

function toPart(row: PartRow): PartRecord {
  return {
    kind: row.kind,
    error: row.error_code
      ? {
          code: row.error_code,
          message: row.error_message,
          since: known(row.error_since),
        }
      : undefined,
    observedAt: known(row.observed_at),
    freshUntil: known(row.fresh_until),
    attemptedAt: known(row.attempted_at),
    nextAttemptAt: known(row.next_at),
  };
}
