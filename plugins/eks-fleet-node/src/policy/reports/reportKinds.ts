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

import type { ServedApis, ServedKind } from '../common/servedApis';

const REPORT_APIS = [
  { group: 'wgpolicyk8s.io', versions: ['v1beta1', 'v1alpha2'] },
  { group: 'openreports.io', versions: ['v1alpha1'] },
];

const REPORT_KINDS = new Set([
  'PolicyReport',
  'ClusterPolicyReport',
  'Report',
  'ClusterReport',
]);

/** Engines that write reports and bring an API of their own. */
const ENGINE_GROUPS = [
  'kyverno.io',
  'policies.kyverno.io',
  'policies.kubewarden.io',
  'aquasecurity.github.io',
];

/** Each kind of reports that is served, of both APIs. */
export async function reportKinds(apis: ServedApis): Promise<ServedKind[]> {
  const kinds = await Promise.all(
    REPORT_APIS.map(({ group, versions }) => apis.kinds(group, versions)),
  );
  return kinds.flat().filter(({ kind }) => REPORT_KINDS.has(kind));
}

/** Whether anything is there that could have written reports. */
export function hasEngine(apis: ServedApis): boolean {
  return ENGINE_GROUPS.some(group => apis.has(group));
}
