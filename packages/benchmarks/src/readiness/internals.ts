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
export { DatabaseAddonCatalogue } from '../../../../plugins/eks-fleet-backend/src/collection/addonVersions/DatabaseAddonCatalogue';
export { DatabaseObservationStore } from '../../../../plugins/eks-fleet-backend/src/collection/store/DatabaseObservationStore';
export { AssessmentInputs } from '../../../../plugins/eks-fleet-backend/src/readiness/AssessmentInputs';
export { assessReadiness } from '../../../../plugins/eks-fleet-backend/src/readiness/assess/assessReadiness';
export {
  createFinding,
  verdictOf,
} from '../../../../plugins/eks-fleet-backend/src/readiness/assess/findings';
export { readReadinessConfig } from '../../../../plugins/eks-fleet-backend/src/readiness/readReadinessConfig';
export { DatabaseReadinessStore } from '../../../../plugins/eks-fleet-backend/src/readiness/store/DatabaseReadinessStore';
export { DatabaseWaiverStore } from '../../../../plugins/eks-fleet-backend/src/readiness/store/DatabaseWaiverStore';
export { targetsOf } from '../../../../plugins/eks-fleet-backend/src/readiness/targets';
export type {
  Assessment,
  AssessmentInput,
  ClusterFacts,
  Finding,
} from '../../../../plugins/eks-fleet-backend/src/readiness/types';
export { DatabaseVersionStore } from '../../../../plugins/eks-fleet-backend/src/versions/DatabaseVersionStore';
export { SupportCalendar } from '../../../../plugins/eks-fleet-backend/src/versions/SupportCalendar';
