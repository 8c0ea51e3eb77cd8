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

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { createBackendSubject } from './backend/createBackendSubject';
import { loseAnswers, startChaosCloud } from './ChaosCloud';
import { ChaosDatabase } from './ChaosDatabase';
import { createEngineSubject } from './engine/createEngineSubject';
import { findClusters } from './findClusters';
import { FROM } from './fleet';
import { startHurry } from './hurry';
import { judgeChaos } from './judge/judgeChaos';
import { seededRandom } from './seededRandom';
import { raiseStorm } from './storm';
import type { ChaosOptions, ChaosSubject } from './types';

/** @returns whether all held */
export async function runChaos(options: ChaosOptions): Promise<boolean> {
  const { cells, executor, replicas, seed, speed, tell } = options;
  if (options.process === 'engine' && executor === 'gitops') {
    throw new Error('The engine alone has no gitops; use --process backend');
  }
  const factor = await startHurry(options.process);
  const directory = await mkdtemp(join(tmpdir(), 'eks-fleet-chaos-'));
  const cloud = await startChaosCloud({
    cells,
    from: FROM,
    gitops: executor === 'gitops',
    speed,
  });
  const database = await ChaosDatabase.create();
  let subject: ChaosSubject | undefined;
  let held = false;
  try {
    const clusters = await findClusters();
    subject =
      options.process === 'engine'
        ? createEngineSubject(options, { clusters, database, directory })
        : await createBackendSubject(options, { database, directory });
    await loseAnswers(cloud);
    const begun = { at: new Date(), mark: performance.now() };
    const id = await subject.start();
    tell(
      `seed ${seed}; ${clusters.length} clusters by ${executor}, ${replicas} × ${options.process} on PostgreSQL, time goes ${factor} times faster`,
    );
    const { progress, storm } = await raiseStorm(options, {
      database,
      id,
      random: seededRandom(seed),
      subject,
    });
    if (progress.waiting) {
      tell(`It waits: ${progress.waiting}`);
    }
    held = await judgeChaos(options, {
      begun,
      cloud,
      clusters,
      progress,
      storm,
    });
  } finally {
    await Promise.all((subject?.replicas ?? []).map(each => each.kill()));
    await database.drop();
    await cloud.stop();
    if (held) {
      await rm(directory, { recursive: true });
    } else {
      tell(`What the replicas said is in ${directory}`);
    }
  }
  return held;
}
