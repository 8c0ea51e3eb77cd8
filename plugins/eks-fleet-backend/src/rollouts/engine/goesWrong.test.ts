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
import type { TrackWork } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { RolloutExecutors } from '../executors/RolloutExecutors';
import { RolloutGates } from '../gates/RolloutGates';
import type { CellRecord, WaveRecord } from '../records';
import { CellRunner } from './CellRunner';
import { RolloutEngine } from './RolloutEngine';
import { RolloutRunner } from './RolloutRunner';
import { crashing } from './__testUtils__/crashing';
import { MemoryRolloutStore } from './__testUtils__/MemoryRolloutStore';
import { RandomCloud } from './__testUtils__/RandomCloud';
import { seededRandom } from './__testUtils__/seededRandom';
import {
  cellOf,
  NOW,
  snapshotOf,
  tracksOf,
  waveOf,
} from './__testUtils__/snapshots';

const HOUR_MS = 3_600_000;
/** Of the store, each of which is a statement or more. */
const STATEMENTS = [
  'beat',
  'claimRollouts',
  'claimCells',
  'recordRollout',
  'recordCells',
  'grantCells',
] as const;

/** One minor, no nodes. */
function oneHop(name: string, over: Partial<CellRecord> = {}): CellRecord {
  const [controlPlane] = tracksOf({ hops: ['1.33'], to: '1.33', order: [1] });
  const cell = cellOf([controlPlane], {
    id: name,
    name,
    state: 'planned',
    ...over,
  });
  const [record] = cell.clusters;
  return {
    ...cell,
    clusters: [{ ...record, cluster: { ...record.cluster, arn: name, name } }],
  };
}

/** An engine over a cloud in which each update takes some minutes. */
function start() {
  let time = NOW.getTime();
  let truth = time;
  let databaseIsAway = false;
  const now = () => new Date(time);
  const calls: TrackWork[] = [];
  const cloud = new RandomCloud({
    random: seededRandom(1),
    time: () => truth,
    onCall: work => calls.push(work),
  });
  const store = new MemoryRolloutStore();
  const executors = new RolloutExecutors();
  executors.add(cloud);
  const shared = {
    store: crashing(store, STATEMENTS, async () => {
      if (databaseIsAway) {
        throw new Error('the database is away');
      }
    }),
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
      caps: { perAccountAndRegion: 5, perQueue: 5 },
    }),
    cells: new CellRunner({ ...shared, pauseFor: async () => {} }),
  });
  const pass = (seconds: number) => {
    time += seconds * 1000;
    truth += seconds * 1000;
  };
  const add = (
    id: string,
    cells: CellRecord[],
    plan: Partial<WaveRecord['plan']> = {},
  ) => {
    const waves = [...new Set(cells.map(({ wave }) => wave))].map(index =>
      waveOf(index, {
        plan: { concurrency: { asked: '9', resolved: 9 }, ...plan },
      }),
    );
    store.add(
      snapshotOf(waves, { id, name: id, title: `The ${id} one` }),
      cells.map(cell => ({ ...cell, rolloutId: id })),
    );
    store.act(id, () => ({ nextAt: now().toISOString() }));
  };
  const until = async (holds: () => boolean, seconds = 30) => {
    for (let step = 0; step < 500 && !holds(); step++) {
      pass(seconds);
      await engine.reconcile().catch(() => undefined);
    }
    expect(holds()).toBe(true);
  };
  return {
    add,
    calls,
    cloud,
    engine,
    pass,
    store,
    until,
    /** Sets the clock, and nothing else. */
    setClock: (ms: number) => {
      time += ms;
    },
    setDatabaseAway: (isAway: boolean) => {
      databaseIsAway = isAway;
    },
    truth: () => truth,
    cell: (id: string) => store.cells.get(id)!.cell,
    wave: (id: string, index: number) =>
      store.snapshot(id).waves.find(wave => wave.index === index)!,
    waiting: (id: string) => store.snapshot(id).rollout.waiting,
  };
}

describe('a clock that is set', () => {
  it.each([
    ['forward by an hour', HOUR_MS],
    ['back by an hour', -HOUR_MS],
  ])('%s shortens no bake and repeats no call', async (_, ms) => {
    const run = start();
    run.add('one', [oneHop('alpha'), oneHop('beta', { wave: 2 })]);
    await run.until(() => run.calls.length === 1);
    run.setClock(ms);
    await run.until(() => run.wave('one', 1).lifecycle === 'baking');
    const begun = run.truth();
    run.setClock(ms);
    await run.until(() => run.wave('one', 1).lifecycle === 'done');
    expect(run.truth() - begun).toBeGreaterThanOrEqual(600_000);
    expect(
      run.wave('one', 1).state.bake!.healthySeconds,
    ).toBeGreaterThanOrEqual(600);
    await run.until(
      () => run.store.snapshot('one').rollout.lifecycle === 'done',
    );
    expect(run.calls.map(({ cluster }) => cluster.name)).toEqual([
      'alpha',
      'beta',
    ]);
  });
});

describe('a database that is away for a minute', () => {
  it.each(STATEMENTS)(
    'loses no step and repeats none, from %s on',
    async statement => {
      const run = start();
      run.add('one', [oneHop('alpha'), oneHop('beta', { wave: 2 })], {
        bakeSeconds: 60,
      });
      // It goes away in the midst of the first step that does this.
      const original = run.store[statement].bind(run.store) as (
        ...values: unknown[]
      ) => Promise<unknown>;
      let went = false;
      Object.assign(run.store, {
        [statement]: async (...values: unknown[]) => {
          const result = await original(...values);
          if (!went) {
            went = true;
            run.setDatabaseAway(true);
          }
          return result;
        },
      });
      run.pass(30);
      await run.engine.reconcile().catch(() => undefined);
      await run.until(() => went);
      run.pass(60);
      await run.engine.reconcile().catch(() => undefined);
      run.setDatabaseAway(false);

      await run.until(
        () => run.store.snapshot('one').rollout.lifecycle === 'done',
      );
      expect(run.calls.map(({ cluster }) => cluster.name)).toEqual([
        'alpha',
        'beta',
      ]);
      expect(run.wave('one', 2).counts).toMatchObject({ succeeded: 1 });
    },
  );
});

describe('a plan made on stale data', () => {
  it('counts what was moved since as done, says so, and calls nothing', async () => {
    const run = start();
    run.add('one', [oneHop('alpha')]);
    run.cloud.parts.set('alpha/controlPlane/', {
      version: '1.33',
      updates: [],
    });
    await run.until(() => run.cell('alpha').state === 'succeeded');
    expect(run.calls).toEqual([]);
    expect(run.cell('alpha').clusters[0].movedOutside?.message).toBe(
      'the control plane of alpha runs 1.33 already; somebody else moved it',
    );
  });

  it('does not fight a version that it was not planned from, and says what to do', async () => {
    const run = start();
    run.add('one', [oneHop('alpha')]);
    run.cloud.parts.set('alpha/controlPlane/', {
      version: '1.31',
      updates: [],
    });
    await run.until(
      () => run.store.snapshot('one').rollout.lifecycle === 'paused',
    );
    expect(run.calls).toEqual([]);
    expect(run.cell('alpha')).toMatchObject({
      state: 'failed',
      error: {
        code: 'cluster.movedOutside',
        message:
          'the control plane of alpha runs 1.31, and not 1.32 as was planned; somebody else moved it',
        advice:
          'Skip it here and plan it anew from what it runs now, or bring it back to what was planned and retry',
      },
    });
    expect(run.waiting('one')?.message).toBe(
      'One cell of wave wave-1 failed, and 0 may. Retry or skip what failed, or resume and leave it as it is',
    );
  });
});

describe('two rollouts that want one cluster', () => {
  it('change it one after the other, and the second says for which it waits', async () => {
    const run = start();
    run.add('first', [oneHop('alpha')], { bakeSeconds: 0 });
    await run.until(() => run.calls.length === 1);
    const second = oneHop('alpha-again');
    run.add('second', [
      {
        ...second,
        clusters: run.cell('alpha').clusters.map(record => ({
          ...record,
          touched: false,
          tracks: second.clusters[0].tracks,
        })),
      },
    ]);
    await run.until(
      () => run.waiting('second')?.code === 'cluster.otherRollout',
      1,
    );
    expect(run.waiting('second')?.message).toBe(
      'alpha is being changed by the rollout The first one; it follows once that is done with it, or skip it in one of the two',
    );
    await run.until(() => run.cell('alpha-again').state === 'succeeded');
    expect(run.calls).toHaveLength(1);
  });
});

describe('what is edited after the start', () => {
  it('is refused: what runs is what was started, strategy and all', async () => {
    const run = start();
    run.add('one', [oneHop('alpha')]);
    await run.until(() => run.calls.length === 1);
    const before = run.store.snapshot('one');
    const edit = () =>
      run.store.edit('one', ({ rollout }) => ({
        snapshot: snapshotOf([], {
          ...rollout,
          strategy: { ...rollout.strategy, retries: 9 },
        }),
        cells: [],
      }));
    expect(edit).toThrow('It is running; only a draft or a plan can be edited');
    expect(run.store.snapshot('one')).toBe(before);
  });
});
