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

import type { ClusterSpec } from './types';

/**
 * The same bill of materials with its lists of named things in order of their
 * names, which means nothing to EKS: two that want the same are then equal.
 *
 * @public
 */
export function inOrder(spec: ClusterSpec): ClusterSpec {
  return {
    ...spec,
    compute: {
      ...spec.compute,
      nodeGroups: by(spec.compute.nodeGroups, ({ name }) => name).map(each => ({
        ...each,
        taints: by(each.taints, ({ effect, key }) => `${key} ${effect}`),
      })),
    },
    addons: by(spec.addons, ({ name }) => name),
    podIdentityAssociations: by(
      spec.podIdentityAssociations,
      ({ namespace, serviceAccount }) => `${namespace}/${serviceAccount}`,
    ),
    accessEntries: by(
      spec.accessEntries,
      ({ principalArn }) => principalArn,
    ).map(each => ({
      ...each,
      accessPolicies: by(each.accessPolicies, ({ policyArn }) => policyArn),
    })),
  };
}

function by<T>(items: readonly T[], nameOf: (item: T) => string): T[] {
  return [...items].sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
}
