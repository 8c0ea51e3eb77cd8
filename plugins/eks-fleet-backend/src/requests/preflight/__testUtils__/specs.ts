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

import {
  checkApplicationSpec,
  checkClusterSpec,
  checkNamespaceSpec,
  type ApplicationSpec,
  type ClusterSpec,
  type NamespaceSpec,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { ACCOUNT, PAYMENTS } from './grounds';

const CLUSTER = {
  name: 'orders',
  accountId: ACCOUNT,
  region: 'eu-west-1',
  environment: 'prod',
  owner: PAYMENTS,
  kubernetesVersion: '1.35',
  network: { vpcCidr: '10.40.0.0/16' },
  compute: {
    nodeGroups: [
      {
        name: 'general',
        instanceTypes: ['m7g.large'],
        amiType: 'AL2023_ARM_64_STANDARD',
        minSize: 1,
        desiredSize: 2,
        maxSize: 3,
      },
    ],
  },
  upgradePolicy: { supportType: 'STANDARD' },
  endpointAccess: { private: true, public: false },
  deletionProtection: true,
};

const NAMESPACE = {
  name: 'checkout',
  cluster: { accountId: ACCOUNT, region: 'eu-west-1', name: 'shared' },
  environment: 'prod',
  owner: PAYMENTS,
  podSecurity: { level: 'restricted' },
  quota: {
    cpuRequests: '4',
    memoryRequests: '8Gi',
    memoryLimits: '16Gi',
    pods: 40,
  },
  project: { sourceRepos: ['https://github.com/acme/checkout'] },
};

/** A cluster as a form asks for it; the fields are those of the unchecked spec. */
export function aClusterSpec(more: object = {}): ClusterSpec {
  return checked(checkClusterSpec({ ...CLUSTER, ...more }));
}

/** A namespace as a form asks for it; `quota` is added to, other fields replaced. */
export function aNamespaceSpec(
  more: { quota?: object; [field: string]: unknown } = {},
): NamespaceSpec {
  return checked(
    checkNamespaceSpec({
      ...NAMESPACE,
      ...more,
      quota: { ...NAMESPACE.quota, ...more.quota },
    }),
  );
}

/** An application as a form asks for it; fields are replaced. */
export function anApplicationSpec(more: object = {}): ApplicationSpec {
  return checked(
    checkApplicationSpec({
      name: 'web',
      owner: PAYMENTS,
      environment: 'prod',
      namespace: 'checkout',
      source: {
        repoUrl: 'https://github.com/acme/checkout',
        path: 'deploy/prod',
        targetRevision: 'v1.4.2',
      },
      ...more,
    }),
  );
}

export function aNodeGroup(more: object = {}) {
  return { ...CLUSTER.compute.nodeGroups[0], ...more };
}

function checked<T>(result: { spec: T } | { problems: object[] }): T {
  if ('problems' in result) {
    throw new Error(JSON.stringify(result.problems));
  }
  return result.spec;
}
