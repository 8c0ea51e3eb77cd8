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

import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { PLUGIN_SCHEMA, type ChaosDatabase } from '../ChaosDatabase';
import { Replica } from '../Replica';
import type { ChaosCluster, ChaosOptions, ChaosSubject } from '../types';
import { DatabaseRolloutStore, migrate } from './internals';
import { startEngineRollout } from './startEngineRollout';

const EXECUTABLE = require.resolve('@eks-fleet/benchmarks/bin/chaosWorker.js');

/** Processes with the engine alone, over a rollout that is written for them. */
export function createEngineSubject(
  { replicas }: ChaosOptions,
  context: {
    clusters: ChaosCluster[];
    database: ChaosDatabase;
    directory: string;
  },
): ChaosSubject {
  const { clusters, database, directory } = context;
  const all = Array.from({ length: replicas }, (_, index) => {
    const readyFile = join(directory, `ready-${index}`);
    return new Replica({
      executable: EXECUTABLE,
      logFile: join(directory, `replica-${index}.log`),
      environment: {
        ...process.env,
        CHAOS_DATABASE: database.url,
        CHAOS_READY: readyFile,
      },
      beforeStart: () => rmSync(readyFile, { force: true }),
      isReady: async () => existsSync(readyFile),
    });
  });
  return {
    replicas: all,
    lifeMs: 1500,
    async start() {
      const { knex } = database;
      await knex.raw('create schema ??', [PLUGIN_SCHEMA]);
      await migrate(knex);
      const id = await startEngineRollout(
        new DatabaseRolloutStore(knex),
        clusters,
        new Date(),
      );
      await Promise.all(all.map(replica => replica.start()));
      return id;
    },
  };
}
