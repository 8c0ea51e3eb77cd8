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

import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { withCloud } from '../cloud/SimulatorProcess';
import type { Record } from '../measurement/types';
import type { MemoryReport } from './memoryReport';

const EXECUTABLE = resolvePackagePath('@eks-fleet/benchmarks', 'bin/memory.js');

/**
 * The heap of a portal in a container of 2 GB. Without a limit V8 takes what
 * the machine has before it collects, and that would be measured.
 */
const HEAP_MB = 1024;

const CLOUD = {
  accounts: 40,
  regions: 5,
  clustersPerTarget: 50,
  latencyMs: 0,
  limits: 'on',
} as const;

/** What a backend needs more while it scans 10,000 clusters. */
export async function measureMemory(record: Record): Promise<void> {
  const total = CLOUD.accounts * CLOUD.regions * CLOUD.clustersPerTarget;
  await withCloud(CLOUD, async () => {
    const limited = await reportOf([`--max-old-space-size=${HEAP_MB}`]);
    record({
      name: `memory of a scan of ${total} clusters over the idle backend`,
      value: limited.peakMb - limited.idleMb,
      unit: 'MB',
      bar: { atMost: 200 },
      detail: `heap of at most ${HEAP_MB} MB, a real catalog at work; ${words(
        limited,
      )}`,
    });
    record({
      name: `clusters found in the scan of ${total}`,
      value: limited.found,
      unit: '',
      bar: { exactly: total },
      detail: `in ${limited.seconds} s`,
    });
    const unlimited = await reportOf([]);
    record({
      name: `the same with this machine's own limit of the heap`,
      value: unlimited.peakMb - unlimited.idleMb,
      unit: 'MB',
      detail: words(unlimited),
    });
  });
}

async function reportOf(options: string[]): Promise<MemoryReport> {
  const { stdout } = await promisify(execFile)(process.execPath, [
    ...options,
    '--expose-gc',
    EXECUTABLE,
    JSON.stringify(CLOUD),
  ]);
  return JSON.parse(stdout);
}

function words(report: MemoryReport): string {
  return `resident: idle ${report.idleMb}, at most ${report.peakMb}; heap in use: idle ${report.idleHeapMb}, after ${report.afterHeapMb}`;
}
