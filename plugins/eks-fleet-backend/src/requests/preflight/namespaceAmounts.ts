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

import {
  parseQuantity,
  quantityAsNumber,
  type NamespaceSpec,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { Amounts } from './ground/types';

const GIB = parseQuantity('1Gi')!;

/** What a namespace sets aside: what its pods may request, and its claims. */
export function namespaceAmounts({
  quota,
}: Pick<NamespaceSpec, 'quota'>): Required<Amounts> {
  const gib = (text: string) => quantityAsNumber(parseQuantity(text)!, GIB);
  return {
    vcpu: quantityAsNumber(parseQuantity(quota.cpuRequests)!),
    memoryGib: gib(quota.memoryRequests),
    storageGib: gib(quota.storage),
  };
}
