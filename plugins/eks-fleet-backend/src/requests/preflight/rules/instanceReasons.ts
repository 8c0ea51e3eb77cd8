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
import type { ClusterRules } from '../config/types';
import { familyOf } from '../instances';
import { deny } from '../verdictOf';
import { anyOf } from '../words';

/** Whether node groups run what the operator offers. */
export function instanceReasons(
  { compute }: Pick<ClusterSpec, 'compute'>,
  { instanceFamilies }: Pick<ClusterRules, 'instanceFamilies'>,
): VerdictReason[] {
  if (!instanceFamilies) {
    return [];
  }
  return compute.nodeGroups.flatMap(({ instanceTypes }, group) =>
    instanceTypes.flatMap((type, index) =>
      instanceFamilies.includes(familyOf(type))
        ? []
        : [
            deny(
              'instanceFamilyNotAllowed',
              `compute.nodeGroups[${group}].instanceTypes[${index}]`,
              `Nodes may not be ${type}; they must be of the family ${anyOf(
                instanceFamilies,
              )}.`,
            ),
          ],
    ),
  );
}
