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

import { fillPath } from '../../gitops/config/pathTemplate';
import type { LocatableCluster } from '../../gitops/config/types';

/**
 * Where the layers are by default, the first one below all others.
 *
 * @public
 */
export const POLICY_LAYER_PATHS: readonly string[] = [
  'charts/fleet-policies/values.yaml',
  'policies/default.yaml',
  'policies/environments/{label.environment}.yaml',
  'policies/tenants/{label.tenant}.yaml',
  'policies/clusters/{account}/{region}/{cluster}.yaml',
];

/**
 * Paths of a cluster's layers. One that takes a label which the cluster has
 * not, or which could lead elsewhere, is left out, as Argo CD leaves out files
 * that are not there.
 *
 * @public
 */
export function policyLayerPaths(
  cluster: LocatableCluster,
  templates: readonly string[] = POLICY_LAYER_PATHS,
): string[] {
  return templates.flatMap(template => {
    const filled = fillPath(template, cluster);
    return 'path' in filled ? [filled.path] : [];
  });
}
