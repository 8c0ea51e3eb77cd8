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

import {
  REQUEST_OVER,
  type RequestQuery,
  type RequestState,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { requestStates } from '../states/requestStates';
import type { GridSort } from './gridColumns';
import { appendValues, parseValues } from './urlFilter';

/** Whose requests are listed. */
export type RequestsShown = 'waiting' | 'mine' | 'all';

/** Which requests the page lists. All of it lives in the URL. */
export interface RequestView {
  show: RequestsShown;
  /** Also those in which nothing happens any more. */
  over: boolean;
  text: string;
  /** Values by key; one of a key's values must hold, for each key. */
  filter: Partial<Record<RequestFilter, string[]>>;
  sort: GridSort;
}

export const REQUEST_FILTERS = [
  'state',
  'kind',
  'operation',
  'owner',
  'environment',
  'requestedBy',
  'cluster',
  'thing',
] as const;

export type RequestFilter = (typeof REQUEST_FILTERS)[number];

const KNOWN = {
  state: Object.keys(requestStates),
  kind: ['cluster', 'namespace', 'application'],
  operation: ['create', 'change', 'delete', 'adopt', 'extend'],
};

const SORT_FIELDS = [
  'updated',
  'requested',
  'title',
  'owner',
  'state',
  'expires',
];
const DEFAULT_SORT: GridSort = { field: 'updated', direction: 'desc' };

/** Reads a view from the URL; what is unknown there is left out. */
export function parseRequestView(params: URLSearchParams): RequestView {
  const show = params.get('show');
  const [field, direction] = (params.get('sort') ?? '').split(',');
  return {
    show: show === 'waiting' || show === 'mine' ? show : 'all',
    over: params.get('over') === '1',
    text: params.get('q') ?? '',
    filter: parseValues(params, REQUEST_FILTERS, KNOWN),
    sort: SORT_FIELDS.includes(field)
      ? { field, direction: direction === 'desc' ? 'desc' : 'asc' }
      : DEFAULT_SORT,
  };
}

/** Writes a view into a URL; defaults are left out, so that links stay short. */
export function formatRequestView(view: Partial<RequestView>): URLSearchParams {
  const params = new URLSearchParams();
  const { filter = {}, over, show, sort, text } = view;
  if (show && show !== 'all') {
    params.set('show', show);
  }
  if (over) {
    params.set('over', '1');
  }
  appendValues(params, REQUEST_FILTERS, filter);
  if (text) {
    params.set('q', text);
  }
  if (
    sort &&
    (sort.field !== DEFAULT_SORT.field ||
      sort.direction !== DEFAULT_SORT.direction)
  ) {
    params.set('sort', `${sort.field},${sort.direction}`);
  }
  return params;
}

/** What a view asks of the backend. */
export function toRequestQuery(view: RequestView): RequestQuery {
  const { filter, show, sort, text } = view;
  // Who asks for a state in which nothing happens any more means those too.
  const withOver =
    view.over ||
    (filter.state ?? []).some(state =>
      REQUEST_OVER.includes(state as RequestState),
    );
  const all: Record<string, string[]> = {
    ...filter,
    ...(!withOver && { active: ['true'] }),
  };
  return {
    filter: Object.keys(all).length ? all : undefined,
    fullTextFilterTerm: text.trim() || undefined,
    mine: show === 'mine' || undefined,
    waitingForMe: show === 'waiting' || undefined,
    orderField: `${sort.field},${sort.direction}`,
  };
}

/** Whether a view leaves out more than whose they are, and whether they are over. */
export function isRequestViewFiltered(view: RequestView): boolean {
  return Boolean(view.text.trim()) || Object.keys(view.filter).length > 0;
}

/** The same view without its filters. */
export const NO_REQUEST_FILTERS: Pick<RequestView, 'text' | 'filter'> = {
  text: '',
  filter: {},
};
