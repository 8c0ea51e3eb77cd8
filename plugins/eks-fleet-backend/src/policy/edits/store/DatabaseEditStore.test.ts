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
import { testDatabases } from '../../../__testUtils__/databases';
import { clusterEntity } from '../../../__testUtils__/entities';
import { migrate } from '../../../database/migrate';
import { DatabaseClusterStore } from '../../../inventory/DatabaseClusterStore';
import { entityToCluster } from '../../../inventory/entityToCluster';
import type { EditCluster, EditRecord } from '../types';
import { DatabaseEditStore } from './DatabaseEditStore';

jest.setTimeout(60_000);

const NOW = new Date('2026-12-01T12:00:00Z');
const LATER = new Date('2026-12-01T12:10:00Z');
const EVENT = {
  at: NOW.toISOString(),
  by: 'user:default/ada',
  message: 'Asked for',
};
const arn = (name: string) =>
  `arn:aws:eks:eu-west-1:111111111111:cluster/${name}`;

function cluster(name: string, part: Partial<EditCluster> = {}): EditCluster {
  return {
    arn: arn(name),
    createdAt: '2026-01-01T00:00:00.000Z',
    entityRef: `resource:default/${name}`,
    effect: 'changes',
    engine: 'kyverno',
    before: { mode: 'audit' },
    after: { mode: 'enforce' },
    ...part,
  };
}

function record(
  id: string,
  part: Partial<EditRecord['asked']> = {},
): EditRecord {
  return {
    state: 'proposed',
    asked: {
      id,
      policy: 'no-latest-tag',
      change: { mode: 'enforce' },
      reason: 'r',
      requestedBy: 'user:default/ada',
      requestedAt: NOW.toISOString(),
      repository: 'fleet',
      baseCommit: 'c',
      files: [{ path: 'env/prod.yaml', values: [] }],
      diff: '',
      contentHash: 'h',
      ...part,
    },
    acts: {},
    progress: { message: 'm' },
    clusters: [
      cluster('alpha'),
      cluster('beta', { effect: 'overridden', overriddenBy: ['own.yaml'] }),
    ],
  };
}

describe('DatabaseEditStore', () => {
  const databases = testDatabases();

  describe.each(databases.eachSupportedId())('on %s', databaseId => {
    let knex: Knex;
    let store: DatabaseEditStore;

    beforeEach(async () => {
      knex = await databases.init(databaseId);
      await migrate(knex);
      store = new DatabaseEditStore(knex);
      const clusters = new DatabaseClusterStore(knex);
      await clusters.replaceAll(
        ['alpha', 'beta'].map(
          name =>
            entityToCluster(
              clusterEntity({ name, accountId: '111111111111' }),
              { environmentLabel: 'environment', accountNames: new Map() },
            )!,
        ),
        await clusters.generation(),
      );
    });

    const claim = (now: Date, owner = 'one') =>
      store.claim({ owner, now, leaseSeconds: 300, limit: 10 });
    const outcome = (from: EditRecord, part = {}) => ({
      state: from.state,
      progress: from.progress,
      clusters: from.clusters,
      events: [],
      ...part,
    });

    it('gives back what was put, with what happened', async () => {
      await store.add(record('e1'), EVENT);
      expect(await store.get('e1')).toEqual({
        ...record('e1'),
        clusters: record('e1').clusters.map(each => ({
          ...each,
          inForceAt: undefined,
          supersededAt: undefined,
          goneAt: undefined,
        })),
      });
      expect(await store.events('e1')).toEqual([EVENT]);
      expect(await store.get('none')).toBeUndefined();
    });

    it('has one open of a policy in a file', async () => {
      await store.add(record('e1'), EVENT);
      await expect(store.add(record('e2'), EVENT)).rejects.toThrow(
        'Switching no-latest-tag in env/prod.yaml is proposed already: edit e1',
      );
      await store.add(record('e3', { policy: 'require-owner' }), EVENT);
      const [first] = await claim(NOW);
      await store.record(
        first,
        outcome(first.record, { state: 'merged' }),
        NOW,
      );
      await store.add(record('e4'), EVENT);
    });

    it('lists and counts under a scope, the newest first', async () => {
      await store.add(record('e1'), EVENT);
      await store.add(
        record('e2', {
          policy: 'require-owner',
          requestedAt: LATER.toISOString(),
        }),
        EVENT,
      );
      const all = await store.list({ scope: 'all', limit: 10, offset: 0 });
      expect(all.total).toBe(2);
      expect(all.records.map(({ asked }) => asked.id)).toEqual(['e2', 'e1']);
      const one = await store.list({
        scope: 'all',
        policy: 'no-latest-tag',
        states: ['proposed'],
        arn: arn('alpha'),
        limit: 10,
        offset: 0,
      });
      expect(one.records).toHaveLength(1);
      expect(
        (await store.list({ scope: 'none', limit: 10, offset: 0 })).total,
      ).toBe(0);
      expect((await store.reach(['e1'], 'all')).get('e1')).toEqual({
        changes: 1,
        same: 0,
        overridden: 1,
        unknown: 0,
        inForce: 0,
      });
      expect((await store.reach(['e1'], 'none')).get('e1')).toMatchObject({
        changes: 0,
      });
    });

    it('lets one replica take a step, until its lease ends', async () => {
      await store.add(record('e1'), EVENT);
      const [mine] = await claim(NOW);
      expect(await claim(NOW, 'two')).toEqual([]);
      const [other] = await claim(LATER, 'two');
      expect(other.lease).toBe(mine.lease + 1);
      expect(await store.record(mine, outcome(mine.record))).toBeUndefined();
      const seen = [cluster('alpha', { inForceAt: LATER.toISOString() })];
      const saved = await store.record(
        other,
        outcome(other.record, {
          state: 'merged',
          clusters: seen,
          events: [{ at: LATER.toISOString(), message: 'Merged' }],
        }),
        LATER,
      );
      expect(saved?.state).toBe('merged');
      expect((await store.get('e1'))?.clusters[0].inForceAt).toBe(
        LATER.toISOString(),
      );
      expect(await store.events('e1')).toHaveLength(2);
      expect((await store.reach(['e1'], 'all')).get('e1')?.inForce).toBe(1);
    });

    it('keeps what people do beside a step, and makes it due', async () => {
      await store.add(record('e1'), EVENT);
      const [mine] = await claim(NOW);
      await store.act(
        'e1',
        ({ acts }) => ({
          acts: { ...acts, cancelled: { by: 'u', at: 't' } },
          event: { at: LATER.toISOString(), by: 'u', message: 'Taken back' },
        }),
        LATER,
      );
      const saved = await store.record(
        mine,
        outcome(mine.record),
        new Date('2027-01-01T00:00:00Z'),
      );
      expect(saved?.acts.cancelled).toEqual({ by: 'u', at: 't' });
      expect(await claim(LATER)).toHaveLength(1);
    });

    it('forgets what was over long ago, and nothing that is under way', async () => {
      await store.add(record('e1'), EVENT);
      await store.add(record('e2', { policy: 'require-owner' }), EVENT);
      const [first] = await claim(NOW);
      await store.record(
        first,
        outcome(first.record, {
          state: 'closed',
          events: [{ at: LATER.toISOString(), message: 'Closed' }],
        }),
      );
      await store.prune(LATER);
      expect(await store.get(first.record.asked.id)).toBeDefined();
      await store.prune(new Date(LATER.getTime() + 1));
      expect(await store.get(first.record.asked.id)).toBeUndefined();
      expect(await store.events(first.record.asked.id)).toEqual([]);
      expect(
        (await store.list({ scope: 'all', limit: 10, offset: 0 })).total,
      ).toBe(1);
    });

    it('has nothing due of what is over', async () => {
      await store.add(record('e1'), EVENT);
      const [mine] = await claim(NOW);
      await store.record(mine, outcome(mine.record, { state: 'closed' }));
      await store.wake(LATER);
      expect(await claim(new Date('2027-01-01T00:00:00Z'))).toEqual([]);
    });
  });
});
