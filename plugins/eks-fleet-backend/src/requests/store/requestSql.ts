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
import { REQUEST_OVER } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { Knex } from 'knex';
import { escapeLike } from '../../database/escapeLike';
import type { EksFleetRequestCondition } from '../../permissions/requestResource';
import { lower } from './rows';
import type {
  RequestFilterKey,
  RequestOrderField,
  RequestScope,
  RequestSelection,
} from './types';

export const ORDER_COLUMNS: Record<RequestOrderField, string> = {
  updated: 'updated_at',
  requested: 'requested_at',
  title: 'title',
  owner: 'owner',
  state: 'state',
  expires: 'expires_on',
};

/** Requests that somebody has a permission on. */
export function whereRequestInScope(
  query: Knex.QueryBuilder,
  scope: RequestScope,
): void {
  if (scope === 'none') {
    query.whereRaw('1 = 0');
  } else if (scope !== 'all') {
    query.where(inner => whereCriteria(inner, scope));
  }
}

export function whereRequestSelected(
  query: Knex.QueryBuilder,
  { filters = [], mine, scope, text, waitingFor }: RequestSelection,
): void {
  whereRequestInScope(query, scope);
  if (text) {
    query.whereRaw(`search like ? escape '!'`, [
      `%${escapeLike(lower(text))}%`,
    ]);
  }
  if (mine) {
    query.where(any =>
      any.whereIn('owner', mine).orWhereIn('requested_by', mine),
    );
  }
  if (waitingFor) {
    const userRef = lower(waitingFor.userRef);
    query
      .where('state', 'pendingApproval')
      .whereNot('requested_by', userRef)
      .whereNot('amended_by', userRef);
    whereRequestInScope(query, waitingFor.scope);
  }
  if (filters.length > 0) {
    query.where(any => {
      for (const filter of filters) {
        any.orWhere(all => {
          // An empty one lets all through.
          all.whereRaw('1 = 1');
          for (const [key, values] of filter) {
            whereFilter(all, key, values);
          }
        });
      }
    });
  }
}

function whereFilter(
  query: Knex.QueryBuilder,
  key: RequestFilterKey,
  values: string[],
): void {
  switch (key) {
    case 'owner':
      query.whereIn('owner', values.map(lower));
      break;
    case 'requestedBy':
      query.whereIn('requested_by', values.map(lower));
      break;
    case 'thing':
      query.whereIn('thing_key', values);
      break;
    case 'cluster':
      query.whereIn('cluster_key', values.map(keyOfArn));
      break;
    case 'active':
      query.where(any => {
        if (values.includes('true')) {
          any.orWhereNotIn('state', [...REQUEST_OVER]);
        }
        if (values.includes('false')) {
          any.orWhereIn('state', [...REQUEST_OVER]);
        }
      });
      break;
    default:
      query.whereIn(key, values);
  }
}

/** `<account>/<region>/<name>`; what is no ARN fits nothing. */
function keyOfArn(arn: string): string {
  const [, , service, region, accountId, resource = ''] = arn.split(':');
  return service === 'eks' && resource.startsWith('cluster/')
    ? `${accountId}/${region}/${resource.slice('cluster/'.length)}`
    : '';
}

function whereCriteria(
  query: Knex.QueryBuilder,
  criteria: PermissionCriteria<EksFleetRequestCondition>,
): void {
  if (has<AllOfCriteria<EksFleetRequestCondition>>(criteria, 'allOf')) {
    for (const part of criteria.allOf) {
      query.where(inner => whereCriteria(inner, part));
    }
  } else if (has<AnyOfCriteria<EksFleetRequestCondition>>(criteria, 'anyOf')) {
    for (const part of criteria.anyOf) {
      query.orWhere(inner => whereCriteria(inner, part));
    }
  } else if (has<NotCriteria<EksFleetRequestCondition>>(criteria, 'not')) {
    query.whereNot(inner => whereCriteria(inner, criteria.not));
  } else if (criteria.kind === 'environment') {
    query.whereIn('environment', criteria.environments);
  } else {
    const { claims } = criteria;
    query.where(any =>
      any.whereIn('owner', claims).orWhereIn('requested_by', claims),
    );
  }
}

function has<T extends object>(
  criteria: object,
  key: keyof T & string,
): criteria is T {
  return key in criteria;
}
