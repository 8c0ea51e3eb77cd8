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

import { createPermissionResourceRef } from '@backstage/plugin-permission-node';
import { RESOURCE_TYPE_EKS_FLEET_CLUSTER } from '@eks-fleet/backstage-plugin-eks-fleet-common';

/**
 * What permission rules see of a cluster.
 *
 * @public
 */
export interface EksFleetClusterResource {
  accountId: string;
  /** Entity reference in lower case; empty where nobody owns it. */
  owner: string;
  labels: Record<string, string>;
}

/**
 * A condition on clusters, as the backend turns it into SQL.
 *
 * @public
 */
export type EksFleetClusterCondition =
  | { kind: 'owner'; owners: string[] }
  | { kind: 'label'; key: string; value?: string }
  | { kind: 'account'; accounts: string[] };

/**
 * Clusters, for modules that add permission rules of their own.
 *
 * @public
 */
export const eksFleetClusterResourceRef = createPermissionResourceRef<
  EksFleetClusterResource,
  EksFleetClusterCondition
>().with({
  pluginId: 'eks-fleet',
  resourceType: RESOURCE_TYPE_EKS_FLEET_CLUSTER,
});
