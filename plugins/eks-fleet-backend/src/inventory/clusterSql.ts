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
  AllOfCriteria,
  AnyOfCriteria,
  NotCriteria,
  PermissionCriteria,
} from '@backstage/plugin-permission-common';
import type { Knex } from 'knex';
import { escapeLike } from '../database/escapeLike';
import { whereSupport } from './supportSql';
import type {
  ClusterCondition,
  ClusterFilter,
  ClusterScope,
  ClusterSelection,
  ColumnFacet,
} from './types';

export const FACET_COLUMNS: Record<ColumnFacet, string> = {
  cluster: 'clusters.arn',
  account: 'clusters.account_id',
  region: 'clusters.region',
  version: 'clusters.version',
  status: 'clusters.status',
  owner: 'clusters.owner',
  system: 'clusters.system',
  environment: 'clusters.environment',
  origin: 'clusters.origin',
  provider: 'clusters.provider',
};

/** The state of a cluster's observation; needs {@link joinObservation}. */
export const OBSERVATION_STATE = `case
  when clusters.origin <> 'eks-fleet' or targets.provider is null then 'unknown'
  when targets.error_code <> '' or unreadable.name is not null then 'failing'
  when targets.unmanaged_since <> '' then 'unmanaged'
  when targets.last_success_at = '' then 'unknown'
  when targets.fresh_until <= ? then 'stale'
  else 'fresh' end`;

/** How a cluster compares with Git, as it was last judged. */
export const DRIFT_STATE = `coalesce((
  select cluster_drift.state from cluster_drift
  where cluster_drift.arn = clusters.arn
  and clusters.origin = 'eks-fleet'), 'unknown')`;

/** Adds to each cluster what its target last reported. */
export function joinObservation(query: Knex.QueryBuilder): Knex.QueryBuilder {
  return query
    .leftJoin('targets', on =>
      on
        .on('targets.provider', 'clusters.provider')
        .andOn('targets.account_id', 'clusters.account_id')
        .andOn('targets.region', 'clusters.region'),
    )
    .leftJoin('unreadable_clusters as unreadable', on =>
      on
        .on('unreadable.provider', 'clusters.provider')
        .andOn('unreadable.account_id', 'clusters.account_id')
        .andOn('unreadable.region', 'clusters.region')
        .andOn('unreadable.name', 'clusters.name'),
    );
}

export function needsObservation(selection: ClusterSelection): boolean {
  return selection.filters.some(filter =>
    filter.some(({ facet }) => facet === 'observation'),
  );
}

/** The clusters of a selection, to be counted. */
export function selectClusters(
  knex: Knex,
  selection: ClusterSelection,
): Knex.QueryBuilder {
  const query = knex('clusters');
  if (needsObservation(selection)) {
    joinObservation(query);
  }
  whereSelected(query, selection);
  return query;
}

export function whereSelected(
  query: Knex.QueryBuilder,
  selection: ClusterSelection,
): void {
  whereInScope(query, selection.scope);
  if (selection.text) {
    query.whereRaw(`clusters.search_text like ? escape '!'`, [
      `%${escapeLike(selection.text.toLowerCase())}%`,
    ]);
  }
  if (selection.filters.length > 0) {
    query.where(some => {
      for (const filter of selection.filters) {
        some.orWhere(all => whereFilter(all, filter, selection));
      }
    });
  }
}

/**
 * Conditions speak of our clusters only: what a foreign entity claims about
 * its account, owner or labels gives nobody a right.
 */
export function whereInScope(
  query: Knex.QueryBuilder,
  scope: ClusterScope,
): void {
  if (scope === 'all') {
    return;
  }
  if (scope === 'none') {
    query.whereRaw('1 = 0');
    return;
  }
  query.where('clusters.origin', 'eks-fleet');
  query.where(inner => whereCriteria(inner, scope));
}

function whereCriteria(
  query: Knex.QueryBuilder,
  criteria: PermissionCriteria<ClusterCondition>,
): void {
  if (isAllOf(criteria)) {
    for (const part of criteria.allOf) {
      query.where(inner => whereCriteria(inner, part));
    }
  } else if (isAnyOf(criteria)) {
    for (const part of criteria.anyOf) {
      query.orWhere(inner => whereCriteria(inner, part));
    }
  } else if (isNot(criteria)) {
    query.whereNot(inner => whereCriteria(inner, criteria.not));
  } else {
    whereCondition(query, criteria);
  }
}

function whereCondition(
  query: Knex.QueryBuilder,
  condition: ClusterCondition,
): void {
  if (condition.kind === 'owner') {
    query.whereIn('clusters.owner', condition.owners);
  } else if (condition.kind === 'account') {
    query.whereIn('clusters.account_id', condition.accounts);
  } else {
    const { key, value } = condition;
    whereLabel(query, key, value === undefined ? undefined : [value]);
  }
}

function whereFilter(
  query: Knex.QueryBuilder,
  filter: ClusterFilter,
  selection: ClusterSelection,
): void {
  for (const { facet, values } of filter) {
    if (facet === 'support') {
      query.where(any =>
        whereSupport(any, values, selection.calendar, selection.now),
      );
    } else if (facet === 'observation') {
      query.whereRaw(
        `(${OBSERVATION_STATE}) in (${values.map(() => '?').join(', ')})`,
        [selection.now.toISOString(), ...values],
      );
    } else if (facet === 'drift') {
      query.whereRaw(
        `${DRIFT_STATE} in (${values.map(() => '?').join(', ')})`,
        values,
      );
    } else if (isLabelFacet(facet)) {
      whereLabel(query, facet.slice('label.'.length), values);
    } else {
      query.whereIn(FACET_COLUMNS[facet], values);
    }
  }
}

function whereLabel(
  query: Knex.QueryBuilder,
  key: string,
  values: string[] | undefined,
): void {
  query.whereIn('clusters.entity_ref', select => {
    select.select('entity_ref').from('cluster_labels').where('key', key);
    if (values) {
      select.whereIn('value', values);
    }
  });
}

function isLabelFacet(facet: string): facet is `label.${string}` {
  return facet.startsWith('label.');
}

function isAllOf<T>(criteria: object): criteria is AllOfCriteria<T> {
  return Object.hasOwn(criteria, 'allOf');
}

function isAnyOf<T>(criteria: object): criteria is AnyOfCriteria<T> {
  return Object.hasOwn(criteria, 'anyOf');
}

function isNot<T>(criteria: object): criteria is NotCriteria<T> {
  return Object.hasOwn(criteria, 'not');
}
