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
  SourceState,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { Knex } from 'knex';
import { known } from '../database/text';
import { selectParts } from './partSql';
import { fromFiltered, selectSources } from './sourceSql';
import { rankOf, SOURCE_STATES } from './sourceState';
import type {
  PartRecord,
  SourcePage,
  SourcePageRequest,
  SourceSelection,
  SourceStore,
} from './types';

/** A row of the page, of one kind and state, or of the total. */
interface ListRow {
  what: 'place' | 'group' | 'total';
  source_kind: SourceKind;
  state_rank: number | string;
  entity_ref: string;
  name_key: string;
  name: string;
  arn: string;
  account_id: string;
  region: string;
  /** Where in the page, or how many. */
  number: number | string;
}

interface PartRow {
  entity_ref: string;
  source_kind: SourceKind;
  kind: string;
  pushed: number | string;
  error_code: ObservationErrorCode | '';
  error_message: string;
  error_since: string;
  observed_at: string;
  fresh_until: string;
  attempted_at: string;
  next_at: string;
}

/** The worst first, then by name. */
const ORDER = [
  'sources.state_rank',
  'clusters.name_key',
  'sources.entity_ref',
  'sources.source_kind',
];

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
    const { limit, before } = page;
    const rows = await this.#rows(selection, page);
    const places = rows.filter(({ what }) => what === 'place');
    const shown = places.slice(0, limit);
    if (before) {
      shown.reverse();
    }
    const parts = await this.#partsOf(shown);
    const positions = shown.map(row => ({
      state: stateOf(row),
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
      hasMore: places.length > limit,
      totalItems: Number(rows.find(({ what }) => what === 'total')!.number),
      groups: rows
        .filter(({ what }) => what === 'group')
        .map(row => ({
          kind: row.source_kind,
          state: stateOf(row),
          count: Number(row.number),
        })),
    };
  }

  /** One statement: what it all rests on is slow, and is done once. */
  async #rows(
    selection: SourceSelection,
    { limit, after, before }: SourcePageRequest,
  ): Promise<ListRow[]> {
    const knex = this.#knex;
    const total = fromFiltered(knex, selection).select(
      knex.raw(
        `'total' as what, '' as source_kind, 0 as state_rank, '' as entity_ref, '' as name_key, '' as name, '' as arn, '' as account_id, '' as region, count(*) as number`,
      ),
    );
    const groups = knex('sources')
      .select(
        knex.raw(
          `'group', source_kind, state_rank, '', '', '', '', '', '', count(*)`,
        ),
      )
      .groupBy('source_kind', 'state_rank');

    const places = fromFiltered(knex, selection);
    const edge = after ?? before;
    if (edge) {
      places.whereRaw(
        `(${ORDER.join(', ')}) ${before ? '<' : '>'} (?, ?, ?, ?)`,
        [rankOf(edge.state), edge.nameKey, edge.entityRef, edge.kind],
      );
    }
    const order = ORDER.map(column => `${column} ${before ? 'desc' : 'asc'}`);
    places
      .select(
        knex.raw(
          `'place' as what, sources.source_kind, sources.state_rank, sources.entity_ref, clusters.name_key, clusters.name, clusters.arn, clusters.account_id, clusters.region, row_number() over (order by ${order}) as number`,
        ),
      )
      .orderByRaw(order.join(', '))
      .limit(limit + 1);
    return knex
      .with('sources', selectSources(knex, selection))
      .from(
        total
          .unionAll(groups)
          .unionAll(knex.from(places.as('places')).select('*'))
          .as('rows'),
      )
      .select('*')
      .orderBy('what')
      .orderByRaw(
        `case what when 'group' then source_kind else '' end, case what when 'group' then state_rank else number end`,
      );
  }

  async #partsOf(places: ListRow[]): Promise<Map<string, PartRecord[]>> {
    const entityRefs = [...new Set(places.map(row => row.entity_ref))];
    const rows: PartRow[] = await selectParts(this.#knex, entityRefs);
    const parts = new Map<string, PartRecord[]>();
    for (const row of rows) {
      const key = keyOf(row);
      parts.set(key, [...(parts.get(key) ?? []), toPart(row)]);
    }
    return parts;
  }
}

function stateOf({ state_rank }: ListRow): SourceState {
  return SOURCE_STATES[Number(state_rank)];
}

function keyOf(row: Pick<ListRow, 'entity_ref' | 'source_kind'>): string {
  return `${row.source_kind} ${row.entity_ref}`;
}

function toPart(row: PartRow): PartRecord {
  return {
    kind: row.kind,
    ...(Number(row.pushed) === 1 && { pushed: true }),
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
