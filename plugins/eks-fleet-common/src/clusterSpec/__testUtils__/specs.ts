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

import type { ClusterSpec } from '../types';

/** The least that a cluster takes; everything else counts as something. */
export const LEAST = {
  name: 'orders',
  accountId: '111122223333',
  region: 'eu-west-1',
  environment: 'prod',
  owner: 'group:default/orders',
  kubernetesVersion: '1.34',
  network: { vpcCidr: '10.40.0.0/16' },
  compute: { autoMode: {} },
  upgradePolicy: { supportType: 'STANDARD' },
  endpointAccess: { private: true, public: false },
  deletionProtection: true,
};

/** {@link LEAST} with what counts as something written out. */
export const LEAST_CHECKED: ClusterSpec = {
  ...LEAST,
  network: { vpcCidr: '10.40.0.0/16', availabilityZones: 3 },
  compute: { autoMode: { nodePools: [] }, nodeGroups: [] },
  addons: [],
  gitopsAddons: [],
  podIdentityAssociations: [],
  authenticationMode: 'API',
  accessEntries: [],
  upgradePolicy: { supportType: 'STANDARD' },
  endpointAccess: { private: true, public: false, publicCidrs: [] },
  logTypes: [],
  zonalShift: false,
  tags: {},
  lifecycle: 'active',
};

export const NODE_GROUP = {
  name: 'general',
  instanceTypes: ['m7g.large'],
  amiType: 'AL2023_ARM_64_STANDARD',
  minSize: 1,
  desiredSize: 2,
  maxSize: 3,
};
