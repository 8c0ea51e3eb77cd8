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
import type { CellRecord } from '../records';
import { applyCellAct } from '../service/applyCellAct';
import { rolloutOf } from '../store/__testUtils__/bigRollout';
import { CellRunner } from './CellRunner';
import { RolloutEngine } from './RolloutEngine';
import { RolloutRunner } from './RolloutRunner';
import { MemoryRolloutStore } from './__testUtils__/MemoryRolloutStore';
import { RandomCloud } from './__testUtils__/RandomCloud';
import { seededRandom } from './__testUtils__/seededRandom';

const START = Date.parse('2026-11-23T12:00:00Z');

/** A rollout of one cell over one cluster, carried out until all is done. */
async function finished() {
  let time = START;
  const now = () => new Date(time);
  const calls: TrackWork[] = [];
  const cloud = new RandomCloud({
    random: seededRandom(1),
    onCall: work => calls.push(work),
  });
  const store = new MemoryRolloutStore();
  const { cells, snapshot } = rolloutOf('one', 1, {
    bakeSeconds: 0,
    nodesBakeSeconds: 0,
    minimumSamples: 0,
  });
  store.add(snapshot, cells);
  store.act('one', () => ({
    rollout: { lifecycle: 'running' },
    nextAt: now().toISOString(),
  }));
  const executors = new RolloutExecutors();
  executors.add(cloud);
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
      caps: { perAccountAndRegion: 5, perQueue: 5 },
    }),
    cells: new CellRunner({ ...shared, pauseFor: async () => {} }),
  });
  const until = async (holds: (cell: CellRecord) => boolean) => {
    for (let step = 0; step < 500 && !holds(store.cellsOf('one')[0]); step++) {
      time += 60_000;
      await engine.reconcile();
    }
    expect(holds(store.cellsOf('one')[0])).toBe(true);
  };
  await until(({ state }) => state === 'succeeded');
  const act = (
    by: string,
    body: { reason?: string; secondPerson?: string; force?: boolean },
  ) => {
    const [{ id }] = store.cellsOf('one');
    store.actOnCell('one', id, (cell, before) =>
      applyCellAct(
        cell,
        before,
        { act: 'rollBack', ...body },
        { by, now: now() },
      ),
    );
    return store.cellsOf('one')[0].clusters[0].backAsked?.id;
  };
  const change = (to: (cell: CellRecord) => CellRecord) => {
    const [{ id }] = store.cellsOf('one');
    store.actOnCell('one', id, cell => ({
      cell: to(cell),
      nextAt: '',
      changes: {},
    }));
  };
  return {
    act,
    calls,
    cloud,
    until,
    cell: () => store.cellsOf('one')[0],
    /** As if it had been forced on the way there. */
    force: () =>
      change(cell => ({
        ...cell,
        clusters: cell.clusters.map(cluster => ({
          ...cluster,
          forced: {
            askedBy: 'user:default/a',
            agreedBy: 'user:default/b',
            reason: 'then',
            at: now().toISOString(),
          },
        })),
      })),
    /** As if EKS had refused what was under way. */
    fail: () =>
      change(cell => ({
        ...cell,
        state: 'failed',
        clusters: cell.clusters.map(cluster => ({
          ...cluster,
          tracks: cluster.tracks.map(track => ({ ...track, state: 'failed' })),
        })),
      })),
    retry: (by: string) => {
      const [{ id }] = store.cellsOf('one');
      store.actOnCell('one', id, (cell, before) =>
        applyCellAct(cell, before, { act: 'retry' }, { by, now: now() }),
      );
    },
    wait: (ms: number) => {
      time += ms;
    },
  };
}

describe('taking a cell back', () => {
  it('needs a second person, and takes nodes back before the control plane', async () => {
    const run = await finished();
    const before = run.calls.length;
    expect(() => run.act('user:default/a', {})).toThrow('reason');
    const request = run.act('user:default/a', { reason: 'it is slow' });
    expect(run.cell().state).toBe('succeeded');
    expect(() => run.act('user:default/a', { secondPerson: request })).toThrow(
      'it takes somebody else',
    );
    expect(() =>
      run.act('user:default/b', { secondPerson: 'another' }),
    ).toThrow('nobody asked');
    run.act('user:default/b', { secondPerson: request });
    await run.until(({ state }) => state === 'rolledBack');

    const [last] = run.cell().clusters[0].tracks[0].hops.slice(-1);
    const target =
      run.cell().clusters[0].tracks[0].hops.at(-2) ??
      run.cell().clusters[0].tracks[0].from;
    expect(
      run.calls
        .slice(before)
        .map(({ direction, kind, to }) => [kind, direction, to]),
    ).toEqual([
      ['nodegroup', 'back', target],
      ['controlPlane', 'back', target],
    ]);
    expect(target).not.toBe(last);
    expect(run.cell().clusters[0].tracks.map(({ state }) => state)).toEqual([
      'rolledBack',
      'rolledBack',
    ]);
  });

  it('is refused once EKS would not do it any more', async () => {
    const run = await finished();
    run.wait(8 * 24 * 3600 * 1000);
    expect(() => run.act('user:default/a', { reason: 'late' })).toThrow(
      'seven days',
    );
  });

  it('is forced only where both agreed to force, and never by what was forced on the way there', async () => {
    const run = await finished();
    const before = run.calls.length;
    const request = run.act('user:default/a', {
      reason: 'an API of 1.33 is in use',
      force: true,
    });
    expect(() => run.act('user:default/b', { secondPerson: request })).toThrow(
      'agree to that',
    );
    run.act('user:default/b', { secondPerson: request, force: true });
    expect(run.cell().clusters[0].forced).toMatchObject({
      askedBy: 'user:default/a',
      agreedBy: 'user:default/b',
      reason: 'an API of 1.33 is in use',
    });
    await run.until(({ state }) => state === 'rolledBack');
    expect(run.calls.slice(before).every(({ force }) => force)).toBe(true);

    const plain = await finished();
    const start = plain.calls.length;
    plain.force();
    const asked = plain.act('user:default/a', { reason: 'it is slow' });
    expect(() =>
      plain.act('user:default/b', { secondPerson: asked, force: true }),
    ).toThrow('asked for without force');
    plain.act('user:default/b', { secondPerson: asked });
    await plain.until(({ state }) => state === 'rolledBack');
    expect(plain.calls.slice(start).some(({ force }) => force)).toBe(false);
  });

  it('is tried again on the way back, also once its rollout is done', async () => {
    const run = await finished();
    const request = run.act('user:default/a', { reason: 'it is slow' });
    run.act('user:default/b', { secondPerson: request });
    run.fail();
    run.retry('user:default/c');
    expect(run.cell()).toMatchObject({ state: 'rollingBack', stage: 'back' });
    await run.until(({ state }) => state === 'rolledBack');
  });
});
