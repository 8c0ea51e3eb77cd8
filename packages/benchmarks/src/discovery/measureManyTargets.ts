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

import { withCloud } from '../cloud/SimulatorProcess';
import { median, rounded } from '../measurement/statistics';
import type { Record } from '../measurement/types';
import { ownContender } from './ownScan';

const ROUNDS = 5;

/** A fleet over many accounts and Regions, at the default limits. */
export async function measureManyTargets(record: Record): Promise<void> {
  const options = {
    accounts: 40,
    regions: 5,
    clustersPerTarget: 5,
    latencyMs: 20,
    limits: 'on',
  } as const;
  const total = options.accounts * options.regions * options.clustersPerTarget;
  const own = ownContender(options);

  await withCloud(options, async cloud => {
    const seconds: number[] = [];
    const found: number[] = [];
    const refused: number[] = [];
    const assumed: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      await cloud.resetCalls();
      const scan = await own.scan();
      const calls = await cloud.calls();
      seconds.push(scan.milliseconds / 1000);
      found.push(scan.found);
      refused.push(calls.refused);
      assumed.push(calls.assumeRole);
    }
    const where = `${options.accounts} accounts × ${options.regions} Regions`;
    record({
      name: `scan of ${where}`,
      value: median(seconds),
      unit: 's',
      bar: { atMost: 3 },
      detail: `${total} clusters, 20 ms a call; rounds: ${seconds
        .map(rounded)
        .join(', ')}`,
    });
    record({
      name: `clusters found in ${where}`,
      value: Math.min(...found),
      unit: '',
      bar: { exactly: total },
      detail: `the fewest of ${ROUNDS} rounds`,
    });
    record({
      name: `calls refused in ${where}`,
      value: Math.max(...refused),
      unit: '',
      bar: { exactly: 0 },
      detail: `the most of ${ROUNDS} rounds, at the default limits`,
    });
    record({
      name: `AssumeRole calls in one scan of ${where}`,
      value: Math.max(...assumed),
      unit: '',
      bar: { exactly: options.accounts },
      detail: `the most of ${ROUNDS} rounds`,
    });
  });
}
