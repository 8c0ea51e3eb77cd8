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

import type { Blocker } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { GridSort } from './gridColumns';

/** The causes in an order; where it is the same, the ones that hit most first. */
export function sortCauses(causes: Blocker[], sort: GridSort): Blocker[] {
  const sign = sort.direction === 'desc' ? -1 : 1;
  return [...causes].sort(
    (a, b) =>
      compareBy(sort, sign, a, b) ||
      b.clusters - a.clusters ||
      a.title.localeCompare(b.title),
  );
}

function compareBy(
  { field }: GridSort,
  sign: number,
  a: Blocker,
  b: Blocker,
): number {
  switch (field) {
    case 'cause':
      return sign * a.title.localeCompare(b.title);
    case 'since':
    case 'clearsAt': {
      const [one, other] = [a[field], b[field]];
      // What has no time comes last, whichever way round.
      return one && other
        ? sign * one.localeCompare(other)
        : Number(!one) - Number(!other);
    }
    default:
      return sign * (a.clusters - b.clusters);
  }
}
