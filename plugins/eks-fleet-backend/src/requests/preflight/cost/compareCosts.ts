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
  CostEstimate,
  CostPart,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { inCents, NOTHING, sumOf } from './ranges';
import type { CostBreakdown, PricedPart } from './types';

/** Two states of something, as one estimate. */
export function compareCosts(
  before: CostBreakdown,
  after: CostBreakdown,
): CostEstimate {
  const wasUnknown = new Set(before.unknown.map(({ name }) => name));
  return {
    currency: 'USD',
    before: sumOf(before.parts.map(({ cost }) => cost)),
    after: sumOf(after.parts.map(({ cost }) => cost)),
    parts: partsOf(before.parts, after.parts),
    unknown: after.unknown.map(each => ({
      ...each,
      unchanged: wasUnknown.has(each.name),
    })),
    assumptions: [...new Set(after.assumptions)],
  };
}

function partsOf(before: PricedPart[], after: PricedPart[]): CostPart[] {
  const earlier = new Map(before.map(part => [keyOf(part), part]));
  const parts = after.map(({ cost, ...part }): CostPart => {
    const was = earlier.get(keyOf(part));
    earlier.delete(keyOf(part));
    return {
      ...part,
      before: inCents(was?.cost ?? NOTHING),
      after: inCents(cost),
    };
  });
  const gone = [...earlier.values()].map(({ cost, ...part }) => ({
    ...part,
    before: inCents(cost),
    after: NOTHING,
  }));
  return [...parts, ...gone];
}

function keyOf({ kind, name = '' }: Pick<PricedPart, 'kind' | 'name'>): string {
  return `${kind}/${name}`;
}
