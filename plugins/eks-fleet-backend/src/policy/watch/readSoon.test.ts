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
import { ConfigReader } from '@backstage/config';
import type { ClusterCollector } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { READER_CLUSTER_ROLE } from '@eks-fleet/simulator';
import type { Knex } from 'knex';
import { memoryDatabase } from '../../__testUtils__/memoryDatabase';
import { setFleet } from '../../collection/__testUtils__/fleet';
import { rememberMetrics } from '../../collection/__testUtils__/rememberMetrics';
import { createCollection } from '../../collection/createCollection';
import { migrate } from '../../database/migrate';
import { DatabaseClusterStore } from '../../inventory/DatabaseClusterStore';
import { startDemoCollectors } from '../../kubernetes/__testUtils__/startDemoCollectors';
import { SupportCalendar } from '../../versions/SupportCalendar';
import { PolicyCollector } from '../ingest/PolicyCollector';
import { findingSelection } from '../store/__testUtils__/policyFixtures';
import { DatabasePolicyIngestStore } from '../store/DatabasePolicyIngestStore';
import { DatabasePolicyStore } from '../store/DatabasePolicyStore';
import { ManualTimers } from './__testUtils__/ManualTimers';
import { createPolicyWatches } from './createPolicyWatches';

jest.setTimeout(60_000);

const NAME = 'search-us-dev';
const OFF = Object.fromEntries(
  [
    'nodegroups',
    'addons',
    'fargateProfiles',
    'capabilities',
    'insights',
    'updates',
    'subnets',
  ].map(kind => [kind, { enabled: false }]),
);

describe('a report that changes', () => {
  let demo: Awaited<ReturnType<typeof startDemoCollectors>>;
  let knex: Knex;
  const timers = new ManualTimers();
  const hooks: Array<() => unknown> = [];
  const lifecycle = mockServices.lifecycle.mock({
    addShutdownHook: hook => {
      hooks.push(hook);
    },
  });

  beforeAll(async () => {
    demo = await startDemoCollectors();
    knex = memoryDatabase();
    await migrate(knex);
  });

  afterAll(async () => {
    await Promise.all(hooks.map(hook => hook()));
    await demo.stop();
    await knex.destroy();
  });

  const start = async () => {
    const { cluster, collected } = demo.find(NAME);
    cluster.kubernetes.clusterRole = [
      ...READER_CLUSTER_ROLE,
      {
        apiGroups: ['wgpolicyk8s.io'],
        resources: ['policyreports', 'clusterpolicyreports'],
        verbs: ['watch'],
      },
    ];
    await setFleet(knex, [{ ...collected, status: 'ACTIVE' }]);
    const config = new ConfigReader({
      eksFleet: {
        collectors: OFF,
        kubernetes: { enabled: true },
        policies: { watch: { clusters: [{}] } },
      },
    }) as never;
    const scheduler = mockServices.scheduler();
    const shared = {
      config,
      knex,
      lifecycle,
      logger: mockServices.logger.mock(),
      metrics: rememberMetrics().service,
      scheduler,
      versions: { calendar: async () => new SupportCalendar() },
      now: timers.now,
    };
    const source = demo.policySources.find(
      ({ kind }) => kind === 'policyReports',
    )!;
    const collection = await createCollection({
      ...shared,
      aws: {} as never,
      discovery: { refresh: () => {} },
      collectors: [
        new PolicyCollector({
          source,
          store: new DatabasePolicyIngestStore(knex),
          owners: {
            resolve: async (_, outcomes) =>
              outcomes.map(() => ({ owner: '', ownerFrom: 'cluster' })),
          },
          due: [],
          environmentOf: async () => 'dev',
        }) as ClusterCollector,
      ],
      listeners: [],
    });
    await collection.intake.put([
      {
        cluster: collected,
        kind: 'controlPlane',
        source: 'discovery',
        observedAt: timers.now(),
        freshUntil: new Date(timers.now().getTime() + 3_600_000),
        document: await demo.controlPlaneOf(NAME),
      },
    ]);
    const watches = await createPolicyWatches({
      ...shared,
      clusters: new DatabaseClusterStore(knex),
      collection,
      kubernetes: demo.ways,
      later: timers.later,
      random: () => 1,
    });
    /** Turns of the event loop pass until it was read at this time. */
    const untilRead = async () => {
      const now = timers.now().toISOString();
      for (;;) {
        const { policyReports } = await collection.observations.of(
          collected.arn,
        );
        if (policyReports?.observedAt === now) {
          return policyReports;
        }
        await new Promise(resolve => setImmediate(resolve));
      }
    };
    const names = async () => {
      const { records } = await new DatabasePolicyStore(knex).findings(
        findingSelection({ now: timers.now() }),
        { order: { field: 'severity', direction: 'desc' }, limit: 500 },
      );
      return records.map(({ name }) => name);
    };
    return { cluster, names, scheduler, untilRead, watches: watches! };
  };

  it('is read ten seconds later, and not in ten minutes', async () => {
    const { cluster, names, scheduler, untilRead, watches } = await start();
    await scheduler.triggerTask('eks-fleet-collection');
    const { freshUntil } = await untilRead();
    expect(await names()).not.toContain('sloppy');
    await scheduler.triggerTask('eks-fleet-policy-watches');
    while (watches.counts().watching === 0) {
      await new Promise(resolve => setImmediate(resolve));
    }

    timers.advance(30);
    cluster.kubernetes.workloads = [
      ...(cluster.kubernetes.workloads ?? []),
      {
        namespace: 'search',
        name: 'sloppy',
        requests: 'none',
        images: { app: 'docker.io/library/sloppy:latest' },
      },
    ];
    while (timers.nextInSeconds !== 10) {
      await new Promise(resolve => setImmediate(resolve));
    }
    timers.advance(10);
    const read = await untilRead();
    expect(await names()).toContain('sloppy');
    // It is as fresh as if it had been read on schedule.
    expect(Date.parse(read.freshUntil!) - Date.parse(freshUntil!)).toBe(40_000);
  });
});
