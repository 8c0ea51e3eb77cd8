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
  CostPart,
  CostRange,
  UnknownPrice,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';

/** What one state of something costs, part by part. */
export interface CostBreakdown {
  parts: PricedPart[];
  unknown: Array<Omit<UnknownPrice, 'unchanged'>>;
  assumptions: string[];
}

export interface PricedPart {
  kind: CostPart['kind'];
  name?: string;
  cost: CostRange;
  detail: string;
}

export function emptyBreakdown(): CostBreakdown {
  return { parts: [], unknown: [], assumptions: [] };
}

/** All of them in one. */
export function together(
  ...breakdowns: readonly CostBreakdown[]
): CostBreakdown {
  return {
    parts: breakdowns.flatMap(({ parts }) => parts),
    unknown: breakdowns.flatMap(({ unknown }) => unknown),
    assumptions: breakdowns.flatMap(({ assumptions }) => assumptions),
  };
}
