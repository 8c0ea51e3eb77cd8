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

import type { ClusterSpec } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import {
  AUTO_MODE_SMALL,
  EXISTING_VPC,
  NODE_GROUPS_PROD,
} from '../../clusterFiles/__testUtils__/exampleSpecs';
import { shippedProvisioners } from '../../provisioners/shippedProvisioners';

/** A cluster of the reference repository: what it is, and which tool makes it. */
interface ExampleCluster {
  spec: ClusterSpec;
  provisioner: string;
  settings?: Record<string, string>;
}

const ACK = {
  provisioner: 'ack',
  settings: { namespace: '{cluster}-{account}' },
};

const CLUSTERS: ExampleCluster[] = [
  {
    ...ACK,
    spec: {
      ...inAccount(NODE_GROUPS_PROD, '444455556666'),
      name: 'orders',
      owner: 'group:default/orders',
      kubernetesVersion: '1.34',
      deletionProtection: true,
    },
  },
  {
    ...ACK,
    spec: {
      ...EXISTING_VPC,
      name: 'shared',
      environment: 'dev',
      owner: 'group:default/platform',
      kubernetesVersion: '1.34',
      podIdentityAssociations: [],
      addons: [],
      tags: { team: 'platform' },
      deletionProtection: false,
    },
  },
  {
    provisioner: 'terraform',
    spec: {
      ...inAccount(AUTO_MODE_SMALL, '222233334444'),
      name: 'search',
      environment: 'stage',
      owner: 'group:default/search',
      kubernetesVersion: '1.34',
      expiresOn: '2027-06-30',
    },
  },
];

/** The same bill of materials with roles and keys of another account. */
function inAccount(spec: ClusterSpec, accountId: string): ClusterSpec {
  return JSON.parse(JSON.stringify(spec).replaceAll(spec.accountId, accountId));
}

/** The cluster files of the reference repository, as their provisioners write them. */
export const EXAMPLE_CLUSTERS = CLUSTERS.flatMap(filesOf);

/** The same, each marked for deletion. */
export const MARKED_CLUSTERS = CLUSTERS.map(each => ({
  ...each,
  spec: {
    ...each.spec,
    deletionProtection: false,
    lifecycle: 'deleting' as const,
  },
})).flatMap(filesOf);

function filesOf({ provisioner, settings = {}, spec }: ExampleCluster) {
  const { accountId, environment, name, region } = spec;
  const file =
    provisioner === 'terraform' ? 'cluster.auto.tfvars.json' : 'cluster.yaml';
  const path = `clusters/${environment}/${accountId}/${region}/${name}/${file}`;
  const { render } = shippedProvisioners.find(({ id }) => id === provisioner)!;
  return render!(spec, { path, settings });
}
