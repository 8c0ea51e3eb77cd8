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

import { accountId } from './fleetEntities';
import type { Conditions } from './startInventory';

/** What somebody asks for, and as whom. */
export interface Query {
  name: string;
  query?: string;
  as?: Conditions;
}

export const isOwner = condition('IS_OWNER', {
  claims: ['group:default/payments', 'user:default/dana'],
});
export const hasLabel = condition('HAS_LABEL', {
  key: 'environment',
  value: 'prod',
});
export const inAccount = condition('IN_ACCOUNT', { accounts: [accountId(1)] });

/** Each filter of the list once, and all that is slow together. */
export const QUERIES: Query[] = [
  { name: 'no filter' },
  {
    name: 'account and Region',
    query: filter(`account=${accountId(3)},region=eu-west-1`),
  },
  { name: 'version', query: filter('version=1.33') },
  { name: 'support state', query: filter('support=extended') },
  { name: 'status', query: filter('status=UPDATING') },
  { name: 'owner', query: filter('owner=group:default/payments') },
  { name: 'label', query: filter('label.cost-center=cc-1007') },
  { name: 'observation', query: filter('observation=fresh') },
  { name: 'text', query: '&fullTextFilterTerm=cluster-000' },
  { name: 'text of nothing', query: '&fullTextFilterTerm=zzzz' },
  { name: 'order by support', query: '&orderField=support,asc' },
  { name: 'order by last seen', query: '&orderField=seen,desc' },
  { name: 'as an owner', as: isOwner },
  { name: 'as a reader of a label', as: hasLabel },
  { name: 'as a reader of an account', as: inAccount },
  {
    name: 'everything at once',
    query: `${filter(
      'support=extended,version=1.32,label.environment=prod',
    )}&fullTextFilterTerm=cluster&orderField=support,desc`,
    as: { anyOf: [isOwner, hasLabel, inAccount] },
  },
];

export function filter(pairs: string): string {
  return `&filter=${encodeURIComponent(pairs)}`;
}

function condition(rule: string, params: object): Conditions {
  return { rule, resourceType: 'eks-fleet-cluster', params } as Conditions;
}
