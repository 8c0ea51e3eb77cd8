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
  mockServices,
  type TestDatabaseId,
} from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import { testDatabases } from '../__testUtils__/databases';
import { migrate } from '../database/migrate';
import { SupportCalendar } from '../versions/SupportCalendar';
import { at, setFleet } from './__testUtils__/fleet';
import { rememberMetrics } from './__testUtils__/rememberMetrics';
import { startCloud, type Cloud } from './__testUtils__/startCloud';
import { createCollection } from './createCollection';
import type { ObservationChange } from './types';

jest.setTimeout(60_000);

describe('createCollection', () => {
  const databases = testDatabases();

  describe.each(databases.eachSupportedId())('on %s', (id: TestDatabaseId) => {
    let knex: Knex;
    let cloud: Cloud;
    let seconds: number;
    let changes: ObservationChange[];
    const stops: Array<() => void | Promise<void>> = [];
    const asked: object[] = [];

    const start = async (config: JsonObject = {}) => {
      const tasks = new Map<string, () => Promise<void>>();
      const collection = await createCollection({
        knex,
        aws: cloud.aws,
        discovery: {
          refresh: payload => {
            asked.push(payload);
          },
        },
        versions: { calendar: async () => new SupportCalendar() },
        config: new ConfigReader({ eksFleet: config }),
        collectors: [],
        listeners: [
          async change => {
            changes.push(change);
          },
        ],
        scheduler: mockServices.scheduler.mock({
          scheduleTask: async task => {
            tasks.set(task.id, async () =>
              task.fn(new AbortController().signal),
            );
          },
        }),
        lifecycle: mockServices.lifecycle.mock({
          addShutdownHook: hook => stops.push(hook),
        }),
        logger: mockServices.logger.mock(),
        metrics: rememberMetrics().service,
        now: () => at(seconds),
      });
      return {
        ...collection,
        tick: tasks.get('eks-fleet-collection')!,
        collectAddonVersions: tasks.get('eks-fleet-addon-versions')!,
      };
    };
    type Started = Awaited<ReturnType<typeof start>>;

    /** What the catalog's discovery hands over after a scan. */
    const discover = ({ intake }: Started) =>
      intake.put([
        {
          cluster: cloud.cluster,
          kind: 'controlPlane',
          source: 'discovery',
          observedAt: at(seconds),
          freshUntil: at(seconds + 2400),
          document: cloud.controlPlane(),
        },
      ]);
    /** Waits until each of the seven kinds was attempted at this time. */
    const attempted = async ({ observations }: Started) => {
      for (;;) {
        const all = Object.entries(await observations.of(cloud.cluster.arn));
        const now = at(seconds).toISOString();
        const done = all.filter(
          ([kind, one]) => kind !== 'controlPlane' && one?.attemptedAt === now,
        );
        if (done.length === 7) {
          return;
        }
        await new Promise(setImmediate);
      }
    };

    beforeEach(async () => {
      knex = await databases.init(id);
      await migrate(knex);
      cloud = await startCloud();
      await setFleet(knex, [{ ...cloud.cluster, status: 'ACTIVE' }]);
      seconds = 0;
      changes = [];
      asked.length = 0;
    });

    afterEach(async () => {
      await Promise.all(stops.map(stop => stop()));
      stops.length = 0;
      await cloud.stop();
    });

    it('observes all of a cluster within its number of calls', async () => {
      const { nodegroups, addons, updates } = cloud.state();
      expect([nodegroups.length, addons.length, updates.length]).toEqual([
        3, 6, 1,
      ]);
      const started = await start();
      await discover(started);
      await started.tick();
      await attempted(started);
      expect(cloud.calls()).toEqual({
        ListNodegroups: 1,
        ListFargateProfiles: 1,
        ListAddons: 1,
        ListCapabilities: 1,
        ListInsights: 1,
        ListUpdates: 1,
        DescribeNodegroup: 3,
        DescribeAddon: 6,
        DescribeInsight: 2,
        DescribeUpdate: 1,
        DescribeSubnets: 1,
      });
      const eks = cloud.simulator
        .calls()
        .filter(({ service }) => service === 'eks')
        .reduce((sum, { count }) => sum + count, 0);
      expect(eks).toBe(17 + 1);

      const observed = await started.observations.of(cloud.cluster.arn);
      expect(
        Object.entries(observed)
          .filter(([, one]) => one?.document && !one.error)
          .map(([kind]) => kind)
          .sort(),
      ).toEqual([
        'addons',
        'capabilities',
        'controlPlane',
        'fargateProfiles',
        'insights',
        'nodegroups',
        'subnets',
        'updates',
      ]);
      expect(changes).toHaveLength(8);
    });

    it('asks for nothing twice that has not changed, and writes it not again', async () => {
      const started = await start();
      await discover(started);
      for (const hour of [0, 1, 2]) {
        cloud.simulator.resetCalls();
        changes = [];
        seconds = hour * 3600;
        await started.tick();
        await attempted(started);
      }
      expect(cloud.calls()).not.toHaveProperty('DescribeUpdate');
      expect(changes).toEqual([]);
    });

    it('shows the rest where insights are denied, and says since when', async () => {
      cloud.simulator.addFault({
        match: { operation: 'ListInsights' },
        effect: 'deny',
      });
      const started = await start();
      await discover(started);
      await started.tick();
      await attempted(started);
      const { insights, nodegroups } = await started.observations.of(
        cloud.cluster.arn,
      );
      expect(insights).toEqual({
        source: 'collector',
        attemptedAt: at(0).toISOString(),
        error: {
          code: 'forbidden',
          message: expect.stringContaining('eks:ListInsights'),
          since: at(0).toISOString(),
        },
      });
      expect(nodegroups?.document?.nodegroups).toHaveLength(3);
    });

    it('reads one cluster again when somebody asks, discovery too', async () => {
      const started = await start();
      await discover(started);
      await started.tick();
      await attempted(started);
      seconds = 30;
      const { arn } = cloud.cluster;
      await started.refresher.refresh(arn);
      expect(asked).toEqual([{ arns: [arn] }]);
      await attempted(started);
      const requestedAt = at(30).toISOString();
      expect(await started.refresher.progress(arn)).toEqual({
        requestedAt,
        total: 8,
        done: 7,
        running: true,
      });
      await discover(started);
      expect(await started.refresher.progress(arn)).toEqual({
        requestedAt,
        total: 8,
        done: 8,
        running: false,
      });
    });

    it('collects what the operator left on', async () => {
      const started = await start({
        collectors: { insights: { enabled: false } },
      });
      expect(started.kindsOf(cloud.cluster)).toEqual([
        'nodegroups',
        'fargateProfiles',
        'addons',
        'capabilities',
        'updates',
        'subnets',
      ]);
    });

    it('knows add-on versions of the versions that the fleet has', async () => {
      const started = await start();
      await started.collectAddonVersions();
      const { region, version } = cloud.cluster;
      expect(
        await started.catalogue.versions('aws', region, version!),
      ).toMatchObject({ addons: { 'vpc-cni': expect.any(Array) } });
    });
  });
});
