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

// The engine alone, without the portal around it: what is killed here a
// hundred times must come up quickly.
/* eslint-disable @backstage/no-relative-monorepo-imports */
export { migrate } from '../../../../../plugins/eks-fleet-backend/src/database/migrate';
export { CellRunner } from '../../../../../plugins/eks-fleet-backend/src/rollouts/engine/CellRunner';
export { RolloutEngine } from '../../../../../plugins/eks-fleet-backend/src/rollouts/engine/RolloutEngine';
export { RolloutRunner } from '../../../../../plugins/eks-fleet-backend/src/rollouts/engine/RolloutRunner';
export { EksExecutor } from '../../../../../plugins/eks-fleet-backend/src/rollouts/executors/eks/EksExecutor';
export { EksLooks } from '../../../../../plugins/eks-fleet-backend/src/rollouts/executors/eks/EksLooks';
export { RolloutExecutors } from '../../../../../plugins/eks-fleet-backend/src/rollouts/executors/RolloutExecutors';
export { RolloutGates } from '../../../../../plugins/eks-fleet-backend/src/rollouts/gates/RolloutGates';
export {
  NO_CELLS,
  type CellRecord,
  type RolloutRecord,
  type TrackRecord,
  type WaveRecord,
} from '../../../../../plugins/eks-fleet-backend/src/rollouts/records';
export { DatabaseRolloutStore } from '../../../../../plugins/eks-fleet-backend/src/rollouts/store/DatabaseRolloutStore';
