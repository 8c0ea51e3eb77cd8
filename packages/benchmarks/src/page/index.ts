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

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { median, percentile, rounded } from '../measurement/statistics';
import { runParts } from '../measurement/runParts';
import type { Record } from '../measurement/types';

const SCRIPT = resolvePackagePath('@eks-fleet/benchmarks', 'bin/page.mjs');

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

interface Watched {
  /** Milliseconds from one frame to the next. */
  frames: number[];
  /** Milliseconds of tasks that kept the page from answering. */
  longTasks: number[];
}

interface Visit {
  usableMs: number;
  scrolling: Watched;
  filtering: Watched;
  answeredMs: number;
}

/** The clusters page of a production build, in a real browser. */
export async function measurePage(record: Record, only: string): Promise<void> {
  await runParts({ 'clusters page': measureClustersPage }, record, only);
}

async function measureClustersPage(record: Record): Promise<void> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [SCRIPT, JSON.stringify(FLEET)],
    { maxBuffer: 10_000_000 },
  );
  // The build writes there too; the visits are the last line.
  const visits: Visit[] = JSON.parse(stdout.trim().split('\n').at(-1)!);
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
