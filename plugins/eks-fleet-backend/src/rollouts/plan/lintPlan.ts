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
import { lintChange } from './lintChange';
import { lintWaves } from './lintWaves';
import { lintTimes } from './lintTimes';

/** What a person should look at before the plan is started; errors first. */
export function lintPlan(plan: RolloutPlan, input: PlanInput): PlanProblem[] {
  const problems = [
    ...lintChange(plan, input),
    ...lintWaves(plan, input),
    ...lintTimes(plan, input),
  ];
  return [
    ...problems.filter(({ severity }) => severity === 'error'),
    ...problems.filter(({ severity }) => severity !== 'error'),
  ];
}
