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

import type { LoggerService } from '@backstage/backend-plugin-api';
import type { TrackWork } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { AlarmVerdict } from '../../alerts/types';
import { RolloutExecutors } from '../executors/RolloutExecutors';
import { RolloutGates } from '../gates/RolloutGates';
import { applyCellAct } from '../service/applyCellAct';
import { decideGate } from '../service/decideGate';
import { CellRunner } from './CellRunner';
import { RolloutEngine } from './RolloutEngine';
import { RolloutRunner } from './RolloutRunner';
import { applyAct, type SimpleAct } from './applyAct';
import { applyPause } from './applyPause';
import { crashing } from './__testUtils__/crashing';
import { MemoryRolloutStore } from './__testUtils__/MemoryRolloutStore';
import { ModelMonitor } from './__testUtils__/ModelMonitor';
import { NO_FAULTS, RandomCloud } from './__testUtils__/RandomCloud';
import { randomRollout } from './__testUtils__/randomRollout';
import { seededRandom } from './__testUtils__/seededRandom';

jest.setTimeout(600_000);

/** `ROLLOUT_MODEL_RUNS` and `ROLLOUT_MODEL_SEED` take it further, or to one run. */
const RUNS = Number(process.env.ROLLOUT_MODEL_RUNS ?? 200);
const SEED = Number(process.env.ROLLOUT_MODEL_SEED ?? 1);
const STEPS = 60;

const SILENT: LoggerService = {
  error() {},
  warn() {},
  info() {},
  debug() {},
  child: () => SILENT,
};

const ACTS: SimpleAct[] = ['pause', 'resume', 'resume', 'stop', 'skipWave'];

async function run(seed: number): Promise<void> {
  const random = seededRandom(seed);
  const pick = <T>(items: readonly T[]): T =>
    items[Math.floor(random() * items.length)];
  let time = Date.parse('2026-11-23T12:00:00Z');
  const now = () => new Date(time);
  const store = new MemoryRolloutStore();
  const { cells, snapshot } = randomRollout(random, now());
  const { id } = snapshot.rollout;
  store.add(snapshot, cells);
  const monitor = new ModelMonitor(store, id);
  let alarm: AlarmVerdict = { state: 'quiet', message: '', alerts: [] };
  let crashes = 0.02;
  const cloud = new RandomCloud({
    random,
    onCall: (work: TrackWork) => monitor.onCall(work),
  });
  const executors = new RolloutExecutors();
  executors.add(crashing(cloud, ['act'], () => random() < crashes));
  const boot = () => {
    const shared = {
      store: crashing(
        store,
        [
          'recordRollout',
          'grantCells',
          'recordCells',
          'claimCells',
          'claimRollouts',
        ],
        () => random() < crashes,
      ),
      executors,
      writes: true,
      logger: SILENT,
      now,
    };
    return new RolloutEngine({
      ...shared,
      rollouts: new RolloutRunner({
        ...shared,
        gates: new RolloutGates(),
        alarms: { check: async () => alarm },
        caps: { perAccountAndRegion: 2, perQueue: 5 },
      }),
      cells: new CellRunner({
        ...shared,
        pauseFor: async (rollout, message) =>
          store.act(rollout, before => applyPause(before, message, now())),
      }),
    });
  };
  const replicas = [boot(), boot()];
  const reconcile = async () => {
    const index = Math.floor(random() * replicas.length);
    try {
      await replicas[index].reconcile();
    } catch {
      replicas[index] = boot();
    }
    monitor.look(now(), alarm.state === 'quiet');
  };
  const attempt = (act: () => void) => {
    try {
      act();
      return true;
    } catch {
      return false;
    }
  };
  const act = (what: SimpleAct) =>
    attempt(() =>
      store.act(id, before =>
        applyAct(before, what, {
          by: 'user:default/a',
          wave: pick(before.waves).index,
          now: now(),
        }),
      ),
    ) && monitor.acted(what);
  const decide = (decision: 'approve' | 'reject' | 'release') => {
    const shut = store
      .snapshot(id)
      .gates.filter(({ state }) => state !== 'open' && state !== 'notStarted');
    for (const gate of shut) {
      attempt(() =>
        store.decide(id, gate.id, (one, before) =>
          decideGate(
            one,
            before,
            { decision, planHash: before.rollout.planHash },
            {
              user: pick(['user:default/b', 'user:default/c']),
              memberOf: new Set(),
            },
            now(),
          ),
        ),
      );
    }
  };
  const actOnCell = (what: 'retry' | 'skip') => {
    const cell = pick(store.cellsOf(id));
    attempt(() =>
      store.actOnCell(id, cell.id, (one, before) =>
        applyCellAct(
          one,
          before,
          { act: what },
          { by: 'user:default/a', now: now() },
        ),
      ),
    );
  };

  act('start');
  for (let step = 0; step < STEPS; step++) {
    cloud.faults = {
      unseen: 0.1,
      lostAnswer: 0.2,
      refused: 0.1,
      failedUpdate: 0.3,
    };
    time += random() < 0.1 ? random() * 7_200_000 : random() * 90_000;
    if (random() < 0.03) {
      time -= random() * 60_000;
    }
    const dice = random();
    if (dice < 0.1) {
      act(pick(ACTS));
    } else if (dice < 0.25) {
      decide(pick(['approve', 'approve', 'reject', 'release']));
    } else if (dice < 0.32) {
      actOnCell(pick(['retry', 'retry', 'skip']));
    } else if (dice < 0.4) {
      const state = pick([
        'quiet',
        'quiet',
        'hold',
        'pause',
        'unknown',
      ] as const);
      alarm = {
        state,
        message: 'an alarm',
        alerts:
          state === 'quiet' || state === 'unknown'
            ? []
            : [{ fingerprint: pick(['x', 'y']), name: 'alarm', arn: 'arn' }],
      };
    } else if (dice < 0.44) {
      store.stop = { stopped: !store.stop.stopped };
    }
    await reconcile();
  }

  // Once nothing goes wrong any more, it must come to its end.
  crashes = 0;
  cloud.faults = NO_FAULTS;
  alarm = { state: 'quiet', message: '', alerts: [] };
  store.stop = { stopped: false };
  for (let step = 0; step < 3000; step++) {
    const { lifecycle } = store.snapshot(id).rollout;
    if (lifecycle === 'done') {
      break;
    }
    const expired = store
      .snapshot(id)
      .gates.some(({ state }) => state === 'expired');
    if (lifecycle === 'paused' || expired) {
      act('resume');
    }
    decide('approve');
    decide('release');
    time += 60_000;
    await reconcile();
  }
  expect(store.snapshot(id).rollout.lifecycle).toBe('done');
  monitor.end(cloud);
}

describe('an engine among crashes, faults, moved clocks and people', () => {
  it(`keeps its promises in ${RUNS} runs`, async () => {
    let ended = 0;
    for (let seed = SEED; seed < SEED + RUNS; seed++) {
      try {
        await run(seed);
        ended += 1;
      } catch (error) {
        throw new Error(
          `ROLLOUT_MODEL_SEED=${seed}: ${(error as Error).stack}`,
        );
      }
    }
    expect(ended).toBe(RUNS);
  });
});
