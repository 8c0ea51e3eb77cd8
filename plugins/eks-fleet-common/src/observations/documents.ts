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
  AddonsDocument,
  CapabilitiesDocument,
  ControlPlaneDocument,
  FargateProfilesDocument,
  InsightsDocument,
  KubernetesAddonsDocument,
  KubernetesAdmissionDocument,
  KubernetesDeprecatedApisDocument,
  KubernetesDisruptionDocument,
  KubernetesNodesDocument,
  NodegroupsDocument,
  SubnetsDocument,
  UpdatesDocument,
} from '../api/types';

/**
 * What is observed of a cluster, and the document that each observation is.
 *
 * @public
 */
export interface ObservationDocuments {
  controlPlane: ControlPlaneDocument;
  nodegroups: NodegroupsDocument;
  fargateProfiles: FargateProfilesDocument;
  addons: AddonsDocument;
  capabilities: CapabilitiesDocument;
  insights: InsightsDocument;
  updates: UpdatesDocument;
  subnets: SubnetsDocument;
  kubernetesNodes: KubernetesNodesDocument;
  kubernetesDisruption: KubernetesDisruptionDocument;
  kubernetesDeprecatedApis: KubernetesDeprecatedApisDocument;
  kubernetesAdmission: KubernetesAdmissionDocument;
  kubernetesAddons: KubernetesAddonsDocument;
}

/**
 * @public
 */
export type ObservationKind = keyof ObservationDocuments;

/**
 * The kinds that the suite knows, in the order in which people read them.
 *
 * @public
 */
export const OBSERVATION_KINDS: readonly ObservationKind[] = [
  'controlPlane',
  'nodegroups',
  'fargateProfiles',
  'addons',
  'capabilities',
  'insights',
  'updates',
  'subnets',
  'kubernetesNodes',
  'kubernetesDisruption',
  'kubernetesDeprecatedApis',
  'kubernetesAdmission',
  'kubernetesAddons',
];

/**
 * Those that only the cluster's own API server knows.
 *
 * @public
 */
export const KUBERNETES_OBSERVATION_KINDS: readonly ObservationKind[] =
  OBSERVATION_KINDS.filter(kind => kind.startsWith('kubernetes'));
