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
import type { ControlPlaneDocument } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { startSimulator, type Simulator } from '@eks-fleet/simulator';
import { DefaultEksFleetAwsService } from '../../aws/DefaultEksFleetAwsService';
import { toObservationError } from '../../observation/toObservationError';
import { describeControlPlane } from '../__testUtils__/describeControlPlane';
import { startConnectProxy } from '../__testUtils__/startConnectProxy';
import {
  EksKubernetesAccess,
  type EksKubernetesAccessOptions,
} from './EksKubernetesAccess';

const ACCOUNT = '100000000001';
const CLUSTER = {
  partition: 'aws',
  accountId: ACCOUNT,
  region: 'eu-west-1',
  name: 'cluster-0001',
} as const;

const count = {
  start: () => 0,
  add: (sum: number, items: unknown[]) => sum + items.length,
};

describe('EksKubernetesAccess', () => {
  const environment = process.env;
  let simulator: Simulator;
  let aws: DefaultEksFleetAwsService;
  let controlPlane: ControlPlaneDocument;

  beforeEach(async () => {
    simulator = await startSimulator({ fleet: '2x2x2' });
    process.env = { ...environment, ...simulator.environment() };
    aws = DefaultEksFleetAwsService.fromConfig(
      new ConfigReader({
        aws: { accountDefaults: { roleName: 'eks-fleet-reader' } },
      }),
    );
    controlPlane = await describeControlPlane(aws, CLUSTER);
    simulator.resetCalls();
  });

  afterEach(async () => {
    process.env = environment;
    await simulator.stop();
  });

  const access = (options: Partial<EksKubernetesAccessOptions> = {}) =>
    EksKubernetesAccess.create({
      aws,
      dangerouslyAllowHosts: ['127.0.0.1'],
      ...options,
    });
  const countNodes = async (
    through: EksKubernetesAccess,
    cluster: Parameters<EksKubernetesAccess['connect']>[0] = CLUSTER,
    document = controlPlane,
  ) => {
    const client = through.connect(cluster, document);
    try {
      return await client.list({ path: '/api/v1/nodes' }, count);
    } finally {
      client.close();
    }
  };
  const assumed = () =>
    simulator
      .calls()
      .filter(({ operation }) => operation === 'AssumeRole')
      .reduce((sum, call) => sum + call.count, 0);

  it("reads through the account's own role for Kubernetes", async () => {
    expect(await countNodes(access())).toBeGreaterThan(0);
    expect(simulator.calls()).toContainEqual(
      expect.objectContaining({
        service: 'kubernetes',
        operation: 'GET /api/v1/nodes',
        accountId: ACCOUNT,
        status: 200,
      }),
    );
  });

  it('goes through the first proxy that is for a cluster, else directly', async () => {
    const proxy = await startConnectProxy({ credentials: 'portal:pass' });
    const { region } = CLUSTER;
    const through = access({
      proxies: [
        {
          id: 'us',
          url: 'http://127.0.0.1:1',
          match: { regions: ['us-east-1'] },
        },
        {
          id: 'eu',
          url: proxy.url,
          credentials: { username: 'portal', password: 'pass' },
          match: {
            clusters: [
              `arn:aws:eks:${region}:${ACCOUNT}:cluster/${CLUSTER.name}`,
            ],
          },
        },
      ],
    });
    try {
      expect(await countNodes(through)).toBeGreaterThan(0);
      expect(proxy.asked.map(({ host }) => host)).toEqual([
        new URL(controlPlane.endpoint!).host,
      ]);
      const sibling = { ...CLUSTER, name: 'cluster-0002' };
      const document = await describeControlPlane(aws, sibling);
      expect(await countNodes(through, sibling, document)).toBeGreaterThan(0);
      expect(proxy.asked).toHaveLength(1);

      const far = { ...CLUSTER, region: 'us-east-1' };
      await expect(
        countNodes(through, far, await describeControlPlane(aws, far)),
      ).rejects.toThrow('Proxy us: the connection was refused');
    } finally {
      await proxy.stop();
    }
  });

  it('assumes that role once for all clusters of an account', async () => {
    const through = access();
    await countNodes(through);
    const before = assumed();
    for (const cluster of [
      { ...CLUSTER, name: 'cluster-0002' },
      { ...CLUSTER, region: 'us-east-1' },
    ]) {
      const document = await describeControlPlane(aws, cluster);
      expect(await countNodes(through, cluster, document)).toBeGreaterThan(0);
    }
    expect(assumed()).toBe(before);
  });

  it.each([
    ['aws-cn', 'cn-north-1'],
    ['aws-us-gov', 'us-gov-west-1'],
  ] as const)(
    'asks with a token of the partition %s',
    async (partition, region) => {
      await simulator.stop();
      const id = '444455556666';
      simulator = await startSimulator({
        fleet: {
          organizations: [],
          credentials: [
            {
              accessKeyId: 'AKIAOTHERPARTITION01',
              secretAccessKey: 'other/partition/secret/of/no/value/00001',
              accountId: id,
              roleName: 'backstage',
            },
          ],
          accounts: [
            {
              id,
              name: 'other',
              partition,
              clusters: [{ name: 'shop', region, version: '1.34' }],
              roles: [
                { name: 'backstage', trusts: [], allow: ['sts:AssumeRole'] },
                {
                  name: 'eks-fleet-reader',
                  trusts: [`arn:${partition}:iam::${id}:role/backstage`],
                  allow: ['sts:AssumeRole', 'eks:DescribeCluster'],
                },
                {
                  name: 'eks-fleet-kubernetes',
                  trusts: [`arn:${partition}:iam::${id}:role/eks-fleet-reader`],
                  allow: [],
                },
              ],
            },
          ],
        },
      });
      process.env = { ...environment, ...simulator.environment() };
      aws = DefaultEksFleetAwsService.fromConfig(
        new ConfigReader({
          aws: {
            accounts: [
              {
                accountId: id,
                roleName: 'eks-fleet-reader',
                partition,
                region,
              },
            ],
          },
        }),
      );
      const cluster = { partition, accountId: id, region, name: 'shop' };
      expect(
        await countNodes(
          access(),
          cluster,
          await describeControlPlane(aws, cluster),
        ),
      ).toBeGreaterThan(0);
    },
  );

  it('signs for one cluster: the name is part of the token', async () => {
    const error = await countNodes(access(), {
      ...CLUSTER,
      name: 'cluster-0002',
    }).catch(cause => cause);
    expect(toObservationError(error)).toMatchObject({
      code: 'unauthenticated',
      message: expect.stringContaining(
        `arn:aws:iam::${ACCOUNT}:role/eks-fleet-kubernetes`,
      ),
    });
  });

  it('makes a new token before the last one ends', async () => {
    let now = new Date();
    const client = access({ now: () => now }).connect(CLUSTER, controlPlane);
    const read = () => client.list({ path: '/api/v1/nodes' }, count);
    await read();
    now = new Date(now.getTime() + 9 * 60_000);
    await read();
    // A token that is signed this far ahead is refused: so it is a new one.
    now = new Date(now.getTime() + 31 * 60_000);
    await expect(read()).rejects.toMatchObject({ code: 'unauthenticated' });
    client.close();
  });

  it('uses the role and the external id of the configuration', async () => {
    simulator.model.setRole(ACCOUNT, {
      name: 'own-name',
      trusts: [`arn:aws:iam::${ACCOUNT}:role/eks-fleet-reader`],
      externalId: 'acme',
      allow: [],
    });
    simulator.model
      .findCluster(ACCOUNT, 'eu-west-1', 'cluster-0001')!
      .accessEntries.push(`arn:aws:iam::${ACCOUNT}:role/own-name`);
    const read = (externalId: string) =>
      countNodes(access({ roleName: 'own-name', externalId }));
    expect(await read('acme')).toBeGreaterThan(0);
    const error = await read('other').catch(cause => cause);
    expect(toObservationError(error).code).toBe('forbidden');
  });

  it('tells a cluster without an access entry', async () => {
    const cluster = simulator.model.findCluster(
      ACCOUNT,
      'eu-west-1',
      'cluster-0001',
    )!;
    cluster.accessEntries.splice(0);
    await expect(countNodes(access())).rejects.toMatchObject({
      code: 'unauthenticated',
    });
  });

  it('tells a cluster whose API server cannot be reached', async () => {
    simulator.addFault({
      match: { service: 'kubernetes', cluster: CLUSTER.name },
      effect: 'reset',
    });
    await expect(countNodes(access())).rejects.toMatchObject({
      code: 'unreachable',
    });
  });

  it('calls nobody that is not of EKS', async () => {
    await expect(
      countNodes(access({ dangerouslyAllowHosts: [] })),
    ).rejects.toMatchObject({ code: 'invalid' });
    await expect(
      countNodes(access(), CLUSTER, { ...controlPlane, endpoint: undefined }),
    ).rejects.toMatchObject({ code: 'unreachable' });
    expect(simulator.calls()).toEqual([]);
  });
});
