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
  AccessEntry,
  PodIdentityAssociation,
} from '../../../model/access';
import type { ProvisionerName } from '../../types';

/** Which cluster, by the path of its file. */
export interface ClusterPlace {
  accountId: string;
  region: string;
  name: string;
}

/** What calls to EKS are made with, in EKS's own words. */
export type Parameters = Record<string, unknown>;

/** What a file makes of a cluster in AWS. */
export interface ClusterPlan {
  provisioner: ProvisionerName;
  /** Of `CreateCluster`, without the subnets. */
  cluster: Parameters;
  /** Subnets that there are by `id`, and those that are made before the cluster. */
  subnets: { id?: string; cidrBlock?: string }[];
  /** Of `CreateNodegroup`, each. */
  nodegroups: Parameters[];
  /** Of `CreateAddon`, each. */
  addons: Parameters[];
  access: AccessEntry[];
  podIdentityAssociations: PodIdentityAssociation[];
  /** Whether the file says `lifecycle: deleting`. */
  isDeleting: boolean;
  /** Whether it has let go of what keeps the cluster from being deleted. */
  isLetGo: boolean;
}
