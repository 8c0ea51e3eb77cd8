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

import { SimulatorProcess } from '../cloud/SimulatorProcess';
import { ChaosDatabase, type Backup } from './ChaosDatabase';
import { HURRY, hurriedClock } from './hurriedClock';
import { DatabaseRolloutStore } from './internals';
import { findWrongs } from './judgeChaos';
import { findClusters, startChaosRollout } from './planChaos';
import { Replica } from './Replica';

export interface ChaosOptions {
  kills: number;
  cells: number;
  restore: boolean;
  seed: number;
  tell: (line: string) => void;
}

/** Of the simulated cloud: what takes ten minutes takes fifteen seconds. */
const SPEED = 40;
const REPLICAS = 2;
/** Replicas live up to so long before one of them is killed. */
const LIFE_MS = 1500;
const LIMIT_MS = 30 * 60_000;

/** @returns whether all held */
export async function runChaos(options: ChaosOptions): Promise<boolean> {
  const { cells, kills, restore, seed, tell } = options;
  const random = seeded(seed);
  tell(`seed ${seed}`);
  const cloud = await SimulatorProcess.start({
    accounts: 6,
    regions: 1,
    clustersPerTarget: Math.ceil(cells / 3),
    latencyMs: 5,
    limits: 'off',
    speed: SPEED,
  });
  const database = await ChaosDatabase.create();
  const epoch = Date.now();
  const store = new DatabaseRolloutStore(database.knex);
  const replicas = Array.from(
    { length: REPLICAS },
    () =>
      new Replica({
        ...process.env,
        CHAOS_DATABASE: database.url,
        CHAOS_EPOCH: String(epoch),
      }),
  );
  try {
    const accounts = Array.from({ length: 6 }, (_, index) =>
      String(100_000_000_001 + index),
    );
    const clusters = await findClusters(accounts, cells);
    await cloud.fault({
      match: { service: 'eks', operation: 'Update*' },
      effect: 'lostAnswer',
      every: 10,
    });
    const id = await startChaosRollout(store, clusters, hurriedClock(epoch)());
    await Promise.all(replicas.map(replica => replica.start()));
    tell(
      `${clusters.length} clusters, ${REPLICAS} replicas; the engine's time goes ${HURRY} times faster`,
    );

    let killed = 0;
    let backup: Backup | undefined;
    let restored = !restore;
    const begun = Date.now();
    for (;;) {
      await sleep(random() * LIFE_MS);
      const snapshot = await store.get('all', id);
      const done = snapshot!.waves.reduce(
        (sum, { counts }) => sum + counts.succeeded + counts.parked,
        0,
      );
      const { lifecycle, waiting } = snapshot!.rollout;
      if (lifecycle === 'done' && restored && killed >= kills) {
        break;
      }
      if (lifecycle === 'paused' || Date.now() - begun > LIMIT_MS) {
        tell(`It stands: ${lifecycle}, ${waiting?.message}`);
        return false;
      }
      if (restore && !backup && done >= cells / 4) {
        backup = await database.backUp();
        tell(`backed up at ${done} cells`);
      }
      if (!restored && backup && done >= cells / 2) {
        await Promise.all(replicas.map(replica => replica.kill()));
        await database.restore(backup);
        await Promise.all(replicas.map(replica => replica.start()));
        restored = true;
        tell(`restored at ${done} cells`);
      }
      if (killed < kills) {
        const replica = replicas[Math.floor(random() * replicas.length)];
        await replica.kill();
        await replica.start();
        killed += 1;
        if (killed % 10 === 0) {
          tell(`${killed} kills, ${done} of ${cells} cells done`);
        }
      }
      if (lifecycle === 'done' && killed < kills) {
        tell(`It was done after ${killed} kills already`);
        break;
      }
    }
    return await judge(options, { clusters, id, killed, store, cloud });
  } finally {
    await Promise.all(replicas.map(replica => replica.kill()));
    await database.drop();
    await cloud.stop();
  }
}

async function judge(
  { cells, kills, tell }: ChaosOptions,
  context: {
    clusters: Awaited<ReturnType<typeof findClusters>>;
    id: string;
    killed: number;
    store: DatabaseRolloutStore;
    cloud: SimulatorProcess;
  },
): Promise<boolean> {
  const snapshot = await context.store.get('all', context.id);
  const succeeded = snapshot!.waves.reduce(
    (sum, { counts }) => sum + counts.succeeded,
    0,
  );
  await context.cloud.clearFaults();
  const { perOperation } = await context.cloud.calls();
  const wrongs = await findWrongs(context.clusters);
  tell(`calls: ${JSON.stringify(perOperation)}`);
  wrongs.forEach(tell);
  const enough = context.killed >= kills;
  const held = enough && succeeded === cells && wrongs.length === 0;
  tell(
    `${held ? 'HELD' : 'BROKEN'}: ${
      context.killed
    } of ${kills} kills, ${succeeded} of ${cells} cells succeeded, ${
      wrongs.length
    } clusters not upgraded exactly once`,
  );
  return held;
}

function sleep(ms: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, ms));
}

/** The same numbers for the same seed (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
