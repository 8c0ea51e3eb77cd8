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
  ReadinessItem,
  ReadinessQuery,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';

/** One page; what was asked travels in the cursor, as with the backend. */
export function paged<T>(
  items: T[],
  page: { limit?: number; cursor?: string },
  asked: object = {},
): { items: T[]; pageInfo: { nextCursor?: string } } {
  const { limit = 50, cursor } = page;
  const offset = cursor ? (JSON.parse(cursor).offset as number) : 0;
  const end = offset + limit;
  return {
    items: items.slice(offset, end),
    pageInfo:
      end < items.length
        ? { nextCursor: JSON.stringify({ asked, offset: end }) }
        : {},
  };
}

/** Whether a verdict fits filter and text, whatever verdict it is. */
export function fitsItem(item: ReadinessItem, query: ReadinessQuery): boolean {
  const values: Record<string, string | undefined> = {
    account: item.accountId,
    region: item.region,
    environment: item.environment,
    owner: item.owner,
    version: item.version,
    support: item.support.state,
  };
  const text = query.fullTextFilterTerm?.toLocaleLowerCase('en-US') ?? '';
  return (
    item.name.toLocaleLowerCase('en-US').includes(text) &&
    Object.entries(query.filter ?? {}).every(([facet, wanted]) =>
      wanted.includes(values[facet] ?? ''),
    )
  );
}

/** In the order of a field, by name where it is the same. */
export function sortItems(
  items: ReadinessItem[],
  orderField = 'name,asc',
): ReadinessItem[] {
  const [field, direction] = orderField.split(',');
  const sign = direction === 'desc' ? -1 : 1;
  const valueOf = (item: ReadinessItem) =>
    field === 'supportEnds'
      ? item.support.endOfExtendedSupport ?? ''
      : `${(item as unknown as Record<string, unknown>)[field] ?? ''}`;
  return [...items].sort(
    (a, b) =>
      sign *
        valueOf(a).localeCompare(valueOf(b), undefined, { numeric: true }) ||
      a.name.localeCompare(b.name),
  );
}
