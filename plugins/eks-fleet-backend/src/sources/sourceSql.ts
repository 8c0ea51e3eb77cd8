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

import type { SourceState } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { Knex } from 'knex';
import { escapeLike } from '../database/escapeLike';
import { whereInScope } from '../inventory/clusterSql';
import {
  CONTROL_PLANE_COLUMNS,
  fromControlPlanes,
  SOURCE_KIND,
} from './partSql';
import { rankOf, SOURCE_STATES } from './sourceState';
import type { SourceFilter, SourceFilterKey, SourceSelection } from './types';

const CLUSTER_COLUMNS = {
  account: 'clusters.account_id',
  region: 'clusters.region',
  cluster: 'clusters.arn',
};

/** One row for each cluster and path, with the rank of its state. */
export function selectSources(
  knex: Knex,
  selection: SourceSelection,
): Knex.QueryBuilder {
  const now = selection.now.toISOString();
  // First what is left of each cluster's kinds, and only then its cluster:
  // joining each kind is slow.
  const others = knex('observations')
    .whereNot('observations.kind', 'controlPlane')
    .select('observations.arn')
    .select(knex.raw(`${SOURCE_KIND} as source_kind`))
    .select(
      knex.raw(
        `min(${rankSql({
          error_code: 'observations.error_code',
          observed_at: 'observations.observed_at',
          fresh_until: 'observations.fresh_until',
        })}) as state_rank`,
        [now],
      ),
    )
    .groupBy('observations.arn')
    .groupByRaw(SOURCE_KIND);
  const controlPlanes = fromControlPlanes(knex)
    .select('clusters.entity_ref')
    .select(
      knex.raw(`${CONTROL_PLANE_COLUMNS.source_kind} as source_kind`),
      knex.raw(`${rankSql(CONTROL_PLANE_COLUMNS)} as state_rank`, [now]),
    );
  const rest = knex('clusters')
    .join(others.as('others'), 'others.arn', 'clusters.arn')
    .select('clusters.entity_ref', 'others.source_kind', 'others.state_rank');
  whereVisible(controlPlanes, selection);
  whereVisible(rest, selection);
  return knex
    .from(controlPlanes.unionAll(rest).as('paths'))
    .select('entity_ref', 'source_kind')
    .min({ state_rank: 'state_rank' })
    .groupBy('entity_ref', 'source_kind');
}

/** As {@link partState} decides; takes the time. */
function rankSql(columns: {
  error_code: string;
  observed_at: string;
  fresh_until: string;
}): string {
  const errors = SOURCE_STATES.filter(isError)
    .map(state => `when '${state}' then ${rankOf(state)}`)
    .join(' ');
  return `case
    when (${columns.error_code}) <> ''
    then case (${columns.error_code}) ${errors} else ${rankOf('invalid')} end
    when ${columns.observed_at} = '' then ${rankOf('pending')}
    when ${columns.fresh_until} <= ? then ${rankOf('stale')}
    else ${rankOf('fresh')} end`;
}

/** The rows of {@link selectSources}, named `sources`, that all filters let through. */
export function fromFiltered(
  knex: Knex,
  { filters }: SourceSelection,
): Knex.QueryBuilder {
  const query = knex('sources').join(
    'clusters',
    'clusters.entity_ref',
    'sources.entity_ref',
  );
  whereFiltered(query, filters, {
    ...CLUSTER_COLUMNS,
    kind: 'sources.source_kind',
    state: 'sources.state_rank',
  });
  return query;
}

/** Of a foreign cluster nothing is observed: there is nothing to say. */
function whereVisible(
  query: Knex.QueryBuilder,
  { filters, scope, text }: SourceSelection,
): void {
  whereInScope(query, scope);
  query.where('clusters.origin', 'eks-fleet').whereNot('clusters.arn', '');
  if (text) {
    query.whereRaw(`clusters.name_key like ? escape '!'`, [
      `%${escapeLike(text.toLowerCase())}%`,
    ]);
  }
  whereFiltered(query, filters, CLUSTER_COLUMNS);
}

/** Keys without a column say nothing here. */
function whereFiltered(
  query: Knex.QueryBuilder,
  filters: SourceFilter[],
  columns: Partial<Record<SourceFilterKey, string>>,
): void {
  const known = filters.map(filter => filter.filter(({ key }) => columns[key]));
  if (known.some(filter => filter.length === 0)) {
    return;
  }
  query.where(some => {
    for (const filter of known) {
      some.orWhere(all => {
        for (const { key, values } of filter) {
          all.whereIn(
            columns[key]!,
            key === 'state'
              ? values.map(state => rankOf(state as SourceState))
              : values,
          );
        }
      });
    }
  });
}

function isError(state: SourceState): boolean {
  return state !== 'stale' && state !== 'pending' && state !== 'fresh';
}
