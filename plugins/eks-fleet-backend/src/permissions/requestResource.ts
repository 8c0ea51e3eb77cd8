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
import { RESOURCE_TYPE_EKS_FLEET_REQUEST } from '@eks-fleet/backstage-plugin-eks-fleet-common';

/**
 * What permission rules see of a request.
 *
 * @public
 */
export interface EksFleetRequestResource {
  /** Who is to have what is asked for; entity reference in lower case. */
  owner: string;
  /** Entity reference in lower case. */
  requestedBy: string;
  /** Empty where it has none. */
  environment: string;
}

/**
 * What a rule on requests asks the store for.
 *
 * @public
 */
export type EksFleetRequestCondition =
  | { kind: 'owner'; claims: string[] }
  | { kind: 'environment'; environments: string[] };

/**
 * Requests, as permission policies know them.
 *
 * @public
 */
export const eksFleetRequestResourceRef = createPermissionResourceRef<
  EksFleetRequestResource,
  EksFleetRequestCondition
>().with({
  pluginId: 'eks-fleet',
  resourceType: RESOURCE_TYPE_EKS_FLEET_REQUEST,
});
