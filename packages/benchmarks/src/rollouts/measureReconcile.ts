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
import type { BenchDatabase } from '../inventory/benchDatabases';
import { median, percentile, rounded } from '../measurement/statistics';
import type { Record } from '../measurement/types';
import {
  CellRunner,
  putRunning,
  RolloutEngine,
  RolloutExecutors,
  RolloutGates,
  rolloutOf,
  RolloutRunner,
} from './internals';
import { NO_LOGGER, withDatabase } from './withDatabase';

const CELLS = 1_000;
const DONE = 50_000;
const ROUNDS = 20;
const WARM_UP_ROUNDS = 2;
const START = Date.parse('2026-11-23T12:00:00Z');
const AT = new Date(START).toISOString();

interface Measured {
  milliseconds: number[];
  queries: number;
}

/** One reconcile of cells that all wait, alone and beside all that is over. */
export async function measureReconcile(
  database: BenchDatabase,
  record: Record,
): Promise<void> {
  const alone = await withDatabase(database, knex => reconcile(knex));
  const beside = await withDatabase(database, async knex => {
    await putDone(knex);
    return reconcile(knex);
  });
  for (const [what, { milliseconds, queries }] of [
    ['', alone],
    [` beside ${DONE} done and as many lines of log`, beside],
  ] as const) {
    record({
      name: `${database.name}: p95 of a reconcile of ${CELLS} cells that wait${what}`,
      value: percentile(milliseconds, 0.95),
      unit: 'ms',
      bar: { atMost: 1000 },
      detail: `median ${rounded(
        median(milliseconds),
      )} of ${ROUNDS}; ${queries} queries each`,
    });
  }
  record({
    name: `${database.name}: queries of a reconcile beside ${DONE} done cells, to those without`,
    value: beside.queries / alone.queries,
    unit: '×',
    bar: { exactly: 1 },
    detail: `${beside.queries} to ${alone.queries}`,
  });
  record({
    name: `${database.name}: time of a reconcile beside ${DONE} done cells, to that without`,
    value: median(beside.milliseconds) / median(alone.milliseconds),
    unit: '×',
    detail: 'of the medians',
  });
}

/** A rollout that is over, of many cells, with what was logged of it. */
async function putDone(knex: Knex): Promise<void> {
  const store = await putRunning(knex, rolloutOf('over', DONE), {
    state: 'succeeded',
  });
  await store.act('over', () => ({
    rollout: { lifecycle: 'done', endedAt: AT },
    waves: [{ index: 1, set: { lifecycle: 'done' } }],
    log: Array.from({ length: DONE }, (_, index) => ({
      at: AT,
      actor: 'eks-fleet',
      code: 'cell.succeeded',
      message: `cluster-${index} is done`,
      level: 'info' as const,
      wave: 1,
      cellId: `over-${index}`,
    })),
    nextAt: '',
  }));
  await knex('rollout_clusters').where('rollout_id', 'over').update({
    touched: 1,
  });
  if (knex.client.config.client === 'pg') {
    // As autovacuum would have by the time that so much is over.
    await knex.raw('analyze');
  }
}

async function reconcile(knex: Knex): Promise<Measured> {
  const store = await putRunning(knex, rolloutOf('one', CELLS));
  let time = START;
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
    logger: NO_LOGGER,
    now: () => new Date(time),
  };
  const engine = new RolloutEngine({
    ...shared,
    rollouts: new RolloutRunner({
      ...shared,
      gates: new RolloutGates(),
      alarms: {
        check: async () => ({ state: 'quiet', message: '', alerts: [] }),
      },
      caps: { perAccountAndRegion: CELLS, perQueue: CELLS },
    }),
    cells: new CellRunner({ ...shared, pauseFor: async () => {} }),
  });
  const milliseconds: number[] = [];
  const queries: number[] = [];
  let count = 0;
  knex.on('query', () => {
    count += 1;
  });
  // The first one starts them all.
  await engine.reconcile();
  for (let round = 0; round < WARM_UP_ROUNDS + ROUNDS; round++) {
    time += 30_000;
    count = 0;
    const start = performance.now();
    await engine.reconcile();
    if (round >= WARM_UP_ROUNDS) {
      milliseconds.push(performance.now() - start);
      queries.push(count);
    }
  }
  const snapshot = await store.get('all', 'one');
  if (snapshot?.waves[0].counts.running !== CELLS) {
    throw new Error(
      `${snapshot?.waves[0].counts.running} of ${CELLS} cells wait`,
    );
  }
  return { milliseconds, queries: Math.max(...queries) };
}
