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

export {
  applicationHolderOf,
  applicationName,
  holderOf,
  namespaceApplicationName,
} from './applications/argocdNames';
export { selectTargets, type TargetWish } from './applications/selectTargets';
export { applicationKey, assessApplication } from './assessApplication';
export { assessCluster } from './assessCluster';
export { assessNamespace } from './assessNamespace';
export { clusterAmounts, type ClusterAmounts } from './clusterAmounts';
export { readRequestConfig } from './config/readRequestConfig';
export type * from './config/types';
export { clusterCost } from './cost/clusterCost';
export { controlPlanePart } from './cost/controlPlanePart';
export { namespaceCost } from './cost/namespaceCost';
export { nodeParts } from './cost/nodeParts';
export { together } from './cost/types';
export { FleetIndex, type Holding } from './ground/FleetIndex';
export { clusterKey, namespaceKey } from './ground/keys';
export {
  NetworkIndex,
  type KnownBlock,
  type KnownIpamPool,
  type UnreadNetwork,
} from './ground/NetworkIndex';
export { ReservationIndex } from './ground/ReservationIndex';
export type * from './ground/types';
export { namespaceAmounts } from './namespaceAmounts';
export { nextFreeCidr, type FreeCidr } from './network/nextFreeCidr';
export {
  AwsNetworkReader,
  type NetworkReader,
} from './network/reading/NetworkReader';
export { NetworkWatch } from './network/reading/NetworkWatch';
export { placeNamespace, type PlacementWish } from './placement/placeNamespace';
export { daysUntil } from './rules/ttlReasons';
export { quotaUse } from './quota/quotaUse';
