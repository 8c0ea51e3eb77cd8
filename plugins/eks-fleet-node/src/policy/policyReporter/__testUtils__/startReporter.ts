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

import { ConfigReader } from '@backstage/config';
import {
  startSimulator,
  type Cluster,
  type Simulator,
} from '@eks-fleet/simulator';
import { DefaultEksFleetAwsService } from '../../../aws/DefaultEksFleetAwsService';
import type { PolicySnapshot } from '../../../extensions/policySources';
import type { KubernetesReader } from '../../../kubernetes/client/types';
import { EksKubernetesAccess } from '../../../kubernetes/access/EksKubernetesAccess';
import { describeControlPlane } from '../../../kubernetes/__testUtils__/describeControlPlane';
import { CollectingSink } from '../../__testUtils__/CollectingSink';
import { createPolicySources } from '../../createPolicySources';
import { createPolicyReporterSource } from '../createPolicyReporterSource';
import type { PolicyReporterEndpoint } from '../types';

type Story = Cluster['kubernetes'];
type PolicyStory = NonNullable<Story['policies']>;

/** A namespace of a team, and what breaks policies in it. */
const KUBERNETES: Story = {
  usualWorkloads: false,
  components: [{ name: 'kyverno', version: '1.19.0' }],
  namespaces: { orders: { team: 'orders' } },
  workloads: [
    {
      namespace: 'orders',
      name: 'shell',
      replicas: 3,
      images: { shell: 'busybox' },
      requests: 'none',
    },
    {
      namespace: 'orders',
      name: 'cart',
      replicas: 2,
      images: { cart: 'registry.example.com/cart:1.2' },
    },
  ],
};

/** A simulated cluster with a Policy Reporter, and the sources that read either. */
export interface StartedReporter {
  simulator: Simulator;
  cluster: Cluster;
  /** Reads through Policy Reporter. */
  read(
    endpoint?: Partial<PolicyReporterEndpoint>,
    options?: { previous?: string; sink?: CollectingSink },
  ): ReturnType<typeof readInto>;
  /** Reads the reports through the cluster's own API. */
  readReports(): ReturnType<typeof readInto>;
  stop(): Promise<void>;
}

export async function startReporter(
  policies: PolicyStory = {},
  kubernetes: Partial<Story> = {},
): Promise<StartedReporter> {
  const simulator = await startSimulator({ fleet: '1x1x1' });
  const [cluster] = simulator.model.clusters();
  cluster.kubernetes = {
    ...KUBERNETES,
    ...kubernetes,
    policies: { policyReporter: {}, ...policies },
  };
  const environment = process.env;
  process.env = { ...environment, ...simulator.environment() };
  const aws = DefaultEksFleetAwsService.fromConfig(
    new ConfigReader({
      aws: { accountDefaults: { roleName: 'eks-fleet-reader' } },
    }),
  );
  const access = EksKubernetesAccess.create({
    aws,
    dangerouslyAllowHosts: ['127.0.0.1'],
  });
  const controlPlane = await describeControlPlane(aws, {
    ...cluster,
    partition: 'aws',
  });
  const collected = {
    partition: 'aws' as const,
    accountId: cluster.accountId,
    region: cluster.region,
    name: cluster.name,
    arn: cluster.arn,
    entityRef: `resource:default/${cluster.name}`,
  };
  const connect = async <T>(
    _: unknown,
    __: unknown,
    use: (reader: KubernetesReader) => Promise<T>,
  ): Promise<T> => {
    const client = access.connect(collected, controlPlane);
    try {
      return await use(client);
    } finally {
      client.close();
    }
  };
  return {
    simulator,
    cluster,
    read(endpoint = {}, { previous, sink = new CollectingSink() } = {}) {
      const source = createPolicyReporterSource({
        endpoints: [
          {
            cluster: cluster.arn,
            url: simulator.policyReporterUrl(cluster.arn),
            allowLocalAddresses: true,
            ...endpoint,
          },
        ],
        connect,
      });
      return readInto(sink, () =>
        source.read(collected, sink, {
          ...context(simulator),
          controlPlane,
          previous,
        }),
      );
    },
    readReports() {
      const sink = new CollectingSink();
      const [source] = createPolicySources({ connect });
      return readInto(sink, () =>
        source.read(collected, sink, { ...context(simulator), controlPlane }),
      );
    },
    async stop() {
      process.env = environment;
      await simulator.stop();
    },
  };
}

function context(simulator: Simulator) {
  return {
    signal: new AbortController().signal,
    now: () => simulator.clock.now(),
  };
}

async function readInto(
  sink: CollectingSink,
  read: () => Promise<PolicySnapshot>,
) {
  return { sink, snapshot: await read() };
}
