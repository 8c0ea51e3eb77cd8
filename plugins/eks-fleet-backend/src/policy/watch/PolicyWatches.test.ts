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
import { READER_CLUSTER_ROLE } from '@eks-fleet/simulator';
import type { Knex } from 'knex';
import { memoryDatabase } from '../../__testUtils__/memoryDatabase';
import { migrate } from '../../database/migrate';
import { startDemoCollectors } from '../../kubernetes/__testUtils__/startDemoCollectors';
import { ManualTimers } from './__testUtils__/ManualTimers';
import { DatabaseWatchLeases } from './DatabaseWatchLeases';
import { PolicyWatches, type WatchedCluster } from './PolicyWatches';

jest.setTimeout(60_000);

type Demo = Awaited<ReturnType<typeof startDemoCollectors>>;

const CLUSTER = 'search-eu-staging';
/** Reports and ClusterReports. */
const KINDS = 2;
const WATCHING = {
  apiGroups: ['wgpolicyk8s.io', 'openreports.io'],
  resources: [
    'policyreports',
    'clusterpolicyreports',
    'reports',
    'clusterreports',
  ],
  verbs: ['watch'],
};

describe('PolicyWatches', () => {
  let demo: Demo;
  let knex: Knex;
  let watched: WatchedCluster[];
  let timers: ManualTimers;
  let replicas: PolicyWatches[];
  let hints: string[];
  let ended: string[];

  beforeAll(async () => {
    demo = await startDemoCollectors();
    knex = memoryDatabase();
    await migrate(knex);
  });

  beforeEach(async () => {
    const { cluster, collected } = demo.find(CLUSTER);
    cluster.kubernetes.clusterRole = [...READER_CLUSTER_ROLE, WATCHING];
    watched = [
      { cluster: collected, controlPlane: await demo.controlPlaneOf(CLUSTER) },
    ];
    timers = new ManualTimers();
    [replicas, hints, ended] = [[], [], []];
    demo.simulator.resetCalls();
  });

  afterEach(async () => {
    await Promise.all(replicas.map(replica => replica.stop()));
    demo.simulator.clearFaults();
    delete demo.find(CLUSTER).cluster.kubernetes.clusterRole;
  });

  afterAll(async () => {
    await demo.stop();
    await knex.destroy();
  });

  const start = (more: { maxClusters?: number } = {}) => {
    const replica = new PolicyWatches({
      config: { maxClusters: 10, atMostEverySeconds: 30, ...more },
      leases: new DatabaseWatchLeases(knex),
      clusters: async () => watched,
      connect: ({ cluster, controlPlane }) =>
        demo.ways.connect(cluster, controlPlane),
      hasten: async arn => {
        hints.push(arn);
      },
      metrics: { hinted: () => {}, ended: result => ended.push(result) },
      logger: mockServices.logger.mock(),
      now: timers.now,
      later: timers.later,
      random: () => 1,
    });
    replicas.push(replica);
    return replica;
  };

  /** Turns of the event loop pass until it is so. */
  const until = async (isSo: () => boolean) => {
    while (!isSo()) {
      await new Promise(resolve => setImmediate(resolve));
    }
  };
  const watchCalls = () =>
    demo.simulator
      .calls()
      .filter(({ operation }) => operation.startsWith('WATCH '))
      .reduce((sum, { count }) => sum + count, 0);
  const isWatching = (replica: PolicyWatches) => () =>
    replica.counts().watching === 1 && watchCalls() === KINDS;
  /** Besides the end of the lease there is something to wait for. */
  const isWaiting = () => timers.waiting === 2;
  /** As many rounds are over, and the next one waits. */
  const untilWaiting = (rounds: number) =>
    until(() => ended.length === rounds && isWaiting());
  /** Workloads are changed, and with them the reports of them. */
  const change = () => {
    const { kubernetes } = demo.find(CLUSTER).cluster;
    kubernetes.workloads = [
      ...(kubernetes.workloads ?? []),
      { namespace: 'search', name: `new-${kubernetes.workloads?.length ?? 0}` },
    ];
  };

  it('has changed reports read when it is quiet again', async () => {
    const replica = start();
    await replica.tick();
    await until(isWatching(replica));
    change();
    await until(() => timers.nextInSeconds === 10);
    expect(hints).toEqual([]);
    timers.advance(10);
    expect(hints).toEqual([watched[0].cluster.arn]);
  });

  it('watches a cluster in one of two processes, and in the other once that one ends', async () => {
    const [one, two] = [start(), start()];
    await one.tick();
    await two.tick();
    await until(isWatching(one));
    expect([one, two].map(each => each.counts())).toEqual([
      { watching: 1, waiting: 0 },
      { watching: 0, waiting: 0 },
    ]);
    await one.stop();
    await two.tick();
    await until(() => watchCalls() === 2 * KINDS);
    expect(two.counts()).toEqual({ watching: 1, waiting: 0 });
    change();
    await until(() => timers.nextInSeconds === 10);
    timers.advance(10);
    expect(hints).toHaveLength(1);
  });

  it('is taken over from one that says nothing more, which then ends by itself', async () => {
    const [one, two] = [start(), start()];
    await one.tick();
    await until(isWatching(one));
    timers.advance(59);
    await two.tick();
    expect(two.counts()).toEqual({ watching: 0, waiting: 0 });
    timers.advance(1);
    expect(one.counts()).toEqual({ watching: 0, waiting: 0 });
    await two.tick();
    await until(() => two.counts().watching === 1);
  });

  it('goes on from where it was when a watch breaks off, and misses no change', async () => {
    demo.simulator.addFault({
      match: { service: 'kubernetes', operation: 'WATCH *' },
      effect: 'reset',
      at: 'body',
      times: 1,
    });
    const replica = start();
    await replica.tick();
    await untilWaiting(1);
    expect(ended).toEqual(['unreachable']);
    // Changed while nobody looks.
    change();
    timers.advance(2);
    await until(() => timers.nextInSeconds === 10);
    timers.advance(10);
    expect(hints).toHaveLength(1);
  });

  it('counts what the server has forgotten as a change, and begins anew', async () => {
    demo.simulator.addFault({
      match: { service: 'kubernetes', operation: 'WATCH *' },
      effect: 'expireToken',
      times: 2,
    });
    const replica = start();
    await replica.tick();
    await until(() => ended.length === 1);
    expect(ended).toEqual(['ended']);
    timers.advance(10);
    expect(hints).toHaveLength(1);
    await until(() => replica.counts().watching === 1);
  });

  it('waits longer and longer while a cluster breaks every watch off', async () => {
    demo.simulator.addFault({
      match: { service: 'kubernetes', operation: 'WATCH *' },
      effect: 'error',
    });
    await start().tick();
    const waits: number[] = [];
    for (let round = 1; round <= 4; round += 1) {
      await untilWaiting(round);
      waits.push(timers.nextInSeconds!);
      timers.advance(timers.nextInSeconds!);
    }
    expect(waits).toEqual([2, 4, 8, 16]);
    expect(hints).toEqual([]);
  });

  it('asks no more of a cluster where it may not watch than of one that is away', async () => {
    demo.find(CLUSTER).cluster.kubernetes.clusterRole = [
      ...READER_CLUSTER_ROLE,
    ];
    await start().tick();
    await untilWaiting(1);
    expect(ended).toEqual(['forbidden']);
    expect(timers.nextInSeconds).toBe(2);
    expect(hints).toEqual([]);
  });

  it('watches no more clusters than it is to', async () => {
    const { collected } = demo.find('search-eu');
    watched.push({
      cluster: collected,
      controlPlane: await demo.controlPlaneOf('search-eu'),
    });
    const [one, two] = [start({ maxClusters: 1 }), start({ maxClusters: 1 })];
    for (const replica of [one, two]) {
      await replica.tick();
      const { watching, waiting } = replica.counts();
      expect(watching + waiting).toBe(1);
    }
  });

  it('ends with the process, and tells nothing more', async () => {
    const replica = start();
    await replica.tick();
    await until(isWatching(replica));
    change();
    await until(() => timers.nextInSeconds === 10);
    await replica.stop();
    timers.advance(600);
    expect(hints).toEqual([]);
    expect(timers.waiting).toBe(0);
    await replica.tick();
    expect(replica.counts()).toEqual({ watching: 0, waiting: 0 });
  });
});
