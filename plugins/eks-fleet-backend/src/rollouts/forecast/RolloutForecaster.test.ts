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
import { putRunning, rolloutOf } from '../store/__testUtils__/bigRollout';
import type { DatabaseRolloutStore } from '../store/DatabaseRolloutStore';
import { minutes } from './__testUtils__/forecast';
import { DatabaseForecastStore } from './DatabaseForecastStore';
import { RolloutForecaster } from './RolloutForecaster';

jest.setTimeout(60_000);

const CELLS = 4;
const after = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);

describe('RolloutForecaster', () => {
  const databases = testDatabases();

  describe.each(databases.eachSupportedId())('on %s', databaseId => {
    let knex: Knex;
    let store: DatabaseRolloutStore;
    let now: Date;

    beforeEach(async () => {
      now = NOW;
      knex = await databases.init(databaseId);
      await migrate(knex);
      const rollout = rolloutOf('one', CELLS, {
        bakeSeconds: 3600,
        nodesBakeSeconds: undefined,
        concurrency: { asked: '', resolved: 1 },
      });
      for (const cell of rollout.cells) {
        for (const cluster of cell.clusters) {
          cluster.tracks = [
            {
              kind: 'controlPlane',
              from: '1.33',
              to: '1.34',
              hops: ['1.34'],
              order: [1],
              state: 'planned',
              done: 0,
              attempt: 1,
              memory: {},
            },
          ];
        }
      }
      store = await putRunning(knex, rollout);
    });

    const forecaster = () =>
      new RolloutForecaster({
        store,
        forecasts: new DatabaseForecastStore(knex),
        versions: {
          calendar: async () => ({ versions: () => [] } as never),
        },
        freezes: [],
        extendedUsdPerHour: 0.5,
        now: () => now,
      });
    const forecastOf = async (id: string) =>
      (await new DatabaseForecastStore(knex).of([id])).get(id)?.forecast;
    const claim = () => ({ owner: 'a', now, leaseSeconds: 60, limit: 10 });
    /** Moves the only cell that may be under way, in so many seconds. */
    const moveOne = async (seconds: number) => {
      const [rollout] = await store.claimRollouts(claim());
      await store.grantCells(rollout, {
        wave: 1,
        caps: { perAccountAndRegion: 10, perQueue: 10 },
        now,
      });
      await store.recordRollout(rollout, { nextAt: now.toISOString() }, now);
      const [{ cell, lease }] = await store.claimCells(claim());
      await store.recordCells(
        [
          {
            lease,
            rolloutId: 'one',
            cell: { ...cell, state: 'succeeded' },
            durations: Array.from({ length: 5 }, () => ({
              kind: 'controlPlane' as const,
              seconds,
              executor: rollout.rollout.executor,
            })),
            nextAt: '',
          },
        ],
        now,
      );
    };
    it('starts from where a rollout stands, with what was measured on the fleet', async () => {
      await forecaster().refreshAll();
      const first = await forecastOf('one');
      // Four of the twelve minutes that AWS usually takes, and an hour of bake.
      expect(minutes(first!.end.p50)).toBe(4 * 12 + 60);
      expect(first).toMatchObject({ basis: 'assumed', samples: 0 });

      now = after(60);
      await moveOne(20);
      await forecaster().refresh(['one']);
      const second = await forecastOf('one');
      expect(minutes(second!.end.p50)).toBe(1 + 3 / 3 + 60);
      expect(second).toMatchObject({
        madeAt: now.toISOString(),
        basis: 'measured',
        samples: 5,
        durations: [
          {
            kind: 'controlPlane',
            basis: 'measured',
            samples: 5,
            p50Seconds: 20,
            p90Seconds: 20,
          },
        ],
      });
    });

    it('moves with the clock while a pause lasts, and says so', async () => {
      await store.act('one', () => ({
        rollout: { lifecycle: 'paused' },
        nextAt: '',
      }));
      for (const seconds of [0, 7200]) {
        now = after(seconds);
        await forecaster().refreshAll();
        const forecast = await forecastOf('one');
        expect(minutes(forecast!.end.p50)).toBe(seconds / 60 + CELLS * 12 + 60);
        expect(forecast!.conflicts).toEqual([
          'It is paused; this is as if somebody resumed it now, and at the latest in 8 hours',
        ]);
      }
    });

    it('leaves what is over, and what is gone', async () => {
      await store.act('one', () => ({
        rollout: { lifecycle: 'cancelled' },
        nextAt: '',
      }));
      await forecaster().refreshAll();
      await forecaster().refresh(['one', 'gone']);
      expect(await forecastOf('one')).toBeUndefined();
    });
  });
});
