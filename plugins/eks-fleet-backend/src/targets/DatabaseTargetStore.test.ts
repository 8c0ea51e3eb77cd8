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

import type { TargetReport } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { Knex } from 'knex';
import { testDatabases } from '../__testUtils__/databases';
import { migrate } from '../database/migrate';
import { DatabaseTargetStore } from './DatabaseTargetStore';

jest.setTimeout(60_000);

const now = new Date('2026-11-23T12:00:00Z');
const key = {
  provider: 'main',
  accountId: '111111111111',
  region: 'eu-west-1',
};
const report: TargetReport = {
  partition: 'aws',
  clusterCount: 2,
  freshForSeconds: 600,
  lastAttemptAt: '2026-11-23T13:59:00+02:00',
  lastSuccessAt: '2026-11-23T11:59:00Z',
  unreadable: [{ name: 'b', reason: 'denied', code: 'forbidden' }],
  rejects: [{ name: 'c', reason: 'no name' }],
  heldRemovals: [
    {
      arn: 'arn:aws:eks:eu-west-1:111111111111:cluster/d',
      name: 'd',
      entityRef: 'resource:default/d',
      missingSince: '2026-11-22T00:00:00Z',
    },
  ],
};

describe('DatabaseTargetStore', () => {
  const databases = testDatabases();

  describe.each(databases.eachSupportedId())('on %s', id => {
    let knex: Knex;
    let store: DatabaseTargetStore;

    beforeEach(async () => {
      knex = await databases.init(id);
      await migrate(knex);
      store = new DatabaseTargetStore(knex);
    });

    it('gives back what was reported, times in UTC', async () => {
      await store.put(key, report, now);
      expect(await store.list()).toEqual([
        expect.objectContaining({
          ...key,
          lastAttemptAt: '2026-11-23T11:59:00.000Z',
          lastSuccessAt: '2026-11-23T11:59:00.000Z',
          freshUntil: '2026-11-23T12:09:00.000Z',
          clusterCount: 2,
          unreadable: report.unreadable,
          rejects: report.rejects,
          errorCode: '',
        }),
      ]);
    });

    it('gives back one of them', async () => {
      await store.put(key, report, now);
      await store.put({ ...key, region: 'us-east-1' }, report, now);
      expect(await store.get(key)).toEqual((await store.list())[0]);
      expect(await store.get({ ...key, provider: 'other' })).toBeUndefined();
    });

    it('is the same after the same report twice', async () => {
      await store.put(key, report, now);
      const once = await store.list();
      await store.put(key, report, now);
      expect(await store.list()).toEqual(once);
    });

    it('forgets what a newer report no longer says', async () => {
      await store.put(key, report, now);
      await store.put(
        key,
        {
          partition: 'aws',
          clusterCount: 3,
          freshForSeconds: 600,
          lastAttemptAt: '2026-11-23T12:05:00Z',
        },
        now,
      );
      expect(await store.list()).toEqual([
        expect.objectContaining({
          clusterCount: 3,
          unreadable: [],
          rejects: [],
          heldRemovals: [],
          lastSuccessAt: '',
          freshUntil: '',
        }),
      ]);
    });

    it('is not undone by a report that was held up', async () => {
      await store.put(key, report, now);
      await store.put(
        key,
        {
          ...report,
          clusterCount: 9,
          unreadable: [],
          lastAttemptAt: '2026-11-23T10:00:00Z',
        },
        now,
      );
      expect(await store.list()).toEqual([
        expect.objectContaining({
          clusterCount: 2,
          unreadable: report.unreadable,
        }),
      ]);
    });

    it('counts the clusters of all targets', async () => {
      expect(await store.clusterCount()).toBe(0);
      await store.put(key, report, now);
      await store.put({ ...key, region: 'us-east-1' }, report, now);
      expect(await store.clusterCount()).toBe(4);
    });

    it("keeps a provider's targets that are named, and other providers'", async () => {
      await store.put(key, report, now);
      await store.put({ ...key, region: 'us-east-1' }, report, now);
      await store.put(
        { ...key, provider: 'china', region: 'cn-north-1' },
        report,
        now,
      );
      expect(await store.keep('main', ['111111111111/us-east-1'])).toBe(1);
      const left = await store.list();
      expect(left.map(target => target.region)).toEqual([
        'cn-north-1',
        'us-east-1',
      ]);
      expect(left[1].unreadable).toEqual(report.unreadable);
      expect(await store.keep('main', ['111111111111/us-east-1'])).toBe(0);
    });

    it('forgets targets that are no longer reported', async () => {
      await store.put(key, report, now);
      expect(await store.prune(now)).toBe(0);
      expect(await store.prune(new Date(now.getTime() + 1))).toBe(1);
      expect(await store.list()).toEqual([]);
    });
  });
});
