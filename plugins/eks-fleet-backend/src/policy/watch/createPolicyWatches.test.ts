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
import type { JsonObject } from '@backstage/types';
import { ObservationFailure } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { Knex } from 'knex';
import { memoryDatabase } from '../../__testUtils__/memoryDatabase';
import { rememberMetrics } from '../../collection/__testUtils__/rememberMetrics';
import { migrate } from '../../database/migrate';
import { DatabaseClusterStore } from '../../inventory/DatabaseClusterStore';
import { SupportCalendar } from '../../versions/SupportCalendar';
import {
  fleetCluster,
  putClusters,
} from '../store/__testUtils__/policyFixtures';
import { ManualTimers } from './__testUtils__/ManualTimers';
import { createPolicyWatches } from './createPolicyWatches';

const ORDERS = fleetCluster('orders');
const PCI = fleetCluster('pci-vault');
const DEV = fleetCluster('orders-dev', { environment: 'dev' });
const HIDDEN = fleetCluster('hidden');
const SWITCHED_OFF = fleetCluster('quiet');
const ALL = [ORDERS, PCI, DEV, HIDDEN, SWITCHED_OFF];
const PROD = { labels: { environment: 'prod' } };

describe('createPolicyWatches', () => {
  let knex: Knex;

  beforeAll(async () => {
    knex = memoryDatabase();
    await migrate(knex);
    await putClusters(knex, ALL);
  });

  beforeEach(() => knex('policy_watches').delete());

  afterAll(() => knex.destroy());

  const start = async (policies: JsonObject, withoutKubernetes = false) => {
    const scheduler = mockServices.scheduler();
    const scheduled = jest.spyOn(scheduler, 'scheduleTask');
    const hooks: Array<() => unknown> = [];
    const connected: string[] = [];
    const timers = new ManualTimers();
    const metrics = rememberMetrics();
    const watches = await createPolicyWatches({
      clusters: new DatabaseClusterStore(knex),
      collection: {
        hasten: async () => {},
        kindsOf: ({ name }) =>
          name === SWITCHED_OFF.name ? ['nodegroups'] : ['policyReports'],
        observations: {
          of: async () => ({}),
          ofMany: async arns =>
            new Map(
              arns.map(arn => [
                arn,
                {
                  controlPlane: {
                    source: 'discovery',
                    document: { endpoint: `https://${arn}` } as never,
                  },
                },
              ]),
            ),
        },
      },
      config: new ConfigReader({
        eksFleet: { kubernetes: { enabled: true }, policies },
      }) as never,
      knex,
      kubernetes: withoutKubernetes
        ? undefined
        : {
            reaches: ({ name }) => name !== HIDDEN.name,
            connect: ({ name }) => {
              connected.push(name);
              throw new ObservationFailure('unreachable', 'not here');
            },
          },
      lifecycle: {
        addShutdownHook: hook => {
          hooks.push(hook);
        },
      },
      logger: mockServices.logger.mock(),
      metrics: metrics.service,
      scheduler,
      versions: { calendar: async () => new SupportCalendar() },
      now: timers.now,
      later: timers.later,
      random: () => 1,
    });
    return {
      connected,
      metrics,
      scheduled,
      scheduler,
      timers,
      watches,
      shutDown: () => Promise.all(hooks.map(hook => hook())),
    };
  };

  it.each<[string, JsonObject, boolean]>([
    ['by default', {}, false],
    ['where no cluster is named', { watch: { clusters: [] } }, false],
    [
      'where policies are off',
      { enabled: false, watch: { clusters: [{}] } },
      false,
    ],
    ['where clusters’ APIs are not read', { watch: { clusters: [{}] } }, true],
  ])('watches nothing %s', async (_, policies, withoutKubernetes) => {
    const { connected, scheduled, watches } = await start(
      policies,
      withoutKubernetes,
    );
    expect(watches).toBeUndefined();
    expect(scheduled).not.toHaveBeenCalled();
    expect(connected).toEqual([]);
  });

  it('watches clusters that fit, are reached, and whose reports are read', async () => {
    const { connected, metrics, scheduled, scheduler, shutDown } = await start({
      watch: { clusters: [PROD, { names: ['*-dev'] }] },
    });
    expect(scheduled).toHaveBeenCalledWith(
      expect.objectContaining({
        id: 'eks-fleet-policy-watches',
        scope: 'local',
      }),
    );
    await scheduler.triggerTask('eks-fleet-policy-watches');
    expect(connected.sort()).toEqual(['orders', 'orders-dev', 'pci-vault']);
    expect(await metrics.read('eks_fleet.policies.watches')).toEqual([
      [0, { state: 'watching' }],
      [3, { state: 'waiting' }],
    ]);
    await shutDown();
    expect(await knex('policy_watches')).toEqual([]);
  });

  it('follows the fleet', async () => {
    const { connected, scheduler, shutDown, timers } = await start({
      watch: { clusters: [{ names: ['orders'] }] },
    });
    await scheduler.triggerTask('eks-fleet-policy-watches');
    expect(connected).toEqual(['orders']);
    await putClusters(knex, ALL.slice(1));
    const held = () => knex('policy_watches').pluck('arn');
    expect(await held()).toEqual([ORDERS.arn]);
    timers.advance(59);
    await scheduler.triggerTask('eks-fleet-policy-watches');
    expect(await held()).toEqual([ORDERS.arn]);
    timers.advance(1);
    await scheduler.triggerTask('eks-fleet-policy-watches');
    expect(await held()).toEqual([]);
    await shutDown();
    await putClusters(knex, ALL);
  });
});
