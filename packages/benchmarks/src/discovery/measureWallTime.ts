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

import { withCloud, type Calls } from '../cloud/SimulatorProcess';
import { median, rounded } from '../measurement/statistics';
import type { Record } from '../measurement/types';
import { ownContender } from './ownScan';
import { loadPeers } from './peers';
import type { Contender } from './types';

const ROUNDS = 5;
const CLUSTERS = 250;

/** Ours side by side with the peers, where the cloud sets no limit. */
export async function measureWallTime(record: Record): Promise<void> {
  const options = {
    accounts: 1,
    regions: 1,
    clustersPerTarget: CLUSTERS,
    latencyMs: 20,
    limits: 'off',
  } as const;
  const peers = loadPeers();
  const own = ownContender(options, { limits: 'off' });

  await withCloud(options, async cloud => {
    const contenders = [own, peers.roadie, peers.backstage];
    const rounds = new Map<Contender, Round[]>(
      contenders.map(contender => [contender, []]),
    );
    for (let round = 0; round < ROUNDS; round++) {
      for (const contender of contenders) {
        await cloud.resetCalls();
        const scan = await contender.scan();
        rounds.get(contender)!.push({ ...scan, calls: await cloud.calls() });
      }
    }

    const seconds = (contender: Contender) =>
      median(rounds.get(contender)!.map(one => one.milliseconds)) / 1000;
    record({
      name: `scan of ${CLUSTERS} clusters, times faster than ${peers.roadie.name}`,
      value: seconds(peers.roadie) / seconds(own),
      unit: '×',
      bar: { atLeast: 8 },
      detail: `medians of ${ROUNDS} interleaved rounds, 20 ms a call, no limits; ${rounded(
        seconds(peers.backstage) / seconds(own),
      )} × faster than ${peers.backstage.name}`,
    });
    for (const contender of contenders) {
      const { calls } = rounds.get(contender)!.at(-1)!;
      const isOurs = contender === own;
      record({
        name: `scan of ${CLUSTERS} clusters by ${contender.name}`,
        value: seconds(contender),
        unit: 's',
        detail: `${calls.total} calls, at most ${calls.peakInFlight} at once`,
      });
      record({
        name: `clusters found by ${contender.name}`,
        value: Math.min(...rounds.get(contender)!.map(({ found }) => found)),
        unit: '',
        bar: isOurs ? { exactly: CLUSTERS } : undefined,
        detail: `the fewest of ${ROUNDS} rounds`,
      });
      record({
        name: `AssumeRole calls in one scan by ${contender.name}`,
        value: calls.assumeRole,
        unit: '',
        bar: isOurs ? { exactly: options.accounts } : undefined,
        detail: `one account`,
      });
    }
  });
}

interface Round {
  found: number;
  milliseconds: number;
  calls: Calls;
}
