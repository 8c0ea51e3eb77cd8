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
import type { Knex } from 'knex';
import { testDatabases } from '../../__testUtils__/databases';
import { migrate } from '../../database/migrate';
import { SupportCalendar } from '../../versions/SupportCalendar';
import { setFleet } from '../__testUtils__/fleet';
import { startCloud, type Cloud } from '../__testUtils__/startCloud';
import { FleetClusters } from '../FleetClusters';
import type { ObservationChange } from '../types';
import { AddonVersionCollector } from './AddonVersionCollector';
import { DatabaseAddonCatalogue } from './DatabaseAddonCatalogue';

jest.setTimeout(60_000);

const START = Date.parse('2026-11-23T12:00:00Z');
const hours = (count: number) => new Date(START + count * 3_600_000);

describe('AddonVersionCollector', () => {
  const databases = testDatabases();

  describe.each(databases.eachSupportedId())('on %s', id => {
    let knex: Knex;
    let cloud: Cloud;
    let catalogue: DatabaseAddonCatalogue;
    const logger = mockServices.logger.mock();
    const notify = jest.fn();

    const create = () =>
      new AddonVersionCollector({
        aws: cloud.aws,
        fleet: new FleetClusters(knex),
        versions: { calendar: async () => new SupportCalendar() },
        catalogue,
        notifier: { notify },
        logger,
      });
    const calls = () => cloud.calls().DescribeAddonVersions ?? 0;

    beforeEach(async () => {
      jest.clearAllMocks();
      knex = await databases.init(id);
      await migrate(knex);
      cloud = await startCloud();
      catalogue = new DatabaseAddonCatalogue(knex);
      await setFleet(knex, [
        { ...cloud.cluster, version: '1.34', status: 'ACTIVE' },
      ]);
    });

    afterEach(() => cloud.stop());

    it('knows which versions there are for the present and the next minors', async () => {
      expect(
        await catalogue.versions('aws', 'eu-west-1', '1.34'),
      ).toBeUndefined();
      await create().collect(hours(0));
      for (const version of ['1.34', '1.35']) {
        expect(await catalogue.versions('aws', 'eu-west-1', version)).toEqual({
          observedAt: hours(0).toISOString(),
          addons: expect.objectContaining({
            'vpc-cni': expect.arrayContaining([
              { version: expect.stringMatching(/^v1\./), default: true },
            ]),
          }),
        });
      }
      expect(
        await catalogue.versions('aws', 'eu-west-1', '1.33'),
      ).toBeUndefined();
      expect(
        await catalogue.versions('aws', 'us-east-1', '1.34'),
      ).toBeUndefined();
    });

    it('tells of the clusters there when EKS lists other versions', async () => {
      const told = () =>
        notify.mock.calls.flatMap(([changes]) =>
          changes.map((change: ObservationChange) => [
            change.cluster.arn,
            change.kind,
            change.before,
          ]),
        );
      const collector = create();
      await collector.collect(hours(0));
      expect(told()).toEqual([[cloud.cluster.arn, 'addonVersions', undefined]]);
      await collector.collect(hours(24));
      expect(told()).toHaveLength(1);
      await knex('addon_versions').update({ document: '{"coredns":[]}' });
      await collector.collect(hours(48));
      expect(told().slice(1)).toEqual([
        [cloud.cluster.arn, 'addonVersions', {}],
      ]);
    });

    it('asks once a day', async () => {
      const collector = create();
      await collector.collect(hours(0));
      const asked = calls();
      expect(asked).toBeGreaterThan(1);
      await collector.collect(hours(23));
      expect(calls()).toBe(asked);
      await collector.collect(hours(24));
      expect(calls()).toBe(2 * asked);
    });

    it('lets one of two processes ask', async () => {
      await create().collect(hours(0));
      const alone = calls();
      await Promise.all(
        [create(), create()].map(one => one.collect(hours(24))),
      );
      expect(calls()).toBe(2 * alone);
    });

    it('keeps what it knew where EKS says nothing, and tries an hour later', async () => {
      const collector = create();
      await collector.collect(hours(0));
      const asked = calls();
      cloud.simulator.addFault({
        match: { operation: 'DescribeAddonVersions' },
        effect: 'deny',
      });
      await collector.collect(hours(24));
      expect(calls()).toBe(2 * asked);
      expect(logger.warn).toHaveBeenCalledTimes(asked);
      await collector.collect(hours(24.9));
      expect(calls()).toBe(2 * asked);
      cloud.simulator.clearFaults();
      await collector.collect(hours(25));
      expect(calls()).toBe(3 * asked);
      expect(
        await catalogue.versions('aws', 'eu-west-1', '1.34'),
      ).toMatchObject({ observedAt: hours(25).toISOString() });
    });
  });
});
