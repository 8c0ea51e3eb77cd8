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
import { rankOf, SOURCE_STATES } from './sourceState';
import type { SourceFilter, SourceFilterKey, SourceSelection } from './types';

/** A kind is of the Kubernetes API by its name; all others are asked of AWS. */
const SOURCE_KIND = `case
  when observations.kind not like 'kubernetes%' then 'eks'
  when observations.source = 'reporter' then 'reporter'
  else 'kubernetes' end`;

const COLUMNS = {
  source_kind: SOURCE_KIND,
  kind: 'observations.kind',
  error_code: 'observations.error_code',
  observed_at: 'observations.observed_at',
  fresh_until: 'observations.fresh_until',
};
const DETAILS = {
  error_message: 'observations.error_message',
  error_since: 'observations.error_since',
  attempted_at: 'observations.attempted_at',
  next_at: 'observations.next_at',
};

/**
 * A control plane comes by its target: what keeps the target from being read
 * keeps the control plane from being read, and it is tried with the target.
 */
const byTarget = (column: string) =>
  `coalesce(nullif(observations.${column}, ''), targets.${column}, '')`;
const CONTROL_PLANE_COLUMNS = {
  source_kind: `'eks'`,
  kind: `'controlPlane'`,
  error_code: byTarget('error_code'),
  observed_at: `coalesce(observations.observed_at, '')`,
  fresh_until: `coalesce(observations.fresh_until, '')`,
};
const targetsError = `coalesce(observations.error_code, '') = '' and coalesce(targets.error_code, '') <> ''`;
const CONTROL_PLANE_DETAILS = {
  error_message: byTarget('error_message'),
  error_since: byTarget('error_since'),
  attempted_at: `case when ${targetsError} then targets.last_attempt_at
    else coalesce(observations.attempted_at, '') end`,
  next_at: `coalesce(targets.next_attempt_at, '')`,
};

/**
 * What is observed of clusters, a row for each kind. A cluster has a control
 * plane also where nothing was ever said of it.
 *
 * @param where - which clusters
 */
export function selectParts(
  knex: Knex,
  where: (query: Knex.QueryBuilder) => void,
  options: { details?: boolean } = {},
): Knex.QueryBuilder {
  const { details = false } = options;
  const select = (query: Knex.QueryBuilder, columns: object) => {
    query
      .select('clusters.entity_ref')
      .select(
        Object.entries(columns).map(([name, sql]) =>
          knex.raw(`${sql} as ${name}`),
        ),
      );
    where(query);
    return query;
  };
  const controlPlanes = select(
    knex('clusters')
      .leftJoin('observations', on =>
        on
          .on('observations.arn', 'clusters.arn')
          .andOnVal('observations.kind', 'controlPlane'),
      )
      .leftJoin('targets', on =>
        on
          .on('targets.provider', 'clusters.provider')
          .andOn('targets.account_id', 'clusters.account_id')
          .andOn('targets.region', 'clusters.region'),
      ),
    { ...CONTROL_PLANE_COLUMNS, ...(details && CONTROL_PLANE_DETAILS) },
  );
  const others = select(
    knex('clusters')
      .join('observations', 'observations.arn', 'clusters.arn')
      .whereNot('observations.kind', 'controlPlane'),
    { ...COLUMNS, ...(details && DETAILS) },
  );
  return controlPlanes.unionAll(others);
}

/** One row for each cluster and path, with the rank of its state. */
export function selectSources(
  knex: Knex,
  selection: SourceSelection,
): Knex.QueryBuilder {
  const places = SOURCE_STATES.filter(isError)
    .map(state => `when '${state}' then ${rankOf(state)}`)
    .join(' ');
  const rank = `case
    when parts.error_code <> '' then case parts.error_code ${places} else ${rankOf(
    'invalid',
  )} end
    when parts.observed_at = '' then ${rankOf('pending')}
    when parts.fresh_until <= ? then ${rankOf('stale')}
    else ${rankOf('fresh')} end`;
  const parts = selectParts(knex, query => whereVisible(query, selection));
  return knex
    .from(parts.as('parts'))
    .select('parts.entity_ref', 'parts.source_kind')
    .select(
      knex.raw(`min(${rank}) as state_rank`, [selection.now.toISOString()]),
    )
    .groupBy('parts.entity_ref', 'parts.source_kind');
}

/** The sources that all filters let through. */
export function selectFiltered(
  knex: Knex,
  selection: SourceSelection,
): Knex.QueryBuilder {
  const query = knex
    .from(selectSources(knex, selection).as('sources'))
    .join('clusters', 'clusters.entity_ref', 'sources.entity_ref');
  whereFiltered(query, selection.filters, {
    ...CLUSTER_COLUMNS,
    kind: 'sources.source_kind',
    state: 'sources.state_rank',
  });
  return query;
}

const CLUSTER_COLUMNS = {
  account: 'clusters.account_id',
  region: 'clusters.region',
  cluster: 'clusters.arn',
};

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
