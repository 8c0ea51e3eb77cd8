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
// What is measured is put together as in their tests.
/* eslint-disable @backstage/no-relative-monorepo-imports, no-restricted-imports */
export { migrate } from '../../../../plugins/eks-fleet-backend/src/database/migrate';
export { CellRunner } from '../../../../plugins/eks-fleet-backend/src/rollouts/engine/CellRunner';
export { RolloutEngine } from '../../../../plugins/eks-fleet-backend/src/rollouts/engine/RolloutEngine';
export { RolloutRunner } from '../../../../plugins/eks-fleet-backend/src/rollouts/engine/RolloutRunner';
export { RolloutExecutors } from '../../../../plugins/eks-fleet-backend/src/rollouts/executors/RolloutExecutors';
export { forecastRollout } from '../../../../plugins/eks-fleet-backend/src/rollouts/forecast/forecastRollout';
export { plannedWaves } from '../../../../plugins/eks-fleet-backend/src/rollouts/forecast/plannedWaves';
export { RolloutGates } from '../../../../plugins/eks-fleet-backend/src/rollouts/gates/RolloutGates';
export { planWaves } from '../../../../plugins/eks-fleet-backend/src/rollouts/plan/planWaves';
export { previewOf } from '../../../../plugins/eks-fleet-backend/src/rollouts/plan/previewOf';
export {
  putRunning,
  rolloutOf,
} from '../../../../plugins/eks-fleet-backend/src/rollouts/store/__testUtils__/bigRollout';
export { shippedStrategies } from '../../../../plugins/eks-fleet-backend/src/rollouts/strategy/shippedStrategies';
export type {
  PlanInput,
  PlanningCluster,
} from '../../../../plugins/eks-fleet-backend/src/rollouts/types';
