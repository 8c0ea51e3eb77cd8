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
import { RolloutExecutors } from '../executors/RolloutExecutors';
import { RolloutGates } from '../gates/RolloutGates';
import { putRunning, rolloutOf } from '../store/__testUtils__/bigRollout';
import { CellRunner } from './CellRunner';
import { RolloutEngine } from './RolloutEngine';
import { RolloutRunner } from './RolloutRunner';

jest.setTimeout(300_000);

const START = Date.parse('2026-11-23T12:00:00Z');

describe('a reconcile', () => {
  const databases = testDatabases();

  /** With so many cells under way, all waiting, and so many that are done. */
  const measure = async (knex: Knex, waiting: number, done: number) => {
    const given = rolloutOf('one', waiting + done);
    const store = await putRunning(knex, given);
    await knex('rollout_cells')
      .where('place', '>', waiting)
      .update({ state: 'succeeded' });
    await store.act('one', () => ({
      cells: [{ wave: 1, from: 'skipped', to: { state: 'skipped' } }],
    }));
    let time = START;
    const now = () => new Date(time);
    const executors = new RolloutExecutors();
    executors.add({
      id: 'eks',
      title: 'Nothing moves',
      changesNothing: true,
      abilityFor: async () => ({
        canRollBack: false,
        nodesApart: true,
        walksMinorsAlone: false,
      }),
      observe: async work => work,
      next: () => ({
        kind: 'wait',
        waiting: { code: 'observe.waiting', message: 'It waits' },
      }),
      act: async () => ({}),
    });
    const shared = {
      store,
      executors,
      writes: true,
      logger: mockServices.logger.mock(),
      now,
    };
    const engine = new RolloutEngine({
      ...shared,
      rollouts: new RolloutRunner({
        ...shared,
        gates: new RolloutGates(),
        caps: { perAccountAndRegion: 1000, perQueue: 1000 },
      }),
      cells: new CellRunner({ ...shared, pauseFor: async () => {} }),
    });
    await engine.reconcile();
    const snapshot = await store.get('all', 'one');
    expect(snapshot?.waves[0].counts).toMatchObject({
      running: waiting,
      succeeded: done,
    });
    time += 30_000;
    let queries = 0;
    const count = () => {
      queries += 1;
    };
    knex.on('query', count);
    const start = performance.now();
    await engine.reconcile();
    const ms = performance.now() - start;
    knex.removeListener('query', count);
    return { ms, queries };
  };

  it.each(databases.eachSupportedId())(
    'of 1,000 cells that all wait takes few statements on %s',
    async id => {
      const knex = await databases.init(id);
      await migrate(knex);
      const { ms, queries } = await measure(knex, 1000, 0);
      process.stdout.write(`1,000 cells that wait: ${Math.round(ms)} ms\n`);
      expect(queries).toBeLessThan(60);
      // The bar is a second; a machine that does ten things at once is slower.
      expect(ms).toBeLessThan(5000);
    },
  );

  it.each(databases.eachSupportedId())(
    'asks for no more where much is done already on %s',
    async id => {
      const few = await databases.init(id);
      await migrate(few);
      const many = await databases.init(id);
      await migrate(many);
      const without = await measure(few, 20, 0);
      const withDone = await measure(many, 20, 500);
      expect(withDone.queries).toBe(without.queries);
    },
  );
});
