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
  NamespaceAccess,
  NamespaceAccessLevel,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';

/** Access for what was typed: a principal of AWS where it is an ARN, else a group of Kubernetes. */
export function accessOf(
  who: string,
  level: NamespaceAccessLevel,
): NamespaceAccess {
  return who.startsWith('arn:')
    ? { principalArn: who, level }
    : { kubernetesGroup: who, level };
}

/** Who it is for. */
export function accessWho(access: NamespaceAccess): string {
  return 'principalArn' in access
    ? access.principalArn
    : access.kubernetesGroup;
}
