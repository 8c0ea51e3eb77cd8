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
import { escapeLike } from '../../database/escapeLike';
import { whereInScope } from '../../inventory/clusterSql';
import type { ClusterScope } from '../../inventory/types';
import type { EksFleetRolloutCondition } from '../../permissions/rolloutResource';
import type {
  RolloutFilterKey,
  RolloutScope,
  RolloutSelectionQuery,
} from './types';

const SUBJECTS = {
  owner: { table: 'rollout_owners', column: 'owner' },
  environment: { table: 'rollout_environments', column: 'environment' },
} as const;

export function whereRolloutInScope(
  query: Knex.QueryBuilder,
  scope: RolloutScope,
): void {
  if (scope === 'all') {
    return;
  }
  if (scope === 'none') {
    query.whereRaw('1 = 0');
    return;
  }
  query.where(inner => whereCriteria(inner, scope));
}

export function whereRolloutSelected(
  query: Knex.QueryBuilder,
  { filter, scope, text }: RolloutSelectionQuery,
): void {
  whereRolloutInScope(query, scope);
  if (text) {
    query.whereRaw(`rollouts.search_text like ? escape '!'`, [
      `%${escapeLike(text.toLowerCase())}%`,
    ]);
  }
  for (const [key, values] of filter) {
    whereFilter(query, key, values);
  }
}

/** Cells with at least one cluster in the scope. */
export function whereCellInScope(
  query: Knex.QueryBuilder,
  scope: ClusterScope,
  cellColumn = 'rollout_cells.id',
): void {
  if (scope === 'all') {
    return;
  }
  query.whereExists(exists => {
    exists
      .select(exists.client.raw('1'))
      .from('rollout_clusters as readable')
      .join('clusters', 'clusters.arn', 'readable.arn')
      .whereRaw('readable.cell_id = ??', [cellColumn])
      .where('clusters.origin', 'eks-fleet');
    whereInScope(exists, scope);
  });
}

function whereFilter(
  query: Knex.QueryBuilder,
  key: RolloutFilterKey,
  values: string[],
): void {
  switch (key) {
    case 'lifecycle':
    case 'version':
      query.whereIn(`rollouts.${key}`, values);
      break;
    case 'environment':
    case 'owner':
      whereHas(query, key, inner =>
        inner.whereIn(SUBJECTS[key].column, values),
      );
      break;
    case 'cluster':
      query.whereExists(exists =>
        exists
          .select(exists.client.raw('1'))
          .from('rollout_clusters')
          .whereRaw('rollout_clusters.rollout_id = rollouts.id')
          .whereIn('rollout_clusters.arn', values),
      );
      break;
    default:
      query.where(any => {
        for (const value of values) {
          any.orWhereRaw(`rollouts.waiting like ? escape '!'`, [
            `%${escapeLike(
              `"ref":${JSON.stringify(value.toLocaleLowerCase('en-US'))}`,
            )}%`,
          ]);
        }
      });
  }
}

function whereCriteria(
  query: Knex.QueryBuilder,
  criteria: PermissionCriteria<EksFleetRolloutCondition>,
): void {
  if (has<AllOfCriteria<EksFleetRolloutCondition>>(criteria, 'allOf')) {
    for (const part of criteria.allOf) {
      query.where(inner => whereCriteria(inner, part));
    }
  } else if (has<AnyOfCriteria<EksFleetRolloutCondition>>(criteria, 'anyOf')) {
    for (const part of criteria.anyOf) {
      query.orWhere(inner => whereCriteria(inner, part));
    }
  } else if (has<NotCriteria<EksFleetRolloutCondition>>(criteria, 'not')) {
    query.whereNot(inner => whereCriteria(inner, criteria.not));
  } else {
    whereCondition(query, criteria);
  }
}

function whereCondition(
  query: Knex.QueryBuilder,
  { kind, match, values }: EksFleetRolloutCondition,
): void {
  const { column } = SUBJECTS[kind];
  whereHas(query, kind, inner => inner.whereIn(column, values));
  if (match === 'every') {
    query.whereNotExists(inner =>
      select(inner, kind).whereNotIn(column, values),
    );
  }
}

function whereHas(
  query: Knex.QueryBuilder,
  kind: keyof typeof SUBJECTS,
  condition: (inner: Knex.QueryBuilder) => void,
): void {
  query.whereExists(inner => condition(select(inner, kind)));
}

function select(
  query: Knex.QueryBuilder,
  kind: keyof typeof SUBJECTS,
): Knex.QueryBuilder {
  const { table } = SUBJECTS[kind];
  return query
    .select(query.client.raw('1'))
    .from(table)
    .whereRaw('??.rollout_id = rollouts.id', [table]);
}

function has<T extends object>(criteria: object, key: string): criteria is T {
  return Object.hasOwn(criteria, key);
}
