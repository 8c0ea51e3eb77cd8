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
  checkClusterSpec,
  checkNamespaceSpec,
  type ClusterSpec,
  type NamespaceSpec,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { accountOf, teamOf } from './requestFleet';

/** What a form has after a keystroke: checked, and different each round. */
export function namespaceSpecOf(round: number, owner: string): NamespaceSpec {
  return specOf(
    checkNamespaceSpec({
      name: `checkout-${round}`,
      cluster: {
        accountId: accountOf(5),
        region: 'eu-central-1',
        name: 'cluster-5',
      },
      environment: 'prod',
      owner,
      podSecurity: { level: 'restricted' },
      quota: {
        cpuRequests: String(1 + (round % 8)),
        memoryRequests: '8Gi',
        memoryLimits: '16Gi',
        pods: 40,
        storage: '20Gi',
        persistentVolumeClaims: 4,
      },
      project: { sourceRepos: ['https://github.com/acme/checkout'] },
    }),
  );
}

export function clusterSpecOf(round: number, vpcCidr: string): ClusterSpec {
  return specOf(
    checkClusterSpec({
      name: `orders-${round}`,
      accountId: accountOf(0),
      region: 'eu-west-1',
      environment: 'prod',
      owner: teamOf(0),
      kubernetesVersion: '1.34',
      network: { vpcCidr },
      compute: {
        nodeGroups: [
          {
            name: 'general',
            instanceTypes: ['m7g.large'],
            amiType: 'AL2023_ARM_64_STANDARD',
            minSize: 1,
            desiredSize: 2,
            maxSize: 3 + (round % 8),
          },
        ],
      },
      upgradePolicy: { supportType: 'STANDARD' },
      endpointAccess: { private: true, public: false },
      deletionProtection: true,
    }),
  );
}

function specOf<T>(result: { spec: T } | { problems: object[] }): T {
  if ('problems' in result) {
    throw new Error(JSON.stringify(result.problems));
  }
  return result.spec;
}
