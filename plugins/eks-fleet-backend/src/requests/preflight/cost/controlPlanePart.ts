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
  arnPartition,
  controlPlaneCost,
  type ClusterSpec,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { PreflightGround } from '../ground/types';
import { always } from './ranges';
import { emptyBreakdown, type CostBreakdown } from './types';

/** The control plane, and what extended support adds to it. */
export function controlPlanePart(
  {
    kubernetesVersion,
    region,
  }: Pick<ClusterSpec, 'kubernetesVersion' | 'region'>,
  ground: Pick<PreflightGround, 'calendar' | 'now' | 'prices'>,
): CostBreakdown {
  const { calendar, now, prices } = ground;
  const { state } = calendar.support(
    arnPartition(region),
    kubernetesVersion,
    now,
  );
  const cost = controlPlaneCost(state, prices.controlPlane);
  const extended = cost.extendedSupportUsdPerMonth;
  const breakdown = emptyBreakdown();
  breakdown.parts.push({
    kind: 'controlPlane',
    cost: always(cost.controlPlaneUsdPerMonth - extended),
    detail: `$${prices.controlPlane.standardUsdPerHour} an hour`,
  });
  if (extended > 0) {
    breakdown.parts.push({
      kind: 'extendedSupport',
      cost: always(extended),
      detail: `Kubernetes ${kubernetesVersion} is in extended support, $${prices.controlPlane.extendedUsdPerHour} an hour in all`,
    });
  }
  if (state === 'unknown') {
    breakdown.unknown.push({
      name: `extended support of Kubernetes ${kubernetesVersion}`,
      missing: 'the days on which its support ends',
      field: 'kubernetesVersion',
    });
  }
  return breakdown;
}
