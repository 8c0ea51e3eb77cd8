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
import { NOW } from '../../../__testUtils__/clock';
import { testDatabases } from '../../../__testUtils__/databases';
import { clusterEntity } from '../../../__testUtils__/entities';
import { migrate } from '../../../database/migrate';
import { DatabaseClusterStore } from '../../../inventory/DatabaseClusterStore';
import { entityToCluster } from '../../../inventory/entityToCluster';
import { aRecord, ARN } from '../__testUtils__/content';
import type { ExceptionRecord } from '../types';
import { DatabaseExceptionStore } from './DatabaseExceptionStore';

jest.setTimeout(60_000);

const after = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);
const EVENT = {
  at: NOW.toISOString(),
  by: 'user:default/ada',
  message: 'Asked',
};
const OTHER = '0b54c1de-0000-4000-8000-00000000000b';

function record(
  id?: string,
  part: Partial<ExceptionRecord> = {},
): ExceptionRecord {
  const made = aRecord({
    clusters: [
      { ...aRecord().clusters[0], createdAt: '2025-01-02T03:04:05.000Z' },
    ],
    ...part,
  });
  const requestedAt = NOW.toISOString();
  return {
    ...made,
    asked: { ...made.asked, id: id ?? made.asked.id, requestedAt },
  };
}

describe('DatabaseExceptionStore', () => {
  const databases = testDatabases();

  describe.each(databases.eachSupportedId())('on %s', databaseId => {
    let knex: Knex;
    let store: DatabaseExceptionStore;
    const { id } = record().asked;

    beforeEach(async () => {
      knex = await databases.init(databaseId);
      await migrate(knex);
      store = new DatabaseExceptionStore(knex);
      const clusters = new DatabaseClusterStore(knex);
      await clusters.replaceAll(
        [
          entityToCluster(
            clusterEntity({ name: 'orders', accountId: '111111111111' }),
            { environmentLabel: 'environment', accountNames: new Map() },
          )!,
        ],
        await clusters.generation(),
      );
    });

    const claim = async (now = NOW, owner = 'one') =>
      store.claim({ owner, now, leaseSeconds: 60, limit: 10 });
    const outcome = (part: Partial<ExceptionRecord> = {}) => ({
      ...record(undefined, part),
      events: [],
    });

    it('keeps a request, and what happened to it', async () => {
      await store.add(record(), EVENT);
      expect(await store.get(id)).toEqual(record());
      expect(await store.events(id)).toEqual([EVENT]);
      expect(await store.get(OTHER)).toBeUndefined();
    });

    it('has one at a time for a policy, a scope and a cluster', async () => {
      await store.add(record(), EVENT);
      await expect(store.add(record(OTHER), EVENT)).rejects.toThrow(
        'There is an exception for the same on resource:default/orders-1111 already',
      );
      expect(await store.get(OTHER)).toBeUndefined();
      await store.act(
        id,
        ({ acts }) => ({ state: 'rejected', acts, event: EVENT }),
        NOW,
      );
      await store.add(record(OTHER), EVENT);
      expect(await store.get(OTHER)).toBeDefined();
    });

    it('has one of two that ask at the same moment', async () => {
      const both = await Promise.allSettled([
        store.add(record(), EVENT),
        store.add(record(OTHER), EVENT),
      ]);
      expect(both.map(({ status }) => status).sort()).toEqual([
        'fulfilled',
        'rejected',
      ]);
    });

    it('lists under what somebody may read, with what is asked', async () => {
      await store.add(record(), EVENT);
      const list = async (part: object) =>
        (await store.list({ scope: 'all', limit: 10, ...part })).map(
          ({ asked }) => asked.id,
        );
      expect(await list({})).toEqual([id]);
      expect(await list({ scope: 'none' })).toEqual([]);
      const inAccount = (account: string) => ({
        kind: 'account',
        accounts: [account],
      });
      expect(await list({ scope: inAccount('111111111111') })).toEqual([id]);
      expect(await list({ scope: inAccount('222222222222') })).toEqual([]);
      expect(await list({ states: ['pendingApproval'] })).toEqual([id]);
      expect(await list({ states: ['removed'] })).toEqual([]);
      expect(await list({ arn: ARN })).toEqual([id]);
      expect(await list({ arn: `${ARN}x` })).toEqual([]);
      expect(await list({ requestedBy: 'user:default/sam' })).toEqual([]);
    });

    it('gives what is due to one of two', async () => {
      await store.add(record(), EVENT);
      const both = await Promise.all([claim(), claim(NOW, 'two')]);
      expect(both.flat()).toHaveLength(1);
      expect(await claim(after(59))).toEqual([]);
      expect(await claim(after(60))).toHaveLength(1);
    });

    it('records only while the claim is its own', async () => {
      await store.add(record(), EVENT);
      const [first] = await claim();
      const [second] = await claim(after(61), 'two');
      expect(
        await store.record(first, outcome({ state: 'proposed' }), after(90)),
      ).toBeUndefined();
      expect((await store.get(id))!.state).toBe('pendingApproval');
      const kept = await store.record(
        second,
        { ...outcome({ state: 'proposed' }), events: [EVENT] },
        after(90),
      );
      expect(kept).toMatchObject({ state: 'proposed' });
      expect(await store.events(id)).toHaveLength(2);
      expect(await claim(after(89))).toEqual([]);
      expect(await claim(after(90))).toHaveLength(1);
    });

    it('keeps the claim between two steps', async () => {
      await store.add(record(), EVENT);
      const [held] = await claim();
      const progress = { message: 'On it' };
      await store.record(held, outcome({ progress }));
      expect(await claim(after(1))).toEqual([]);
      expect(await store.record(held, outcome(), after(9))).toBeDefined();
    });

    it('keeps what a person did during a step, and goes on with it at once', async () => {
      await store.add(record(undefined, { state: 'proposed' }), EVENT);
      const [held] = await claim();
      const cancelled = { by: 'user:default/ada', at: after(1).toISOString() };
      await store.act(
        id,
        ({ acts, state }) => ({
          state,
          acts: { ...acts, cancelled },
          event: EVENT,
        }),
        after(1),
      );
      const progress = { message: 'Waits' };
      const kept = await store.record(
        held,
        outcome({ state: 'proposed', progress }),
        after(500),
      );
      expect(kept).toMatchObject({ acts: { cancelled }, progress });
      expect(await claim(after(2))).toHaveLength(1);
    });

    it('drops a step on what a person decided about meanwhile', async () => {
      await store.add(record(), EVENT);
      const [held] = await claim();
      await store.act(
        id,
        ({ acts }) => ({ state: 'rejected', acts, event: EVENT }),
        after(1),
      );
      expect(
        await store.record(held, outcome({ state: 'cancelled' }), after(9)),
      ).toBeUndefined();
      expect((await store.get(id))!.state).toBe('rejected');
    });

    it('wakes what is under way, and nothing that is over or waits for a person', async () => {
      await store.add(record(undefined, { state: 'proposed' }), EVENT);
      const [held] = await claim();
      await store.record(held, outcome({ state: 'proposed' }), after(500));
      await store.wake(after(2));
      const [woken] = await claim(after(2));
      expect(woken).toBeDefined();
      const gone = [{ ...woken.record.clusters[0], goneAt: EVENT.at }];
      await store.record(
        woken,
        outcome({ state: 'removed', clusters: gone }),
        after(3),
      );
      await store.wake(after(4));
      expect(await claim(after(1000))).toEqual([]);
      expect((await store.get(id))!.clusters).toEqual(gone);
    });
  });
});
