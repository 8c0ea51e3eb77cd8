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
import type { EnvironmentRules } from '../config/types';
import { deny } from '../verdictOf';

/** Whether a cluster is kept from being deleted where it must be, but for one that is to go. */
export function protectionReasons(
  spec: Pick<ClusterSpec, 'deletionProtection' | 'environment' | 'lifecycle'>,
  rules: Pick<EnvironmentRules, 'deletionProtection'> | undefined,
): VerdictReason[] {
  return rules?.deletionProtection &&
    !spec.deletionProtection &&
    spec.lifecycle === 'active'
    ? [
        deny(
          'deletionProtectionMissing',
          'deletionProtection',
          `Clusters of ${spec.environment} must have deletion protection.`,
        ),
      ]
    : [];
}
