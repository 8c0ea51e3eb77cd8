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
  PolicyEngine,
  PolicyMatrix,
  PolicyMode,
  PolicyQuery,
  PolicySeverity,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { policyModes, policySeverities } from '../states';
import { appendValues, parseValues } from './urlFilter';

/** What the Policies page shows. All of it lives in the URL. */
export interface PolicyView {
  by: PolicyMatrix['by'];
  text: string;
  /** Values by key; one of a key's values must hold, for each key. */
  filter: Partial<Record<PolicyFilter, string[]>>;
  /** Only policies of which a cell is so. */
  only?: PolicyOnly;
  /** Only columns that are so. */
  clusters?: ColumnOnly;
  asTable: boolean;
  /** The cell that is open at the side. */
  open?: CellName;
}

/** A cell of the matrix: the id of its policy, and the key of its column. */
export interface CellName {
  policy: string;
  column: string;
}

export const POLICY_FILTERS = [
  'engine',
  'category',
  'severity',
  'mode',
  'environment',
  'account',
  'owner',
  'region',
  'cluster',
  'name',
  'policy',
] as const;

export type PolicyFilter = (typeof POLICY_FILTERS)[number];

export const MATRIX_BY = [
  'cluster',
  'environment',
  'account',
  'owner',
] as const satisfies PolicyMatrix['by'][];

export const POLICY_ONLY = ['failing', 'safe', 'drift', 'notReady'] as const;
export type PolicyOnly = (typeof POLICY_ONLY)[number];

export const COLUMN_ONLY = ['noEngine', 'stale', 'unknown'] as const;
export type ColumnOnly = (typeof COLUMN_ONLY)[number];

export const POLICY_ENGINES: PolicyEngine[] = [
  'kyverno',
  'gatekeeper',
  'vap',
  'kubewarden',
  'trivy',
  'kube-bench',
  'security-hub',
  'falco',
  'other',
];
export const POLICY_SEVERITIES = Object.keys(
  policySeverities,
) as PolicySeverity[];
export const POLICY_MODES = Object.keys(policyModes) as PolicyMode[];

/** Values that the backend would refuse are no values; of other keys any is one. */
const KNOWN: Partial<Record<PolicyFilter, readonly string[]>> = {
  engine: POLICY_ENGINES,
  severity: POLICY_SEVERITIES,
  mode: POLICY_MODES,
};

/** Reads a view from the URL; what is unknown there is left out. */
export function parsePolicyView(params: URLSearchParams): PolicyView {
  return {
    by: oneOf(MATRIX_BY, params.get('by')) ?? 'cluster',
    text: params.get('q') ?? '',
    filter: parseValues(params, POLICY_FILTERS, KNOWN),
    only: oneOf(POLICY_ONLY, params.get('only')),
    clusters: oneOf(COLUMN_ONLY, params.get('clusters')),
    asTable: params.get('show') === 'table',
    open: parseCellName(params.get('open')),
  };
}

/** Writes a view into a URL; defaults are left out, so that links stay short. */
export function formatPolicyView(view: Partial<PolicyView>): URLSearchParams {
  const params = new URLSearchParams();
  if (view.by && view.by !== 'cluster') {
    params.set('by', view.by);
  }
  appendValues(params, POLICY_FILTERS, view.filter ?? {});
  if (view.text) {
    params.set('q', view.text);
  }
  if (view.only) {
    params.set('only', view.only);
  }
  if (view.clusters) {
    params.set('clusters', view.clusters);
  }
  if (view.asTable) {
    params.set('show', 'table');
  }
  if (view.open) {
    params.set('open', `${view.open.policy}@${view.open.column}`);
  }
  return params;
}

/** What a view asks of the backend. */
export function toPolicyQuery(
  view: PolicyView,
): PolicyQuery & { by: PolicyMatrix['by'] } {
  return {
    by: view.by,
    filter: Object.keys(view.filter).length
      ? (view.filter as Record<string, string[]>)
      : undefined,
    fullTextFilterTerm: view.text.trim() || undefined,
  };
}

/** Whether a view leaves anything out. */
export function isPolicyFiltered(view: PolicyView): boolean {
  return Boolean(
    view.text ||
      view.only ||
      view.clusters ||
      Object.keys(view.filter).length > 0,
  );
}

/** A column's key may hold anything, an ARN's colons too; an id is hexadecimal. */
function parseCellName(text: string | null): CellName | undefined {
  const found = /^([0-9a-f]{16})@(.*)$/s.exec(text ?? '');
  return found ? { policy: found[1], column: found[2] } : undefined;
}

function oneOf<T extends string>(
  known: readonly T[],
  value: string | null,
): T | undefined {
  return known.find(one => one === value);
}
