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
  CostEstimate,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { PreflightGround, RequestAsk } from '../ground/types';
import { compareCosts } from './compareCosts';
import { controlPlanePart } from './controlPlanePart';
import { networkParts } from './networkParts';
import { nodeParts } from './nodeParts';
import { emptyBreakdown, together, type CostBreakdown } from './types';

type Ground = Pick<PreflightGround, 'calendar' | 'config' | 'now' | 'prices'>;

/** What a cluster costs a month, before and after a request. */
export function clusterCost(
  { base, operation, spec }: RequestAsk<ClusterSpec>,
  ground: Ground,
): CostEstimate {
  const isThere = operation !== 'create';
  return compareCosts(
    isThere ? breakdownOf(base ?? spec, ground) : emptyBreakdown(),
    operation === 'delete' ? emptyBreakdown() : breakdownOf(spec, ground),
  );
}

function breakdownOf(spec: ClusterSpec, ground: Ground): CostBreakdown {
  return together(
    {
      ...emptyBreakdown(),
      assumptions: [
        'Prices are those of the configuration, alike in each Region.',
      ],
    },
    controlPlanePart(spec, ground),
    nodeParts(spec, ground),
    networkParts(spec, ground.config.costs),
  );
}
