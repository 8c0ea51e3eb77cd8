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
import { POLICIES } from '../policy/policyOutcomes';
import { visitPage, type Watched } from './visitPage';

const FLEET = {
  fleet: '5x5x20',
  regions: [
    'eu-west-1',
    'us-east-1',
    'eu-central-1',
    'ap-southeast-2',
    'us-west-2',
  ],
  clusters: 500,
  policies: POLICIES,
  findingsPerCluster: 40,
  rounds: 5,
};

interface Visit {
  usableMs: number;
  /** 4,000 pixels a second: as fast as a wheel is turned. */
  scrolling: Watched;
  /** 10,000 pixels a second: from one end of the fleet to the other. */
  flinging: Watched;
}

/** The matrix of policies of a production build, in a real browser. */
export async function measurePoliciesPage(record: Record): Promise<void> {
  const visits = await visitPage<Visit>('policies', FLEET);
  const usable = visits.map(({ usableMs }) => usableMs / 1000);
  record({
    name: 'policies page until it is usable',
    value: median(usable),
    unit: 's',
    bar: { atMost: 2.5 },
    detail: `${POLICIES} policies, ${
      FLEET.clusters
    } clusters, empty cache; visits: ${usable.map(rounded).join(', ')}`,
  });
  const frames = visits.flatMap(({ scrolling }) => scrolling.frames);
  record({
    name: 'p95 of a frame while the matrix is scrolled both ways',
    value: percentile(frames, 0.95),
    unit: 'ms',
    bar: { atMost: 34 },
    detail: `4,000 pixels a second, ${frames.length} frames, longest ${rounded(
      Math.max(...frames),
    )}; 34 ms are 30 frames a second, drawn without a graphics card`,
  });
  const flung = visits.flatMap(({ flinging }) => flinging.frames);
  record({
    name: 'p95 of a frame while the matrix is flung from end to end',
    value: percentile(flung, 0.95),
    unit: 'ms',
    detail: `10,000 pixels a second, ${flung.length} frames`,
  });
  record({
    name: 'longest task while the matrix is flung from end to end',
    value: median(
      visits.map(({ flinging }) => Math.max(0, ...flinging.longTasks)),
    ),
    unit: 'ms',
    bar: { atMost: 200 },
    detail: `median of ${visits.length} visits; a task below 50 ms counts as 0`,
  });
}
