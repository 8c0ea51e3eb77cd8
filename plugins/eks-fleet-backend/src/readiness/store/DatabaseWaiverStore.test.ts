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

import type { Knex } from 'knex';
import { NOW } from '../../__testUtils__/clock';
import { testDatabases } from '../../__testUtils__/databases';
import { migrate } from '../../database/migrate';
import { DatabaseWaiverStore } from './DatabaseWaiverStore';

jest.setTimeout(60_000);

const after = (hours: number) => new Date(NOW.getTime() + hours * 3_600_000);
const cluster = {
  arn: 'arn:aws:eks:eu-west-1:111111111111:cluster/a',
  createdAt: '2025-01-02T03:04:05Z',
};
const waiver = {
  findingKey: 'drain-blocked:a/b',
  reason: 'We drain it by hand',
  until: after(24).toISOString(),
  by: 'user:default/pat',
};

describe('DatabaseWaiverStore', () => {
  const databases = testDatabases();

  describe.each(databases.eachSupportedId())('on %s', id => {
    let knex: Knex;
    let store: DatabaseWaiverStore;

    beforeEach(async () => {
      knex = await databases.init(id);
      await migrate(knex);
      store = new DatabaseWaiverStore(knex);
    });

    const active = async (now: Date, asked = cluster) =>
      (await store.active([asked], now)).get(asked.arn) ?? [];

    it('keeps a waiver until its time is up', async () => {
      const added = await store.add(cluster, waiver, NOW);
      expect(added).toEqual({
        ...waiver,
        id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        at: NOW.toISOString(),
        active: true,
      });
      expect(await active(after(23))).toEqual([added]);
      expect(await active(after(24))).toEqual([]);
    });

    it('hands out each that ended by itself once', async () => {
      const { id: first } = await store.add(cluster, waiver, NOW);
      await store.add(
        cluster,
        { ...waiver, until: after(99).toISOString() },
        NOW,
      );
      expect(await store.expire(after(23))).toEqual([]);
      const expired = await store.expire(after(24));
      expect(expired).toMatchObject([
        { id: first, arn: cluster.arn, active: false },
      ]);
      expect(await store.expire(after(25))).toEqual([]);
    });

    it('lets two who look at once hand it out once', async () => {
      await store.add(cluster, waiver, NOW);
      const both = await Promise.all([
        store.expire(after(24)),
        store.expire(after(24)),
      ]);
      expect(both.flat()).toHaveLength(1);
    });

    it('ends one early, once', async () => {
      const { id: added } = await store.add(cluster, waiver, NOW);
      expect(await store.end(added, 'user:default/sam', after(1))).toBe(true);
      expect(await store.end(added, 'user:default/sam', after(2))).toBe(false);
      expect(await active(after(1))).toEqual([]);
      expect(await store.expire(after(48))).toEqual([]);
      expect(await knex('waivers').first()).toMatchObject({
        ended_at: after(1).toISOString(),
        ended_by: 'user:default/sam',
      });
    });

    it('forgets those that ended long ago, and none that holds', async () => {
      const { id: early } = await store.add(cluster, waiver, NOW);
      await store.end(early, 'user:default/sam', after(1));
      const { id: late } = await store.add(cluster, waiver, NOW);
      const { id: holds } = await store.add(
        cluster,
        { ...waiver, until: after(99).toISOString() },
        NOW,
      );
      await store.expire(after(24));
      const left = async (before: number) => {
        const pruned = await store.prune(after(before));
        const ids: string[] = await knex('waivers').orderBy('id').pluck('id');
        return { pruned, ids };
      };
      expect(await left(1)).toEqual({
        pruned: 0,
        ids: [early, late, holds].sort(),
      });
      expect(await left(2)).toEqual({ pruned: 1, ids: [late, holds].sort() });
      expect(await left(25)).toEqual({ pruned: 1, ids: [holds] });
      expect(await left(1000)).toEqual({ pruned: 0, ids: [holds] });
    });

    it('keeps one whose end nobody was told of yet', async () => {
      await store.add(cluster, waiver, NOW);
      expect(await store.prune(after(1000))).toBe(0);
      expect(await store.expire(after(1000))).toHaveLength(1);
      expect(await store.prune(after(1000))).toBe(1);
    });

    it('is of one cluster, and not of the next with its ARN', async () => {
      const { id: added } = await store.add(cluster, waiver, NOW);
      const again = { ...cluster, createdAt: '2026-11-01T00:00:00Z' };
      expect(await active(NOW, again)).toEqual([]);
      expect(await store.find(again, added, NOW)).toBeUndefined();
      expect(await store.find(cluster, added, NOW)).toMatchObject({
        id: added,
      });
    });

    it('takes reasons that mean harm as text', async () => {
      const reason = "\u0000'; drop table waivers; -- <b>\ud800";
      await store.add(cluster, { ...waiver, reason }, NOW);
      const [kept] = await active(NOW);
      expect(kept.reason).toBe("'; drop table waivers; -- <b>");
    });
  });
});
