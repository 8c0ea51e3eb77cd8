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
import { testDatabases } from '../../__testUtils__/databases';
import { migrate } from '../../database/migrate';
import { putRunning, rolloutOf } from './__testUtils__/bigRollout';
import { DatabaseRolloutRetention } from './DatabaseRolloutRetention';

jest.setTimeout(120_000);

const NOW = new Date('2027-11-23T12:00:00.000Z');
const daysAgo = (days: number) =>
  new Date(NOW.getTime() - days * 86_400_000).toISOString();
const YEAR = { rollouts: new Date(daysAgo(365)), log: new Date(daysAgo(365)) };

describe('DatabaseRolloutRetention', () => {
  const databases = testDatabases();

  describe.each(databases.eachSupportedId())('on %s', id => {
    let knex: Knex;
    let retention: DatabaseRolloutRetention;

    beforeAll(async () => {
      knex = await databases.init(id);
      await migrate(knex);
      retention = new DatabaseRolloutRetention(knex);
    });

    beforeEach(async () => {
      for (const table of [
        'rollout_durations',
        'rollout_forecasts',
        'rollout_log',
        'rollout_clusters',
        'rollout_cells',
        'rollout_waves',
        'rollout_environments',
        'rollout_owners',
        'rollouts',
      ]) {
        await knex(table).delete();
      }
    });

    const entry = (days: number) => ({
      at: daysAgo(days),
      actor: 'eks-fleet',
      code: 'wave.done',
      message: 'It is over',
      level: 'info' as const,
    });

    /** A rollout that ended so many days ago, with a log of each of these ages. */
    const put = async (
      name: string,
      options: {
        ended: number;
        log?: number[];
        lifecycle?: 'done' | 'cancelled' | 'paused' | 'running';
      },
    ) => {
      const { ended, lifecycle = 'done', log = [ended] } = options;
      const over = lifecycle === 'done' || lifecycle === 'cancelled';
      const store = await putRunning(knex, rolloutOf(name, 2), {
        state: 'succeeded',
      });
      await store.act(name, () => ({
        rollout: {
          lifecycle,
          ...(over && { endedAt: daysAgo(ended) }),
        },
        log: log.map(entry),
        nextAt: over ? '' : daysAgo(0),
      }));
      await knex('rollout_cells')
        .where('rollout_id', name)
        .update({ ended_at: daysAgo(ended), next_at: '' });
      return store;
    };
    const names = async (): Promise<string[]> =>
      knex('rollouts').orderBy('id').pluck('id');

    it('forgets what has been over for long, with all that is of it', async () => {
      await put('done', { ended: 400 });
      await put('cancelled', { ended: 366, lifecycle: 'cancelled' });
      await put('later', { ended: 364 });
      await knex('rollout_forecasts').insert({
        rollout_id: 'done',
        plan_hash: 'hash',
        json: '{}',
      });
      expect(await retention.prune(YEAR)).toEqual({
        rollouts: 2,
        logEntries: 0,
        durations: 0,
      });
      expect(await names()).toEqual(['later']);
      for (const table of [
        'rollout_cells',
        'rollout_clusters',
        'rollout_waves',
        'rollout_owners',
        'rollout_environments',
        'rollout_log',
      ]) {
        const left = await knex(table)
          .distinct('rollout_id')
          .pluck('rollout_id');
        expect({ table, left }).toEqual({ table, left: ['later'] });
      }
      expect(await knex('rollout_forecasts')).toEqual([]);
    });

    it.each(['running', 'paused'] as const)(
      'never touches one that is %s, nor its log, however old',
      async lifecycle => {
        await put('old', { ended: 3000, lifecycle });
        expect(await retention.prune(YEAR)).toMatchObject({
          rollouts: 0,
          logEntries: 0,
        });
        expect(await names()).toEqual(['old']);
        expect(await knex('rollout_log')).toHaveLength(1);
      },
    );

    it('keeps one of which a cell is being taken back, or was lately', async () => {
      await put('goingBack', { ended: 400 });
      await put('wentBack', { ended: 400 });
      await knex('rollout_cells')
        .where('rollout_id', 'goingBack')
        .where('place', 1)
        .update({ state: 'rollingBack', next_at: daysAgo(0) });
      await knex('rollout_cells')
        .where('rollout_id', 'wentBack')
        .where('place', 1)
        .update({ state: 'rolledBack', ended_at: daysAgo(3) });
      await retention.prune(YEAR);
      expect(await names()).toEqual(['goingBack', 'wentBack']);
    });

    it('keeps one that another finishes which is not over', async () => {
      await put('first', { ended: 400 });
      await put('stragglers', { ended: 1, lifecycle: 'running' });
      await knex('rollouts')
        .where('id', 'stragglers')
        .update({ stragglers_of: 'first' });
      await retention.prune(YEAR);
      expect(await names()).toEqual(['first', 'stragglers']);
      await knex('rollouts')
        .where('id', 'stragglers')
        .update({ lifecycle: 'done', ended_at: daysAgo(1) });
      await retention.prune(YEAR);
      expect(await names()).toEqual(['stragglers']);
    });

    it('forgets the log of what is over by an age of its own', async () => {
      await put('over', { ended: 40, log: [100, 91, 89] });
      await put('moving', { ended: 0, log: [100], lifecycle: 'running' });
      expect(
        await retention.prune({ ...YEAR, log: new Date(daysAgo(90)) }),
      ).toMatchObject({ rollouts: 0, logEntries: 2 });
      const left = await knex('rollout_log')
        .orderBy('rollout_id')
        .select('rollout_id', 'at');
      expect(left).toEqual([
        { rollout_id: 'moving', at: daysAgo(100) },
        { rollout_id: 'over', at: daysAgo(89) },
      ]);
    });

    it('keeps the durations that forecasts are made of, of each executor', async () => {
      await put('done', { ended: 400 });
      await knex.batchInsert(
        'rollout_durations',
        [
          ...Array.from({ length: 2005 }, () => 'eks'),
          ...Array.from({ length: 3 }, () => 'gitops'),
        ].map((executor, index) => ({
          kind: 'controlPlane',
          seconds: index,
          nodes: 0,
          executor,
          ended_at: daysAgo(500),
        })),
        100,
      );
      expect(await retention.prune(YEAR)).toMatchObject({ durations: 5 });
      const kept = await knex('rollout_durations').where('executor', 'eks');
      expect(kept).toHaveLength(2000);
      expect(Math.min(...kept.map(({ seconds }) => seconds))).toBe(5);
      expect(
        await knex('rollout_durations').where('executor', 'gitops'),
      ).toHaveLength(3);
    });
  });
});
