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

import { mockServices } from '@backstage/backend-test-utils';
import type { EventParams } from '@backstage/plugin-events-node';
import { cloudTrailEvent } from '../__testUtils__/cloudTrail';
import { startDiscovery, type Discovery } from '../__testUtils__/discovery';
import { ClusterEvents } from './ClusterEvents';

const A = '100000000001';
const B = '100000000002';
const REGION = 'eu-west-1';

function arnOf(name: string, account = A): string {
  return `arn:aws:eks:${REGION}:${account}:cluster/${name}`;
}

/** Lets what is under way go on until something holds. */
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) {
    await new Promise(resolve => setImmediate(resolve));
  }
}

describe('ClusterEvents', () => {
  const environment = process.env;
  let discovery: Discovery;
  let publish: (topic: string, eventPayload: unknown) => Promise<void>;
  let topics: string[];
  let later: Array<() => void>;

  const start = async (fleet: '2x1x3' | '1x1x40' = '2x1x3') => {
    discovery = await startDiscovery({
      fleet,
      limits: 'off',
      provider: {
        accounts: fleet === '2x1x3' ? [A, B] : [A],
        regions: [REGION],
        limits: { requestsPerSecond: 100_000, burst: 1000 },
        events: { topics: ['aws-eks'] },
      },
    });
    const { config, provider, logger, simulator } = discovery;
    later = [];
    await new ClusterEvents({
      providers: [{ config, provider }],
      events: mockServices.events.mock({
        subscribe: async options => {
          topics = options.topics;
          publish = (topic, eventPayload) =>
            options.onEvent({ topic, eventPayload } as EventParams);
        },
      }),
      logger,
      later: task => later.push(task),
    }).subscribe();
    await provider.scan();
    simulator.resetCalls();
  };
  const cloudTrail = (
    eventName: string,
    request: object,
    where: { account?: string; region?: string } = {},
  ) =>
    publish(
      'aws-eks',
      cloudTrailEvent(eventName, request, { account: A, ...where }),
    );
  const status = (name: string) =>
    discovery.clusters().find(entity => entity.metadata.title === name)
      ?.metadata.annotations?.['eks-fleet.io/status'];
  const asked = () => ({
    lists: discovery.calls('ListClusters'),
    descriptions: discovery.calls('DescribeCluster'),
  });

  beforeEach(() => {
    process.env = { ...environment };
  });

  afterEach(async () => {
    await discovery.stop();
    process.env = environment;
  });

  it('listens to its own topics and to those configured', async () => {
    await start();
    expect(topics).toEqual([
      'eks-fleet.refresh',
      'eks-fleet.accept-removals',
      'aws-eks',
    ]);
  });

  it('reads everything again, due or not', async () => {
    await start();
    await publish('eks-fleet.refresh', {});
    expect(asked()).toEqual({ lists: 2, descriptions: 6 });
  });

  it('reads the targets that are asked for', async () => {
    await start();
    await publish('eks-fleet.refresh', {
      targets: [`${B}/${REGION}`, `${B}/us-east-1`, '999900001111/eu-west-1'],
    });
    expect(asked()).toEqual({ lists: 1, descriptions: 3 });
  });

  it('reads the clusters that are asked for', async () => {
    await start();
    discovery.simulator.model.updateCluster(A, REGION, 'cluster-0002', {
      status: 'FAILED',
    });
    await publish('eks-fleet.refresh', {
      arns: [
        arnOf('cluster-0002'),
        arnOf('cluster-0001', '999900001111'),
        'arn:aws:iam::1:role/x',
        7,
      ],
    });
    expect(asked()).toEqual({ lists: 0, descriptions: 1 });
    expect(status('cluster-0002')).toBe('FAILED');
  });

  it.each([
    [{ arns: 'x' }],
    [{ targets: { length: 1 } }],
    [{ arns: [7] }],
    ['text'],
    [[1]],
  ])('asks AWS nothing for the broken request %j', async payload => {
    await start();
    await publish('eks-fleet.refresh', payload);
    expect(asked()).toEqual({ lists: 0, descriptions: 0 });
  });

  it('lets held removals go for the provider they are of', async () => {
    await start('1x1x40');
    const { simulator, provider } = discovery;
    const gone = simulator.model.clusters().slice(0, 20);
    for (const { name } of gone) {
      simulator.model.removeCluster(A, REGION, name);
    }
    await provider.scan();
    await provider.scan({ force: true });
    await provider.scan({ force: true });
    expect(discovery.clusters()).toHaveLength(40);
    const arns = gone.map(({ arn }) => arn);
    const acceptedBy = 'user:default/ann';
    await publish('eks-fleet.accept-removals', {
      provider: 'other',
      arns,
      acceptedBy,
    });
    await publish('eks-fleet.accept-removals', { provider: 'main', arns: 'x' });
    expect(discovery.clusters()).toHaveLength(40);
    await publish('eks-fleet.accept-removals', {
      provider: 'main',
      arns,
      acceptedBy,
    });
    expect(discovery.clusters()).toHaveLength(20);
    expect(discovery.logger.info).toHaveBeenCalledWith(
      expect.stringContaining(acceptedBy),
    );
  });

  it('finds a new cluster and follows it until it is stable', async () => {
    await start();
    const { model } = discovery.simulator;
    model.addCluster(A, {
      name: 'newcomer',
      region: REGION,
      version: '1.34',
      status: 'CREATING',
    });
    await cloudTrail('CreateCluster', { name: 'newcomer' });
    expect(status('newcomer')).toBe('CREATING');
    expect(later).toHaveLength(1);

    later.pop()!();
    await until(() => later.length === 1);
    model.updateCluster(A, REGION, 'newcomer', { status: 'ACTIVE' });
    later.pop()!();
    await until(() => status('newcomer') === 'ACTIVE');
    await cloudTrail('TagResource', { resourceArn: arnOf('newcomer') });
    expect(later).toEqual([]);
    expect(asked()).toEqual({ lists: 0, descriptions: 4 });
  });

  it('follows a changing cluster once, however many events there are', async () => {
    await start();
    discovery.simulator.model.updateCluster(A, REGION, 'cluster-0001', {
      status: 'UPDATING',
    });
    for (let i = 0; i < 5; i++) {
      await cloudTrail('UpdateClusterVersion', { name: 'cluster-0001' });
    }
    expect(later).toHaveLength(1);
  });

  it('gives up on a cluster that changes for an hour', async () => {
    await start();
    discovery.simulator.model.updateCluster(A, REGION, 'cluster-0001', {
      status: 'UPDATING',
    });
    const event = () =>
      cloudTrail('UpdateClusterVersion', { name: 'cluster-0001' });
    const readAgain = async (reading: number) => {
      later.pop()!();
      await until(() => asked().descriptions === reading);
    };
    const isFollowed = () => later.length === 1;
    await event();
    for (let reading = 2; reading < 60; reading++) {
      await readAgain(reading);
      await until(isFollowed);
    }
    await readAgain(60);
    // The next event finds nobody following the cluster any more.
    await event();
    await until(() => later.length > 0);
    expect(isFollowed()).toBe(true);
    expect(asked().descriptions).toBe(61);
  });

  it('takes a deletion only for a hint', async () => {
    await start();
    await cloudTrail('DeleteCluster', { name: 'cluster-0001' });
    expect(status('cluster-0001')).toBe('ACTIVE');
    discovery.simulator.model.removeCluster(A, REGION, 'cluster-0001');
    await cloudTrail('DeleteCluster', { name: 'cluster-0001' });
    expect(discovery.clusters()).toHaveLength(6);
    await discovery.provider.scan({ force: true });
    expect(discovery.clusters()).toHaveLength(5);
  });

  it.each<[string, object, { account?: string; region?: string }]>([
    ['an account of others', { name: 'x' }, { account: '999900001111' }],
    ['a Region of others', { name: 'x' }, { region: 'us-east-1' }],
    ['a name that is none', { name: '../x' }, {}],
  ])('asks AWS nothing for %s', async (_, request, where) => {
    await start();
    await cloudTrail('DeleteCluster', request, where);
    expect(discovery.simulator.calls()).toEqual([]);
  });

  it('asks AWS nothing on a topic that is not configured', async () => {
    await start();
    await publish(
      'other',
      cloudTrailEvent(
        'DeleteCluster',
        { name: 'cluster-0001' },
        { account: A },
      ),
    );
    expect(discovery.simulator.calls()).toEqual([]);
  });
});
