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

import { writeFileSync } from 'node:fs';
import { chaosAws } from '../chaosAws';
import { openPlugin } from '../ChaosDatabase';
import { tellCalls } from '../tellCalls';
import {
  CellRunner,
  DatabaseRolloutStore,
  EksExecutor,
  EksLooks,
  RolloutEngine,
  RolloutExecutors,
  RolloutGates,
  RolloutRunner,
} from './internals';

const logger = {
  error: log,
  warn: log,
  info() {},
  debug() {},
  child: () => logger,
};

function log(message: string, cause?: unknown): void {
  process.stderr.write(
    `${process.pid} ${message}${
      cause ? `: ${(cause as Error).message}` : ''
    }\n`,
  );
}

/** One replica of the engine, until it is killed. */
async function main(): Promise<void> {
  tellCalls();
  const knex = openPlugin(process.env.CHAOS_DATABASE!);
  const now = () => new Date();
  const store = new DatabaseRolloutStore(knex);
  const aws = chaosAws();
  const executors = new RolloutExecutors();
  executors.add(
    new EksExecutor({
      aws,
      roleName: 'eks-fleet-executor',
      looks: new EksLooks({ aws, usualSeconds: async () => () => 1e6 }),
    }),
  );
  const options = { store, executors, writes: true, logger, now };
  const engine = new RolloutEngine({
    store,
    logger,
    now,
    rollouts: new RolloutRunner({
      ...options,
      gates: new RolloutGates(),
      caps: { perAccountAndRegion: 5, perQueue: 10 },
    }),
    cells: new CellRunner({ ...options, pauseFor: async () => {} }),
  });
  writeFileSync(process.env.CHAOS_READY!, String(process.pid));
  for (;;) {
    try {
      await engine.reconcile();
    } catch (error) {
      log('A reconcile failed', error);
    }
    await new Promise(resolve => setTimeout(resolve, 100));
  }
}

void main();
