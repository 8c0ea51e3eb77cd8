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

import type { FindingView } from './findingView';
import { oneLine } from './oneLine';

/** What a deep link says of a finding, in the words of whoever wrote it. */
export interface SoughtFinding {
  policy?: string;
  namespace?: string;
  kind?: string;
  resource?: string;
}

const KEYS = ['policy', 'namespace', 'kind', 'resource'] as const;
/** Views of a cluster that a finding may be looked for in; others have no findings. */
const VIEWS = ['policy', 'findings'];
/** Longer than any name in Kubernetes. */
const LONGEST = 300;

/**
 * Reads what a deep link looks for.
 *
 * @param onCluster - whether it names a cluster; a view of many clusters takes
 *   its own filters
 * @returns nothing where the link names no more than a place
 */
export function parseSought(
  params: URLSearchParams,
  onCluster: boolean,
): SoughtFinding | undefined {
  const view = params.get('view');
  if (view && !(onCluster && VIEWS.includes(view))) {
    return undefined;
  }
  const sought: SoughtFinding = {};
  for (const key of KEYS) {
    const value = oneLine(params.get(key) ?? '').slice(0, LONGEST);
    if (value) {
      sought[key] = value;
    }
  }
  return Object.keys(sought).length > 0 ? sought : undefined;
}

/** What might be meant, the narrowest first; each next one leaves something out. */
export function soughtFilters(
  sought: SoughtFinding,
  arn: string | undefined,
): Array<FindingView['filter']> {
  const { kind, namespace, policy, resource } = sought;
  const filters: Array<SoughtFinding> = [
    { policy, namespace, kind, resource },
    // Pods that come and go are one with what controls them.
    { policy, namespace },
    { policy },
    { namespace },
    {},
  ];
  const seen = new Set<string>();
  return filters
    .map(part => toFilter(part, arn))
    .filter(filter => {
      const text = JSON.stringify(filter);
      return !seen.has(text) && seen.add(text);
    });
}

/** As `policy require-owner, namespace checkout`. */
export function describeSought(sought: SoughtFinding): string {
  return KEYS.filter(key => sought[key])
    .map(key => `${key} ${sought[key]}`)
    .join(', ');
}

function toFilter(
  { kind, namespace, policy, resource }: SoughtFinding,
  arn: string | undefined,
): FindingView['filter'] {
  return {
    ...(arn && { cluster: [arn] }),
    ...(namespace && { namespace: [namespace] }),
    ...(kind && { kind: [kind] }),
    // Policy Reporter names a policy of a namespace as `namespace/name`.
    ...(policy && { name: [policy.slice(policy.indexOf('/') + 1)] }),
    ...(resource && { resource: [resource] }),
  };
}
