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

import type { FindingQuery } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { policyResults } from '../states';
import type { GridSort } from './gridColumns';
import { oneLine } from './oneLine';
import { POLICY_ENGINES, POLICY_SEVERITIES } from './policyView';
import { appendValues, parseValues } from './urlFilter';

/** What the Findings page shows. All of it lives in the URL. */
export interface FindingView {
  text: string;
  /** Values by key; one of a key's values must hold, for each key. */
  filter: Partial<Record<FindingFilter, string[]>>;
  sort: GridSort;
  /** Fingerprint of the one that is open at the side. */
  open?: string;
  /** What a link looked for and did not find, in words. */
  sought?: string;
}

const FIRST = ['severity', 'result'] as const;

const REST = [
  'engine',
  'category',
  'environment',
  'owner',
  'account',
  'region',
  'cluster',
  'namespace',
  'kind',
] as const;

/** Facets at the left, in the order of the page. */
export const FINDING_FACETS = [...FIRST, 'name', ...REST] as const;

/** One policy of one engine is asked for by links only, and then shown too. */
export type FindingFacet = (typeof FINDING_FACETS)[number] | 'policy';

/** The facets that are shown beside a view. */
export function findingFacets({
  filter,
}: Pick<FindingView, 'filter'>): readonly FindingFacet[] {
  return filter.policy ? [...FINDING_FACETS, 'policy'] : FINDING_FACETS;
}

export const FINDING_FILTERS = [
  ...FIRST,
  'policy',
  ...REST,
  'state',
  'due',
  'new',
  'resolved',
  'name',
  'rule',
  'resource',
  'assignee',
  'exception',
] as const;

export type FindingFilter = (typeof FINDING_FILTERS)[number];

const KNOWN: Partial<Record<FindingFilter, readonly string[]>> = {
  engine: POLICY_ENGINES,
  severity: POLICY_SEVERITIES,
  result: Object.keys(policyResults),
  state: ['open', 'resolved'],
  due: ['overdue', 'week'],
  new: ['day', 'week'],
  resolved: ['day', 'week'],
};

export const FINDING_ORDERS = [
  'severity',
  'firstSeen',
  'due',
  'policy',
  'cluster',
  'namespace',
] as const;

const LONGEST_SOUGHT = 1_500;

const DEFAULT_SORT: GridSort = { field: 'severity', direction: 'desc' };

/** Reads a view from the URL; what is unknown there is left out. */
export function parseFindingView(params: URLSearchParams): FindingView {
  const open = params.get('open');
  return {
    text: params.get('q') ?? '',
    filter: parseValues(params, FINDING_FILTERS, KNOWN),
    sort: parseSort(params.get('sort')),
    open: open && /^[0-9a-f]{32}$/.test(open) ? open : undefined,
    sought:
      oneLine(params.get('sought') ?? '').slice(0, LONGEST_SOUGHT) || undefined,
  };
}

/** Writes a view into a URL; defaults are left out, so that links stay short. */
export function formatFindingView(view: Partial<FindingView>): URLSearchParams {
  const params = new URLSearchParams();
  appendValues(params, FINDING_FILTERS, view.filter ?? {});
  if (view.text) {
    params.set('q', view.text);
  }
  if (view.sort && formatSort(view.sort) !== formatSort(DEFAULT_SORT)) {
    params.set('sort', formatSort(view.sort));
  }
  if (view.open) {
    params.set('open', view.open);
  }
  if (view.sought) {
    params.set('sought', view.sought);
  }
  return params;
}

/** What a view asks of the backend. */
export function toFindingQuery(
  view: Pick<FindingView, 'filter' | 'text'> & Partial<FindingView>,
): FindingQuery {
  return {
    filter: Object.keys(view.filter).length
      ? (view.filter as Record<string, string[]>)
      : undefined,
    fullTextFilterTerm: view.text.trim() || undefined,
    orderField: formatSort(view.sort ?? DEFAULT_SORT),
  };
}

/** Whether a view leaves anything out. */
export function isFindingFiltered(view: FindingView): boolean {
  return Boolean(view.text) || Object.keys(view.filter).length > 0;
}

/** A filter with one value of a key in place of all others, or without it. */
export function chooseOne<K extends string>(
  filter: Partial<Record<K, string[]>>,
  key: K,
  value: string,
): Partial<Record<K, string[]>> {
  const { [key]: chosen, ...others } = filter;
  const rest = others as Partial<Record<K, string[]>>;
  return (chosen as string[] | undefined)?.includes(value)
    ? rest
    : { ...rest, [key]: [value] };
}

function parseSort(text: string | null): GridSort {
  const [field, direction] = (text ?? '').split(',');
  return FINDING_ORDERS.some(known => known === field)
    ? { field, direction: direction === 'desc' ? 'desc' : 'asc' }
    : DEFAULT_SORT;
}

function formatSort(sort: GridSort): string {
  return `${sort.field},${sort.direction}`;
}
