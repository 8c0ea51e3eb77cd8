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

import { median, percentile, rounded } from '../measurement/statistics';
import type { Record } from '../measurement/types';
import { visitPage, type Watched } from './visitPage';

const FLEET = {
  fleet: '10x5x100',
  regions: [
    'eu-west-1',
    'us-east-1',
    'eu-central-1',
    'ap-southeast-2',
    'us-west-2',
  ],
  clusters: 5_000,
  rounds: 5,
};

interface Visit {
  usableMs: number;
  scrolling: Watched;
  filtering: Watched;
  answeredMs: number;
}

/** The clusters page of a production build, in a real browser. */
export async function measureClustersPage(record: Record): Promise<void> {
  const visits = await visitPage<Visit>('clusters', FLEET);
  const usable = visits.map(({ usableMs }) => usableMs / 1000);
  record({
    name: 'clusters page until it is usable',
    value: median(usable),
    unit: 's',
    bar: { atMost: 2.5 },
    detail: `${FLEET.clusters} clusters, empty cache; visits: ${usable
      .map(rounded)
      .join(', ')}`,
  });
  for (const activity of ['scrolling', 'filtering'] as const) {
    const frames = visits.flatMap(visit => visit[activity].frames);
    const longest = visits.map(visit =>
      Math.max(0, ...visit[activity].longTasks),
    );
    record({
      name: `p95 of a frame while ${activity}`,
      value: percentile(frames, 0.95),
      unit: 'ms',
      bar: { atMost: 34 },
      detail: `${frames.length} frames, longest ${rounded(
        Math.max(...frames),
      )}; 34 ms are 30 frames a second, drawn without a graphics card`,
    });
    record({
      name: `longest task while ${activity}`,
      value: median(longest),
      unit: 'ms',
      bar: { atMost: 200 },
      detail: `median of ${visits.length} visits; a task below 50 ms counts as 0`,
    });
  }
  record({
    name: 'from the first key of a search to its result',
    value: median(visits.map(({ answeredMs }) => answeredMs)),
    unit: 'ms',
    detail: '12 keys typed in 0.36 s, and a pause of 0.25 s, are in it',
  });
}
