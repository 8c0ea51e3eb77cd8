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
  ReadinessQuery,
  ReadinessVerdict,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { appendFilter, parseFilter, type ClusterView } from './clusterView';
import type { GridSort } from './gridColumns';
import { causeColumns, readinessColumns } from './readinessColumns';

/** What the Readiness page shows. All of it lives in the URL. */
export interface ReadinessView {
  /** `next`, `supported`, or a version such as `1.35`. */
  target: string;
  tab: ReadinessTab;
  filter: ClusterView['filter'];
  text: string;
  /** Only these; all where it is empty. */
  verdicts: ReadinessVerdict[];
  /** Of the tab that is shown. */
  sort: GridSort;
  /** The cause that is open at the side. */
  cause?: string;
}

export type ReadinessTab = 'causes' | 'clusters';

export const READINESS_TABS: ReadinessTab[] = ['causes', 'clusters'];

const VERDICTS: ReadinessVerdict[] = ['ready', 'blocked', 'unknown'];
const TARGET = /^(?:next|supported|\d{1,3}\.\d{1,4})$/;
const DEFAULT_SORTS: Record<ReadinessTab, GridSort> = {
  causes: { field: 'clusters', direction: 'desc' },
  clusters: { field: 'name', direction: 'asc' },
};

/** The target that an address names; the next minor where it names none. */
export function parseTarget(params: URLSearchParams): string {
  const target = params.get('target') ?? '';
  return TARGET.test(target) ? target : 'next';
}

/** Reads a view from the URL; what is unknown there is left out. */
export function parseReadinessView(params: URLSearchParams): ReadinessView {
  const tab = params.get('tab') === 'clusters' ? 'clusters' : 'causes';
  const asked = params.getAll('verdict');
  return {
    target: parseTarget(params),
    tab,
    filter: parseFilter(params),
    text: params.get('q') ?? '',
    verdicts: VERDICTS.filter(verdict => asked.includes(verdict)),
    sort: parseSort(tab, params.get('sort')),
    cause: params.get('cause') || undefined,
  };
}

/** Writes a view into a URL; defaults are left out, so that links stay short. */
export function formatReadinessView(
  view: Partial<ReadinessView>,
): URLSearchParams {
  const { target = 'next', tab = 'causes', filter = {}, sort } = view;
  const params = new URLSearchParams();
  if (target !== 'next') {
    params.set('target', target);
  }
  if (tab !== 'causes') {
    params.set('tab', tab);
  }
  appendFilter(params, filter);
  if (view.text) {
    params.set('q', view.text);
  }
  for (const verdict of view.verdicts ?? []) {
    params.append('verdict', verdict);
  }
  if (sort && formatSort(sort) !== formatSort(DEFAULT_SORTS[tab])) {
    params.set('sort', formatSort(sort));
  }
  if (view.cause) {
    params.set('cause', view.cause);
  }
  return params;
}

/** A view with a change; another tab begins with its own order. */
export function changeReadinessView(
  view: ReadinessView,
  change: Partial<ReadinessView>,
): ReadinessView {
  const next = { ...view, ...change };
  return change.tab && change.tab !== view.tab && !change.sort
    ? { ...next, sort: DEFAULT_SORTS[change.tab] }
    : next;
}

/** A view with a verdict added or taken away; it is the clusters that have one. */
export function toggleVerdict(
  view: ReadinessView,
  verdict: ReadinessVerdict,
): Partial<ReadinessView> {
  return {
    tab: 'clusters',
    verdicts: VERDICTS.filter(
      other => view.verdicts.includes(other) !== (other === verdict),
    ),
  };
}

/** What a view asks of the backend about clusters. */
export function toReadinessQuery(view: ReadinessView): ReadinessQuery {
  return {
    target: view.target,
    filter: view.filter,
    fullTextFilterTerm: view.text.trim() || undefined,
    verdict: view.verdicts.length ? view.verdicts : undefined,
    orderField: formatSort(
      view.tab === 'clusters' ? view.sort : DEFAULT_SORTS.clusters,
    ),
  };
}

function parseSort(tab: ReadinessTab, text: string | null): GridSort {
  const columns = tab === 'causes' ? causeColumns : readinessColumns;
  const [field, direction] = (text ?? '').split(',');
  return columns.some(({ orderField }) => orderField === field)
    ? { field, direction: direction === 'desc' ? 'desc' : 'asc' }
    : DEFAULT_SORTS[tab];
}

function formatSort(sort: GridSort): string {
  return `${sort.field},${sort.direction}`;
}
