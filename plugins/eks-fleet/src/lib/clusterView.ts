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

import type { ClusterQuery } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import {
  clusterColumns,
  defaultColumns,
  type ClusterColumnId,
} from './clusterColumns';
import type { GridSort } from './gridColumns';

/** What the Clusters page shows: filters, text, order and columns. All of it lives in the URL. */
export interface ClusterView {
  /** Values by facet; one of a facet's values must hold, for each facet. */
  filter: Record<string, string[]>;
  text: string;
  sort: GridSort;
  columns: ClusterColumnId[];
}

/** The facets that the backend knows, in the order of the page. */
export const CLUSTER_FACETS = [
  'support',
  'version',
  'status',
  'observation',
  'drift',
  'environment',
  'account',
  'region',
  'owner',
  'system',
  'origin',
  'provider',
] as const;

export type ClusterFacet = (typeof CLUSTER_FACETS)[number];

const LABEL_FACET = /^label\..{1,317}$/;
const DEFAULT_SORT: GridSort = { field: 'name', direction: 'asc' };

/** Reads the filter by facets from the URL. */
export function parseFilter(params: URLSearchParams): ClusterView['filter'] {
  const filter: ClusterView['filter'] = {};
  for (const key of new Set(params.keys())) {
    if (isFacet(key)) {
      const values = [...new Set(params.getAll(key))].filter(Boolean);
      if (values.length) {
        filter[key] = values;
      }
    }
  }
  return filter;
}

/** Writes the filter by facets into a URL. */
export function appendFilter(
  params: URLSearchParams,
  filter: ClusterView['filter'],
): void {
  for (const [key, values] of Object.entries(filter)) {
    for (const value of values) {
      params.append(key, value);
    }
  }
}

/** Reads a view from the URL; what is unknown there is left out. */
export function parseClusterView(params: URLSearchParams): ClusterView {
  return {
    filter: parseFilter(params),
    text: params.get('q') ?? '',
    sort: parseSort(params.get('sort')),
    columns: parseColumns(params.get('columns')),
  };
}

/** Writes a view into a URL; defaults are left out, so that links stay short. */
export function formatClusterView(view: Partial<ClusterView>): URLSearchParams {
  const params = new URLSearchParams();
  appendFilter(params, view.filter ?? {});
  if (view.text) {
    params.set('q', view.text);
  }
  if (view.sort && formatSort(view.sort) !== formatSort(DEFAULT_SORT)) {
    params.set('sort', formatSort(view.sort));
  }
  const columns = view.columns?.join(',');
  if (columns !== undefined && columns !== defaultColumns.join(',')) {
    params.set('columns', columns);
  }
  return params;
}

/** What a view asks of the backend. */
export function toClusterQuery(
  view: Pick<ClusterView, 'filter' | 'text' | 'sort'>,
): ClusterQuery {
  return {
    filter: view.filter,
    fullTextFilterTerm: view.text.trim() || undefined,
    orderField: formatSort(view.sort),
  };
}

/** A view with a facet's value added, or taken away where it was chosen. */
export function toggleFilter(
  filter: ClusterView['filter'],
  facet: string,
  value: string,
): ClusterView['filter'] {
  const { [facet]: chosen = [], ...others } = filter;
  const values = chosen.includes(value)
    ? chosen.filter(other => other !== value)
    : [...chosen, value];
  return values.length ? { ...others, [facet]: values } : others;
}

function isFacet(key: string): boolean {
  return (
    (CLUSTER_FACETS as readonly string[]).includes(key) || LABEL_FACET.test(key)
  );
}

function parseSort(text: string | null): GridSort {
  const [field, direction] = (text ?? '').split(',');
  return clusterColumns.some(column => column.orderField === field)
    ? { field, direction: direction === 'desc' ? 'desc' : 'asc' }
    : DEFAULT_SORT;
}

function formatSort(sort: GridSort): string {
  return `${sort.field},${sort.direction}`;
}

function parseColumns(text: string | null): ClusterColumnId[] {
  const wanted = text?.split(',') ?? [];
  const chosen = clusterColumns
    .map(column => column.id)
    .filter(id => id === 'name' || wanted.includes(id));
  return text === null || chosen.length < 2 ? [...defaultColumns] : chosen;
}
