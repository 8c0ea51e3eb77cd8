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

import type { PlanProblem } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { PlanInput, RolloutPlan } from '../types';
import { wordSeconds } from '../strategy/durations';

/** EKS goes back one minor within seven days of the upgrade. */
const ROLLBACK_SECONDS = 7 * 24 * 3600;

/** Whether bakes leave time to go back, and windows ever open. */
export function lintTimes(
  { waves }: RolloutPlan,
  { change }: PlanInput,
): PlanProblem[] {
  return change.kind !== 'kubernetesVersion'
    ? []
    : waves
        .filter(({ bakeSeconds }) => bakeSeconds >= ROLLBACK_SECONDS)
        .map(({ index, name, bakeSeconds }) => ({
          code: 'bake.pastRollback',
          severity: 'warning',
          wave: index,
          message: `${name} bakes for ${wordSeconds(
            bakeSeconds,
          )}; EKS goes back to the version before within seven days only`,
        }));
}
