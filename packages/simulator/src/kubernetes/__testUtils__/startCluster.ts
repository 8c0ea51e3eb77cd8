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

import { DescribeClusterCommand } from '@aws-sdk/client-eks';
import { ConfigReader } from '@backstage/config';
import { AwsIamStrategy } from '@backstage/plugin-kubernetes-backend';
import { KubeConfig } from '@kubernetes/client-node';
import { readerOf } from '../../__testUtils__/clients';
import {
  askKubernetes,
  type KubernetesReply,
} from '../../__testUtils__/askKubernetes';
import {
  BASE_CREDENTIALS,
  backstageRole,
  kubernetesRole,
  readerRole,
} from '../../fleets/roles';
import type { Cluster, ClusterSpec, FleetSpec } from '../../model/types';
import { startSimulator } from '../../server/startSimulator';
import type { Simulator, SimulatorOptions } from '../../server/types';

const ACCOUNT = '111122223333';
const REGION = 'eu-west-1';

/** A simulated cluster, and a reader of it with what EKS says of it. */
export interface StartedCluster {
  simulator: Simulator;
  cluster: Cluster;
  endpoint: string;
  /** PEM, from `DescribeCluster`. */
  certificateAuthority: Buffer;
  issuer: string;
  token: string;
  kubeConfig: KubeConfig;
  get(
    path: string,
    options?: { headers?: Record<string, string>; method?: string },
  ): Promise<KubernetesReply>;
}

/** Starts a cloud of one cluster, or of several that are named after it. */
export async function startCluster(
  spec: Partial<ClusterSpec> = {},
  options: SimulatorOptions = {},
): Promise<StartedCluster> {
  const simulator = await startSimulator({
    fleet: fleetOf({
      name: 'one',
      region: REGION,
      version: '1.34',
      createdAt: '2026-02-03T04:05:06Z',
      ...spec,
    }),
    ...options,
  });
  const [cluster] = simulator.model.clusters();
  const { eks } = await readerOf(simulator, ACCOUNT);
  const { cluster: described } = await eks.send(
    new DescribeClusterCommand({ name: cluster.name }),
  );
  const { endpoint, certificateAuthority, identity } = described!;
  const authority = Buffer.from(certificateAuthority!.data!, 'base64');
  const token = await tokenOf(simulator, cluster);
  simulator.resetCalls();

  const kubeConfig = new KubeConfig();
  kubeConfig.loadFromClusterAndUser(
    {
      name: cluster.name,
      server: endpoint!,
      caData: certificateAuthority!.data,
      skipTLSVerify: false,
    },
    { name: 'reader', token },
  );
  return {
    simulator,
    cluster,
    endpoint: endpoint!,
    certificateAuthority: authority,
    issuer: identity!.oidc!.issuer!,
    token,
    kubeConfig,
    get: (path, more) =>
      askKubernetes(`${endpoint}${path}`, { token, ca: authority, ...more }),
  };
}

function fleetOf(cluster: ClusterSpec): FleetSpec {
  return {
    credentials: [BASE_CREDENTIALS],
    organizations: [],
    accounts: [
      {
        id: BASE_CREDENTIALS.accountId,
        name: 'management',
        roles: [backstageRole],
      },
      {
        id: ACCOUNT,
        name: 'main',
        roles: [readerRole(), kubernetesRole(ACCOUNT)],
        clusters: [cluster],
      },
    ],
  };
}

/** A token by Backstage's own strategy, which reads credentials from the environment. */
export async function tokenOf(
  simulator: Simulator,
  cluster: Cluster,
): Promise<string> {
  const environment = process.env;
  process.env = { ...environment, ...simulator.environment() };
  try {
    const strategy = new AwsIamStrategy({
      config: new ConfigReader({
        aws: { accountDefaults: { roleName: 'eks-fleet-reader' } },
      }),
    });
    const credential = await strategy.getCredential({
      name: cluster.name,
      url: simulator.kubernetesUrl,
      authMetadata: {
        'kubernetes.io/x-k8s-aws-id': cluster.name,
        'kubernetes.io/aws-assume-role': `arn:aws:iam::${ACCOUNT}:role/eks-fleet-kubernetes`,
      },
    });
    if (credential.type !== 'bearer token') {
      throw new Error(`No token but ${credential.type}`);
    }
    return credential.token;
  } finally {
    process.env = environment;
  }
}
