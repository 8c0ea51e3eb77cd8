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

import { performance } from 'node:perf_hooks';
import type { SimulatorProcess } from '../../cloud/SimulatorProcess';
import type { Progress } from '../readProgress';
import type { Storm } from '../storm';
import type { ChaosCluster, ChaosOptions } from '../types';
import { findWrongs } from './findWrongs';
import { readOutcomes } from './readOutcome';

/** Tells what the cloud has on record, and whether all of it is as it must be. */
export async function judgeChaos(
  { cells, executor, kills, restore, tell }: ChaosOptions,
  context: {
    clusters: ChaosCluster[];
    cloud: SimulatorProcess;
    begun: { at: Date; mark: number };
    progress: Progress;
    storm: Storm;
  },
): Promise<boolean> {
  const { begun, cloud, clusters, progress, storm } = context;
  const seconds = Math.round((performance.now() - begun.mark) / 1000);
  const { changes, lost } = await cloud.changes();
  await cloud.clearFaults();
  const outcomes = await readOutcomes(cloud, clusters, begun.at);
  const wrongs = clusters.flatMap((cluster, index) =>
    findWrongs(cluster, outcomes[index], executor),
  );
  wrongs.forEach(wrong => tell(wrong));
  const missed = [
    storm.kills < kills && `only ${storm.kills} of ${kills} kills fell`,
    restore && !storm.restored && 'the database was not restored',
    progress.lifecycle !== 'done' && `the rollout is ${progress.lifecycle}`,
    progress.succeeded < cells &&
      `${cells - progress.succeeded} of ${cells} cells did not succeed`,
    wrongs.length > 0 && `${wrongs.length} parts not upgraded exactly once`,
  ].filter(Boolean);
  tell(
    `${storm.kills} kills, ${storm.inCall} of them in the middle of a call that changes something; ${progress.succeeded} of ${cells} cells succeeded; ${changes} such calls accepted, ${lost} of their answers lost; ${seconds} s`,
  );
  tell(missed.length ? `BROKEN: ${missed.join('; ')}` : 'HELD');
  return missed.length === 0;
}
