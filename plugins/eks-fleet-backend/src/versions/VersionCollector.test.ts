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
import { testDatabases } from '../__testUtils__/databases';
import { migrate } from '../database/migrate';
import { DatabaseTargetStore } from '../targets/DatabaseTargetStore';
import { DatabaseVersionStore } from './DatabaseVersionStore';
import { VersionCollector } from './VersionCollector';

jest.setTimeout(60_000);

const NOON = new Date('2026-11-23T12:00:00Z');
const after = (minutes: number) => new Date(NOON.getTime() + minutes * 60_000);

describe('VersionCollector', () => {
  const databases = testDatabases();

  describe.each(databases.eachSupportedId())('on %s', id => {
    let knex: Knex;
    let targets: DatabaseTargetStore;
    let versions: DatabaseVersionStore;
    let collector: VersionCollector;
    const send = jest.fn();
    const eks = jest.fn((_: object) => ({ send } as never));
    const logger = mockServices.logger.mock();

    const report = (
      region: string,
      options: { partition?: 'aws' | 'aws-cn'; error?: boolean } = {},
    ) =>
      targets.put(
        { provider: 'main', accountId: '111111111111', region },
        {
          partition: options.partition ?? 'aws',
          clusterCount: 0,
          freshForSeconds: 1_000_000,
          lastSuccessAt: NOON.toISOString(),
          error: options.error
            ? { code: 'forbidden', message: 'denied' }
            : undefined,
        },
        NOON,
      );

    beforeEach(async () => {
      jest.clearAllMocks();
      send.mockReset();
      knex = await databases.init(id);
      await migrate(knex);
      targets = new DatabaseTargetStore(knex);
      versions = new DatabaseVersionStore(knex);
      collector = new VersionCollector({
        aws: { eks },
        targets,
        versions,
        logger,
      });
    });

    it('asks nobody as long as no target was read well', async () => {
      await report('eu-west-1', { error: true });
      await report('all');
      await collector.collect(NOON);
      expect(eks).not.toHaveBeenCalled();
    });

    it('reads all pages', async () => {
      await report('eu-west-1');
      send
        .mockResolvedValueOnce({
          clusterVersions: [
            {
              clusterVersion: '1.36',
              releaseDate: new Date('2026-08-01T00:00:00Z'),
              endOfStandardSupportDate: new Date('2027-10-01T00:00:00Z'),
              endOfExtendedSupportDate: new Date('2028-10-01T00:00:00Z'),
            },
            { clusterVersion: 'nonsense' },
          ],
          nextToken: 'more',
        })
        .mockResolvedValueOnce({
          clusterVersions: [{ clusterVersion: '1.37' }],
        });
      await collector.collect(NOON);
      expect(send.mock.calls.map(([command]) => command.input)).toEqual([
        { includeAll: true },
        { includeAll: true, nextToken: 'more' },
      ]);
      expect(eks).toHaveBeenCalledWith({
        partition: 'aws',
        accountId: '111111111111',
        region: 'eu-west-1',
      });
      const calendar = await versions.calendar();
      expect(calendar.observedAt('aws')).toBe(NOON.toISOString());
      expect(calendar.dates('aws', '1.36')).toEqual({
        version: '1.36',
        releaseDate: '2026-08-01T00:00:00.000Z',
        endOfStandardSupport: '2027-10-01T00:00:00.000Z',
        endOfExtendedSupport: '2028-10-01T00:00:00.000Z',
      });
      expect(calendar.versions('aws').at(-1)?.version).toBe('1.37');
    });

    it('asks once a day in each partition', async () => {
      await report('eu-west-1');
      await report('us-east-1');
      await report('cn-north-1', { partition: 'aws-cn' });
      send.mockResolvedValue({ clusterVersions: [{ clusterVersion: '1.36' }] });
      await collector.collect(NOON);
      expect(send).toHaveBeenCalledTimes(2);
      await collector.collect(after(23 * 60));
      expect(send).toHaveBeenCalledTimes(2);
      await collector.collect(after(24 * 60));
      expect(send).toHaveBeenCalledTimes(4);
    });

    it('tries another target, and an hour after a failure again', async () => {
      await report('eu-west-1');
      await report('us-east-1');
      send.mockRejectedValue(new Error('throttled'));
      await collector.collect(NOON);
      expect(send).toHaveBeenCalledTimes(2);
      expect(logger.warn).toHaveBeenCalledTimes(1);
      await collector.collect(after(59));
      expect(send).toHaveBeenCalledTimes(2);
      send.mockResolvedValue({ clusterVersions: [{ clusterVersion: '1.36' }] });
      await collector.collect(after(60));
      expect(send).toHaveBeenCalledTimes(3);
    });

    it('keeps dates that EKS stops telling', async () => {
      await report('eu-west-1');
      const ended = new Date('2027-10-01T00:00:00Z');
      send.mockResolvedValueOnce({
        clusterVersions: [
          { clusterVersion: '1.36', endOfStandardSupportDate: ended },
        ],
      });
      await collector.collect(NOON);
      send.mockResolvedValueOnce({
        clusterVersions: [{ clusterVersion: '1.37' }],
      });
      await collector.collect(after(24 * 60));
      expect(
        (await versions.calendar()).dates('aws', '1.36')?.endOfStandardSupport,
      ).toBe(ended.toISOString());
    });
  });
});
