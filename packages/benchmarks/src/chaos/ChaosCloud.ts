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

const EXECUTABLE = require.resolve('@eks-fleet/benchmarks/bin/chaosCloud.js');
/** One answer in so many is lost. */
const LOST_EVERY = 10;
/** How long a call that changes something takes, about as in AWS. */
export const CHANGE_MS = 300;

/** What the simulated cloud of a run is like. */
export interface ChaosCloudOptions {
  /** Clusters that can be upgraded. */
  cells: number;
  /** What they run. */
  from: string;
  /** Whether a Git host describes them, and an Argo CD follows it. */
  gitops: boolean;
  /** How much faster than in AWS updates are, besides its hurried clock. */
  speed: number;
}

/** Starts it; where it answers is in the environment of this process then. */
export async function startChaosCloud(
  options: ChaosCloudOptions,
): Promise<SimulatorProcess> {
  return SimulatorProcess.spawn(EXECUTABLE, [], {
    ...process.env,
    CHAOS_CLOUD: JSON.stringify(options),
  });
}

/** From now on changes take a while, and one answer in ten never comes. */
export async function loseAnswers(cloud: SimulatorProcess): Promise<void> {
  for (const match of [
    { service: 'eks', operation: 'Update*' },
    { service: 'github', operation: 'POST*' },
    { service: 'github', operation: 'PUT*' },
  ]) {
    await cloud.fault({ match, effect: 'delay', delayMs: CHANGE_MS });
    await cloud.fault({ match, effect: 'lostAnswer', every: LOST_EVERY });
  }
}
