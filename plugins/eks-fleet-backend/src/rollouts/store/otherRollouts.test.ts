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

import { ConflictError } from '@backstage/errors';
import type { Knex } from 'knex';
import { testDatabases } from '../../__testUtils__/databases';
import { migrate } from '../../database/migrate';
import type { CellRecord } from '../records';
import { putRunning, rolloutOf } from './__testUtils__/bigRollout';
import type { DatabaseRolloutStore } from './DatabaseRolloutStore';

jest.setTimeout(120_000);

const NOW = new Date('2026-11-23T12:00:00Z');
const CAPS = { perAccountAndRegion: 1000, perQueue: 1000 };

describe('rollouts that want the same clusters', () => {
  const databases = testDatabases();

  describe.each(databases.eachSupportedId())('on %s', id => {
    let knex: Knex;

    beforeEach(async () => {
      knex = await databases.init(id);
      await migrate(knex);
    });

    /** A rollout of two cells, of which one may be under way at a time. */
    const put = (name: string) => {
      const made = rolloutOf(name, 2, {
        concurrency: { asked: '', resolved: 1 },
      });
      made.snapshot.rollout.title = `The ${name} one`;
      return putRunning(knex, made);
    };

    const grant = async (store: DatabaseRolloutStore, rolloutId: string) => {
      const claims = await store.claimRollouts({
        owner: 'a',
        now: NOW,
        leaseSeconds: 60,
        limit: 10,
      });
      const claim = claims.find(({ rollout }) => rollout.id === rolloutId)!;
      const result = await store.grantCells(claim, {
        wave: 1,
        caps: CAPS,
        now: NOW,
      });
      for (const each of claims) {
        await store.recordRollout(each, { nextAt: NOW.toISOString() }, NOW);
      }
      return result;
    };

    const become = (
      store: DatabaseRolloutStore,
      rolloutId: string,
      cellId: string,
      to: Partial<CellRecord>,
    ) =>
      store.actOnCell(rolloutId, cellId, cell => ({
        cell: { ...cell, ...to },
        nextAt: '',
        changes: {},
      }));

    it('never wait for each other: one leaves what the other wants, and says so', async () => {
      const store = await put('first');
      await put('second');
      expect(await grant(store, 'first')).toEqual({ granted: 1 });
      await become(store, 'first', 'first-0', { stage: 'parked' });
      expect(await grant(store, 'second')).toEqual({
        granted: 0,
        waiting: {
          code: 'cluster.otherRollout',
          message:
            'arn:0 is being changed by the rollout The first one; it follows once that is done with it, or skip it in one of the two',
          cellId: 'second-0',
        },
      });
      expect(await store.cell('second', 'second-1', 'all')).toMatchObject({
        state: 'queued',
        waiting: {
          code: 'cluster.otherRollout',
          message:
            'arn:1 is left to the rollout The first one, which this one waits for already; it follows once that is done with it',
        },
      });

      await become(store, 'first', 'first-0', { state: 'succeeded' });
      expect(await grant(store, 'second')).toEqual({ granted: 1 });
    });

    it('asks for no further look where nothing is other than before', async () => {
      const store = await put('first');
      await put('second');
      await grant(store, 'first');
      await grant(store, 'second');
      const before = (await store.get('all', 'second'))!.rollout.changes;
      await grant(store, 'second');
      expect((await store.get('all', 'second'))!.rollout.changes).toBe(before);
    });

    it('refuse to try again what another one is changing by now', async () => {
      const store = await put('first');
      await put('second');
      await grant(store, 'first');
      await become(store, 'first', 'first-0', { state: 'failed' });
      await grant(store, 'second');
      await expect(
        become(store, 'first', 'first-0', { state: 'queued' }),
      ).rejects.toThrow(
        new ConflictError(
          'cell-1-1 cannot be tried again now: the rollout "The second one" (second) is changing cluster-0. Wait until it is done with it, or skip it there',
        ),
      );
    });
  });
});
