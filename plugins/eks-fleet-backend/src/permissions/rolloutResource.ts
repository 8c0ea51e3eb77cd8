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
import { RESOURCE_TYPE_EKS_FLEET_ROLLOUT } from '@eks-fleet/backstage-plugin-eks-fleet-common';

/**
 * What permission rules see of a rollout.
 *
 * @public
 */
export interface EksFleetRolloutResource {
  /** Of its clusters, entity references in lower case. */
  owners: string[];
  /** Of its clusters. */
  environments: string[];
}

/**
 * What a rule on rollouts asks the store for: `every` one of the owners or
 * environments is among those named, or `any`.
 *
 * @public
 */
export interface EksFleetRolloutCondition {
  kind: 'owner' | 'environment';
  values: string[];
  match: 'every' | 'any';
}

/**
 * Rollouts, as permission policies know them.
 *
 * @public
 */
export const eksFleetRolloutResourceRef = createPermissionResourceRef<
  EksFleetRolloutResource,
  EksFleetRolloutCondition
>().with({
  pluginId: 'eks-fleet',
  resourceType: RESOURCE_TYPE_EKS_FLEET_ROLLOUT,
});
