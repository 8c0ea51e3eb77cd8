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

import type { PolicyPageQuery } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { exceptionFlags, exceptionStates } from '../states';
import { POLICY_ENGINES } from './policyView';
import { appendValues, parseValues } from './urlFilter';

/** What the Exceptions page shows. All of it lives in the URL. */
export interface ExceptionView {
  text: string;
  /** Values by key; one of a key's values must hold, for each key. */
  filter: Partial<Record<ExceptionFilter, string[]>>;
  /** Id of the one that is open at the side. */
  open?: string;
}

export const EXCEPTION_FILTERS = [
  'state',
  'flag',
  'engine',
  'policy',
  'environment',
  'account',
  'owner',
  'region',
  'cluster',
] as const;

export type ExceptionFilter = (typeof EXCEPTION_FILTERS)[number];

const KNOWN: Partial<Record<ExceptionFilter, readonly string[]>> = {
  state: Object.keys(exceptionStates),
  flag: Object.keys(exceptionFlags),
  engine: POLICY_ENGINES,
};

/** Reads a view from the URL; what is unknown there is left out. */
export function parseExceptionView(params: URLSearchParams): ExceptionView {
  return {
    text: params.get('q') ?? '',
    filter: parseValues(params, EXCEPTION_FILTERS, KNOWN),
    open: params.get('open') || undefined,
  };
}

/** Writes a view into a URL; defaults are left out, so that links stay short. */
export function formatExceptionView(
  view: Partial<ExceptionView>,
): URLSearchParams {
  const params = new URLSearchParams();
  appendValues(params, EXCEPTION_FILTERS, view.filter ?? {});
  if (view.text) {
    params.set('q', view.text);
  }
  if (view.open) {
    params.set('open', view.open);
  }
  return params;
}

/** What a view asks of the backend. */
export function toExceptionQuery(view: ExceptionView): PolicyPageQuery {
  return {
    filter: Object.keys(view.filter).length
      ? (view.filter as Record<string, string[]>)
      : undefined,
    fullTextFilterTerm: view.text.trim() || undefined,
  };
}

/** Whether a view leaves anything out. */
export function isExceptionFiltered(view: ExceptionView): boolean {
  return Boolean(view.text) || Object.keys(view.filter).length > 0;
}
