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

// The backend exports its plugin and nothing that a portal does not need; these
// parts are measured alone all the same.
/* eslint-disable @backstage/no-relative-monorepo-imports */
export { forecastRollout } from '../../../../plugins/eks-fleet-backend/src/rollouts/forecast/forecastRollout';
export { planWaves } from '../../../../plugins/eks-fleet-backend/src/rollouts/plan/planWaves';
export { previewOf } from '../../../../plugins/eks-fleet-backend/src/rollouts/plan/previewOf';
export { shippedStrategies } from '../../../../plugins/eks-fleet-backend/src/rollouts/strategy/shippedStrategies';
export type {
  PlanInput,
  PlanningCluster,
} from '../../../../plugins/eks-fleet-backend/src/rollouts/types';
