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

import { hasLabel, inAccount, isOwner, filter } from '../inventory/queries';
import type { Conditions } from '../inventory/startInventory';

/** What the readiness page asks for, and as whom. */
export interface PageQuery {
  name: string;
  path: string;
  as?: Conditions;
}

/** @param cause - the key of the cause that hits the most clusters */
export function pageQueries(cause: string): PageQuery[] {
  const causeOnly = `cause=${encodeURIComponent(cause)}`;
  const lists: Array<{ name: string; query: string; as?: Conditions }> = [
    { name: 'no filter', query: '' },
    { name: 'blocked', query: '&verdict=blocked' },
    { name: 'ready or unknown', query: '&verdict=ready&verdict=unknown' },
    { name: 'out of extended support', query: '&target=supported' },
    { name: 'one version', query: '&target=1.34' },
    { name: 'owner', query: filter('owner=group:default/payments') },
    { name: 'label', query: filter('label.environment=prod') },
    { name: 'text', query: '&fullTextFilterTerm=cluster-000' },
    { name: 'one cause', query: `&${causeOnly}` },
    { name: 'order by name', query: '&orderField=name,desc' },
    { name: 'order by blockers', query: '&orderField=blockers,desc' },
    { name: 'order by support', query: '&orderField=supportEnds,asc' },
    { name: 'as an owner', query: '', as: isOwner },
    {
      name: 'everything at once',
      query: `&target=supported&verdict=blocked${filter(
        'label.environment=prod',
      )}&fullTextFilterTerm=cluster&orderField=blockers,desc`,
      as: { anyOf: [isOwner, hasLabel, inAccount] },
    },
  ];
  return [
    ...lists.map(({ name, query, as }) => ({
      name: `/readiness?limit=50: ${name}`,
      path: `readiness?limit=50${query}`,
      as,
    })),
    { name: '/blockers: no filter', path: 'blockers' },
    { name: '/blockers: as an owner', path: 'blockers', as: isOwner },
    {
      name: '/blockers: label, out of extended support',
      path: `blockers?target=supported${filter('label.environment=prod')}`,
    },
    { name: '/blockers: one cause', path: `blockers?${causeOnly}` },
  ];
}
