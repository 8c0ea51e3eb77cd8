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

import { setTimeout as wait } from 'node:timers/promises';
import { SimulatorProcess } from '../cloud/SimulatorProcess';
import { benchDatabases } from '../inventory/benchDatabases';
import { median, percentile, rounded } from '../measurement/statistics';
import type { Record } from '../measurement/types';
import {
  aNamespace,
  startPortal,
  type Accepted,
  type BenchPortal,
} from './startPortal';

const CLUSTERS = 200;
const REQUESTS = 200;
const ALONE = 5;
/** GitHub's: so much content within a minute. */
const PER_MINUTE = 80;
const MINUTE_MS = 60_000;
const LOOK_EVERY_MS = 500;

/** Requests, one alone and two hundred at once, until their pull requests are open. */
export async function measureBurst(record: Record): Promise<void> {
  const postgres = benchDatabases().find(({ name }) => name === 'PostgreSQL');
  if (!postgres) {
    throw new Error('This is measured on PostgreSQL only');
  }
  const host = await SimulatorProcess.spawn(
    require.resolve('@eks-fleet/benchmarks/bin/gitHost.js'),
    [],
  );
  try {
    const portal = await startPortal(postgres, CLUSTERS);
    try {
      await measureAlone(record, portal);
      // What was opened alone is forgotten by the host.
      await wait(MINUTE_MS);
      await measureAtOnce(record, portal, host);
    } finally {
      await portal.stop();
    }
  } finally {
    await host.stop();
  }
}

async function measureAlone(
  record: Record,
  portal: BenchPortal,
): Promise<void> {
  const clusters = await devClusters(portal);
  const times: number[] = [];
  for (let index = 0; index < ALONE; index++) {
    const start = performance.now();
    const accepted = await portal.submit([
      aNamespace(index, clusters[index % clusters.length]),
    ]);
    await untilProposed(portal, accepted, 50);
    times.push((performance.now() - start) / 1000);
  }
  record({
    name: 'longest from a submit to an open pull request',
    value: Math.max(...times),
    unit: 's',
    bar: { atMost: 5 },
    detail: `of ${ALONE}, one after the other; median ${rounded(
      median(times),
    )}, the client's start included`,
  });
}

async function measureAtOnce(
  record: Record,
  portal: BenchPortal,
  host: SimulatorProcess,
): Promise<void> {
  const clusters = await devClusters(portal);
  const before = (await host.pulls()).length;
  const start = performance.now();
  const accepted = await portal.submit(
    Array.from({ length: REQUESTS }, (_, index) =>
      aNamespace(ALONE + index, clusters[index % clusters.length]),
    ),
  );
  const times = accepted.map(({ milliseconds }) => milliseconds);
  record({
    name: 'longest until one of 200 requests at once is accepted',
    value: Math.max(...times),
    unit: 'ms',
    bar: { atMost: 1000 },
    detail: `median ${rounded(median(times))}, p95 ${rounded(
      percentile(times, 0.95),
    )}; PostgreSQL`,
  });
  const { positions } = await untilProposed(portal, accepted, LOOK_EVERY_MS);
  const seconds = (performance.now() - start) / 1000;
  const least = (Math.floor((REQUESTS - 1) / PER_MINUTE) * MINUTE_MS) / 1000;
  record({
    name: 'until all of them are proposed, over what the host allows',
    value: seconds / least,
    unit: 'times',
    bar: { atMost: 1.1 },
    detail: `${rounded(
      seconds,
    )} s; ${PER_MINUTE} pull requests a minute allow ${least} s`,
  });
  record({
    name: 'the last place in the queue that was shown',
    value: positions,
    unit: '',
    detail: 'of those that waited for the Git host',
  });
  const pulls = await host.pulls();
  record({
    name: 'pull requests that were opened, over requests',
    value: (pulls.length - before) / REQUESTS,
    unit: 'times',
    bar: { exactly: 1 },
    detail: `${new Set(pulls.map(({ title }) => title)).size - before} titles`,
  });
}

/** @returns the last place in the queue that any was shown at */
async function untilProposed(
  portal: BenchPortal,
  accepted: Accepted[],
  everyMs: number,
): Promise<{ positions: number }> {
  let left = accepted.map(({ id }) => id);
  let positions = 0;
  while (left.length > 0) {
    const next: string[] = [];
    // As someone who looks at one of them, not at all at once.
    for (const id of left.slice(0, 3)) {
      const { links, message, queue, state } = await portal.request(id);
      positions = Math.max(positions, queue?.position ?? 0);
      if (['failed', 'rejected', 'cancelled'].includes(state)) {
        throw new Error(`${id} ${state}: ${message}`);
      }
      if (!links?.pullRequest) {
        next.push(id);
      }
    }
    left = [...next, ...left.slice(3)];
    if (next.length > 0) {
      await wait(everyMs);
    }
  }
  return { positions };
}

async function devClusters(portal: BenchPortal) {
  const { items } = await portal.get<{
    items: Array<{ accountId: string; region: string; name: string }>;
  }>('clusters?filter=environment=dev&limit=100');
  return items.map(({ accountId, name, region }) => ({
    accountId,
    region,
    name,
  }));
}
