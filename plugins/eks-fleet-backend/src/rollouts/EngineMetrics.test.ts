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
import { testDatabases } from '../__testUtils__/databases';
import { rememberMetrics } from '../collection/__testUtils__/rememberMetrics';
import { migrate } from '../database/migrate';
import { EngineMetrics } from './EngineMetrics';
import { putRunning, rolloutOf } from './store/__testUtils__/bigRollout';
import { DatabaseRolloutStates } from './store/DatabaseRolloutStates';
import type { DatabaseRolloutStore } from './store/DatabaseRolloutStore';

jest.setTimeout(120_000);

const START = Date.parse('2026-11-23T12:00:00.000Z');
const at = (seconds: number) => new Date(START + seconds * 1000);

describe('EngineMetrics', () => {
  const databases = testDatabases();

  describe.each(databases.eachSupportedId())('on %s', id => {
    let knex: Knex;
    let store: DatabaseRolloutStore;
    let now: Date;
    let remembered: ReturnType<typeof rememberMetrics>;
    let metrics: EngineMetrics;

    beforeAll(async () => {
      knex = await databases.init(id);
      await migrate(knex);
      store = await putRunning(knex, rolloutOf('one', 4));
      await knex('rollout_cells')
        .where('place', '<=', 2)
        .update({
          state: 'running',
          next_at: at(0).toISOString(),
          waiting: JSON.stringify({ code: 'eks.updating', message: 'It runs' }),
        });
      await putRunning(knex, rolloutOf('over', 3));
      await store.act('over', () => ({
        rollout: { lifecycle: 'done', endedAt: at(0).toISOString() },
        nextAt: '',
      }));
    });

    beforeEach(() => {
      now = at(90);
      remembered = rememberMetrics();
      metrics = new EngineMetrics(
        remembered.service,
        new DatabaseRolloutStates(knex),
        () => now,
      );
    });

    it('tells what rollouts and their cells are at, without those that are over', async () => {
      expect(await remembered.read('eks_fleet.rollouts')).toEqual([
        [1, { lifecycle: 'done' }],
        [1, { lifecycle: 'running' }],
      ]);
      expect(await remembered.read('eks_fleet.rollouts.cells')).toEqual([
        [2, { state: 'queued' }],
        [2, { state: 'running' }],
      ]);
      expect(await remembered.read('eks_fleet.rollouts.waiting')).toEqual([
        [2, { kind: 'cell', code: 'eks.updating' }],
      ]);
    });

    it('tells how late the engine is, but not of what somebody works on', async () => {
      const lag = async () =>
        (await remembered.read('eks_fleet.rollouts.reconcile.lag'))[0][0];
      expect(await lag()).toBe(90);
      const claim = { owner: 'a', now, leaseSeconds: 120, limit: 10 };
      await store.claimRollouts(claim);
      await store.claimCells(claim);
      expect(await lag()).toBe(0);
      now = at(300);
      expect(await lag()).toBe(300);
    });

    it('tells whether everything is halted', async () => {
      const stopped = () => remembered.read('eks_fleet.rollouts.stopped');
      expect(await stopped()).toEqual([[0, undefined]]);
      await store.setFleetStop({ stopped: true, at: at(0).toISOString() });
      expect(await stopped()).toEqual([[1, undefined]]);
      await store.setFleetStop({ stopped: false, at: at(0).toISOString() });
    });

    it('counts steps by what became of them', async () => {
      const rollouts = (step: () => Promise<boolean>) =>
        metrics.rollouts({ step }).step({} as never, {} as never, {} as never);
      await rollouts(async () => true);
      await rollouts(async () => false);
      await expect(
        rollouts(async () => {
          throw new Error('away');
        }),
      ).rejects.toThrow('away');
      await metrics
        .cells({ step: async () => {} })
        .step([1, 2, 3] as never, {} as never, {} as never);
      await metrics.reconcile(async () => {});
      const name = 'eks_fleet.rollouts.steps';
      expect(remembered.told).toEqual([
        [name, 1, { kind: 'rollout', result: 'recorded' }],
        [name, 1, { kind: 'rollout', result: 'lost' }],
        [name, 1, { kind: 'rollout', result: 'failed' }],
        [name, 3, { kind: 'cell', result: 'recorded' }],
        [
          'eks_fleet.rollouts.reconcile.duration',
          expect.any(Number),
          { result: 'success' },
        ],
      ]);
    });
  });
});
