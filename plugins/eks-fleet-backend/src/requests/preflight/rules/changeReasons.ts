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
  ClusterSpec,
  VerdictReason,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { RequestAsk } from '../ground/types';
import { deny } from '../verdictOf';

/** What no change of a cluster that is there can be. */
export function changeReasons({
  base,
  operation,
  spec,
}: RequestAsk<ClusterSpec>): VerdictReason[] {
  if (!base || (operation !== 'change' && operation !== 'extend')) {
    return [];
  }
  const reasons: VerdictReason[] = [];
  if (spec.kubernetesVersion !== base.kubernetesVersion) {
    reasons.push(
      deny(
        'versionByRollout',
        'kubernetesVersion',
        `A rollout moves a cluster from Kubernetes ${base.kubernetesVersion} to another version, with its gates; a request does not.`,
      ),
    );
  }
  for (const field of ['name', 'accountId', 'region'] as const) {
    if (spec[field] !== base[field]) {
      reasons.push(
        deny(
          'anotherCluster',
          field,
          `A change must leave ${field} as it is, ${base[field]}: another one is another cluster.`,
        ),
      );
    }
  }
  return reasons;
}
