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

import type { Policy } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { onlyLooks } from './judgeSafety';
import { comparePolicies } from './presentPolicy';

/** What engines can refuse before what only looks, by category, then the worst first. */
export function sortRows<T extends { policy: Policy }>(rows: T[]): T[] {
  const group = ({ policy: { category = '\uffff', engine } }: T) =>
    `${onlyLooks(engine) ? 1 : 0}${category}`;
  return [...rows].sort((a, b) => {
    const [first, second] = [group(a), group(b)];
    if (first !== second) {
      return first < second ? -1 : 1;
    }
    return comparePolicies(a.policy, b.policy);
  });
}
