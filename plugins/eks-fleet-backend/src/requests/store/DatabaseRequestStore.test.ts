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

import { TestDatabases } from '@backstage/backend-test-utils';
import { ConflictError } from '@backstage/errors';
import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { testDatabases } from '../../__testUtils__/databases';
import { migrate } from '../../database/migrate';
import { enterState } from '../engine/enterState';
import type { Reservation } from '../preflight';
import { aRequest, NOW } from '../__testUtils__/aRequest';
import type { RequestRecord } from '../types';
import { DatabaseRequestStore } from './DatabaseRequestStore';
import { DatabaseThingStore } from './DatabaseThingStore';
import type { NewRequest } from './types';

const OWNER = 'group:default/payments';

function named(name: string, part: Partial<RequestRecord['asked']> = {}) {
  const key = `namespace/111111111111/eu-west-1/alpha/${name}`;
  return aRequest({
    asked: {
      id: randomUUID(),
      thing: { kind: 'namespace', key, title: `${name} on alpha` },
      ...part,
    },
  });
}

function made(
  record: RequestRecord,
  { exclusive = [record.asked.thing.key], vcpu = 1 } = {},
): NewRequest {
  const { asked } = record;
  return {
    record,
    claims: {
      exclusive,
      reservation: {
        kind: 'namespace',
        operation: 'create',
        key: asked.thing.key,
        owner: asked.owner,
        amounts: { vcpu },
      },
    },
    event: { at: asked.requestedAt, source: 'person', message: 'Asked for' },
  };
}

describe('DatabaseRequestStore', () => {
  const databases: TestDatabases = testDatabases();

  describe.each(databases.eachSupportedId())('on %s', databaseId => {
    let knex: Knex;
    let store: DatabaseRequestStore;

    beforeEach(async () => {
      knex = await databases.init(databaseId);
      await migrate(knex);
      store = new DatabaseRequestStore(knex);
    });

    const locks = { owners: [OWNER], addresses: false };
    const add = (record: RequestRecord, submission?: string) =>
      store.add(locks, submission, () => made(record));
    const claim = async (now = NOW) =>
      store.claim({ owner: 'one', now, leaseSeconds: 60, limit: 10 });

    it('keeps a request, and what happened to it', async () => {
      const record = named('a');
      await add(record);
      expect(await store.get(record.asked.id)).toEqual(record);
      expect(await store.events(record.asked.id)).toEqual([
        { at: NOW.toISOString(), source: 'person', message: 'Asked for' },
      ]);
      expect(await store.activeOf(record.asked.thing.key)).toEqual(record);
    });

    it('has one under way for a thing, and another once it is over', async () => {
      const first = named('a');
      await add(first);
      await expect(add(named('a'))).rejects.toThrow(
        'There is a request for a on alpha under way already',
      );
      await store.act(
        first.asked.id,
        record => ({
          state: 'cancelled',
          acts: record.acts,
          events: [],
        }),
        NOW,
      );
      await expect(add(named('a'))).resolves.toMatchObject({ isNew: true });
    });

    it('makes one request of the same submit, however often it is sent at once', async () => {
      const answers = await Promise.all(
        ['a', 'b', 'c', 'd'].map(name => add(named(name), 'key')),
      );
      expect(answers.filter(({ isNew }) => isNew)).toHaveLength(1);
      const ids = answers.map(({ record }) => record.asked.id);
      expect(new Set(ids).size).toBe(1);
    });

    it('gives a name or a CIDR once to those who ask at once', async () => {
      const claims = { exclusive: ['cidr/10.1.0.0/16'] };
      const tries = await Promise.allSettled(
        Array.from({ length: 8 }, (_, index) =>
          store.add(
            {
              owners: [`group:default/team-${index}`],
              addresses: true,
            },
            undefined,
            () => made(named(`n${index}`), claims),
          ),
        ),
      );
      const given = tries.filter(({ status }) => status === 'fulfilled');
      expect(given).toHaveLength(1);
      const refused = tries.flatMap(each =>
        each.status === 'rejected' ? [each.reason] : [],
      );
      refused.forEach(error => expect(error).toBeInstanceOf(ConflictError));
    });

    it('gives no more quota than there is to those who ask at once', async () => {
      const most = 5;
      const ask = (index: number) =>
        store.add(locks, undefined, (reservations: Reservation[]) => {
          const used = reservations
            .filter(({ owner }) => owner === OWNER)
            .reduce((sum, { amounts }) => sum + (amounts.vcpu ?? 0), 0);
          if (used + 1 > most) {
            throw new Error('the quota is used up');
          }
          return made(named(`n${index}`));
        });
      const tries = await Promise.allSettled(
        Array.from({ length: 12 }, (_, index) => ask(index)),
      );
      expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(
        most,
      );
      expect(await store.reservations()).toHaveLength(most);
    });

    it('lets go of what it held when it ends, and only then', async () => {
      const record = named('a');
      await add(record);
      const { id } = record.asked;
      await store.act(id, ({ acts }) => ({ acts, events: [] }), NOW);
      expect(await store.reservations()).toHaveLength(1);
      const [claimed] = await claim();
      const { progress } = enterState(claimed.record, {
        state: 'expired',
        source: 'portal',
        message: 'Nobody decided',
        at: NOW.toISOString(),
      });
      await store.record(claimed, { state: 'expired', progress, events: [] });
      expect(await store.reservations()).toEqual([]);
      expect(await claim(new Date(NOW.getTime() + 3_600_000))).toEqual([]);
    });

    it('records nothing for whom it was taken from, and nothing past a decision', async () => {
      const record = named('a');
      await add(record);
      const [first] = await claim();
      const later = new Date(NOW.getTime() + 61_000);
      const [second] = await claim(later);
      const outcome = { ...first.record, events: [] };
      expect(await store.record(first, outcome)).toBeUndefined();
      await store.act(
        record.asked.id,
        ({ acts }) => ({ state: 'proposed', acts, events: [] }),
        later,
      );
      expect(await store.record(second, outcome)).toBeUndefined();
      expect(await store.get(record.asked.id)).toMatchObject({
        state: 'proposed',
      });
    });

    it('finds what somebody looks for, within what they may see', async () => {
      const mine = named('mine');
      const other = named('other', {
        owner: 'group:default/shop',
        requestedBy: 'user:default/bob',
        environment: 'prod',
        reason: '100% of it',
      });
      await add(mine);
      await add(other);
      const place = {
        offset: 0,
        limit: 10,
        order: { field: 'title', direction: 'asc' },
      } as const;
      const ids = async (selection: Parameters<typeof store.list>[0]) =>
        (await store.list(selection, place)).map(({ asked }) => asked.title);
      const [a, b] = [mine, other].map(({ asked }) => asked.title);
      expect(await ids({ scope: 'all' })).toEqual([a, b]);
      expect(await ids({ scope: 'none' })).toEqual([]);
      expect(
        await ids({
          scope: { kind: 'owner', claims: ['user:default/bob'] },
        }),
      ).toEqual([b]);
      expect(
        await ids({
          scope: { not: { kind: 'environment', environments: ['prod'] } },
        }),
      ).toEqual([a]);
      expect(await ids({ scope: 'all', text: '100%' })).toEqual([b]);
      expect(await ids({ scope: 'all', mine: ['user:default/ada'] })).toEqual([
        a,
      ]);
      // Who asked never decides.
      expect(
        await ids({
          scope: 'all',
          waitingFor: { userRef: 'user:default/ada', scope: 'all' },
        }),
      ).toEqual([b]);
      expect(
        await ids({
          scope: 'all',
          filters: [
            new Map([
              ['cluster', ['arn:aws:eks:eu-west-1:111111111111:cluster/alpha']],
              ['environment', ['prod']],
            ]),
          ],
        }),
      ).toEqual([b]);
      expect(
        await store.count({
          scope: 'all',
          filters: [new Map([['active', ['false']]])],
        }),
      ).toBe(0);
    });

    it('knows what Git has from the merge on, and how long each state took', async () => {
      const record = named('a');
      await add(record);
      const { id, thing } = record.asked;
      const things = new DatabaseThingStore(knex);
      const enter = async (state: RequestRecord['state'], seconds: number) => {
        const at = new Date(NOW.getTime() + seconds * 1000);
        await store.act(
          id,
          current => {
            const { progress } = enterState(current, {
              state,
              source: 'git',
              message: state,
              at: at.toISOString(),
            });
            return { state, acts: current.acts, progress, events: [] };
          },
          at,
        );
      };
      await enter('proposed', 10);
      expect(await things.get(thing.key)).toBeUndefined();
      await enter('merged', 70);
      expect(await things.get(thing.key)).toMatchObject({
        name: 'a',
        owner: OWNER,
        requestId: id,
        lifecycle: 'active',
      });
      await enter('ready', 100);
      expect(await things.get(thing.key)).toMatchObject({
        seenAt: '2026-11-30T10:01:40.000Z',
      });
      expect(await store.durations('namespace', 'create')).toEqual(
        expect.arrayContaining([
          { state: 'pendingApproval', seconds: 10, requests: 1 },
          { state: 'proposed', seconds: 60, requests: 1 },
          { state: 'merged', seconds: 30, requests: 1 },
        ]),
      );
    });

    it('says who is next where the Git host holds them up', async () => {
      const at = NOW.toISOString();
      const queued = (name: string, second: number) => {
        const record = named(name, {
          requestedAt: new Date(NOW.getTime() + second * 1000).toISOString(),
        });
        return {
          ...record,
          state: 'proposed' as const,
          progress: {
            ...record.progress,
            waiting: { code: 'gitHost' as const, since: at },
          },
        };
      };
      const [first, second] = [queued('a', 1), queued('b', 2)];
      await add(second);
      await add(first);
      expect(await store.queuePosition(first.asked.id)).toBe(1);
      expect(await store.queuePosition(second.asked.id)).toBe(2);
    });

    it('forgets what was over long ago, and nothing that is under way', async () => {
      const [over, active] = [named('a'), named('b')];
      await add(over);
      await add(active);
      await store.act(
        over.asked.id,
        ({ acts }) => ({ state: 'rejected', acts, events: [] }),
        NOW,
      );
      await store.prune(new Date(NOW.getTime() + 1000));
      expect(await store.get(over.asked.id)).toBeUndefined();
      expect(await store.events(over.asked.id)).toEqual([]);
      expect(await store.get(active.asked.id)).toBeDefined();
    });
  });
});
