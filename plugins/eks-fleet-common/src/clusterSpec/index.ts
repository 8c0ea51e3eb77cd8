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

export { arnPartition } from './arnPartition';
export { checkClusterSpec } from './checkClusterSpec';
export { formatCidr, parseCidr, type Cidr } from './cidr';
export { inOrder } from './inOrder';
export { subnetsOf, type VpcSubnets } from './subnetsOf';
export { VPC_CIDR_FROM_POOL } from './types';
export type {
  AccessEntrySpec,
  AccessPolicySpec,
  AutoModeNodePool,
  ClusterAddonSpec,
  ClusterCompute,
  ClusterLifecycle,
  ClusterLogType,
  ClusterNetwork,
  ClusterSpec,
  ClusterSpecProblem,
  EndpointAccess,
  ExistingVpcNetwork,
  NewVpcNetwork,
  NodeGroupSpec,
  NodeTaint,
  PodIdentityAssociationSpec,
  SpecProblem,
} from './types';
