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
import type { Record } from '../measurement/types';
import { timed } from '../measurement/time';
import { ownContender } from './ownScan';
import { loadPeers } from './peers';

const CLUSTERS = 250;

/** The same with the cloud's limits and our own defaults. */
export async function measureDefaultLimits(record: Record): Promise<void> {
  const options = {
    accounts: 1,
    regions: 1,
    clustersPerTarget: CLUSTERS,
    latencyMs: 20,
    limits: 'on',
  } as const;
  const peers = loadPeers();
  const own = ownContender(options);

  // A cloud for each: nobody pays for the calls of somebody else.
  for (const contender of [own, peers.roadie, peers.backstage]) {
    await withCloud(options, async cloud => {
      const { milliseconds, result } = await timed(async () => {
        try {
          return { ...(await contender.scan()), error: '' };
        } catch (error) {
          return { found: 0, error: `; it failed with ${error}` };
        }
      });
      const { total, refused } = await cloud.calls();
      const bars = contender === own;
      const name = `at the default limits by ${contender.name}`;
      record({
        name: `clusters found ${name}`,
        value: result.found,
        unit: '',
        bar: bars ? { exactly: CLUSTERS } : undefined,
        detail: `${total} calls${result.error}`,
      });
      record({
        name: `scan ${name}`,
        value:
          ('milliseconds' in result ? result.milliseconds : milliseconds) /
          1000,
        unit: 's',
        bar: bars ? { atMost: 30 } : undefined,
        detail: `${CLUSTERS} clusters in one target, 20 ms a call`,
      });
      record({
        name: `calls refused ${name}`,
        value: refused,
        unit: '',
        bar: bars ? { exactly: 0 } : undefined,
        detail: 'answered with 429',
      });
    });
  }
}
