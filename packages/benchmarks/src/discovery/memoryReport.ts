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

import type { CloudOptions } from '../cloud/SimulatorProcess';
import { rounded } from '../measurement/statistics';
import { timed } from '../measurement/time';
import { startCatalog } from './startCatalog';

const SAMPLE_EVERY_MS = 10;

export interface MemoryReport {
  /** Resident memory, in megabytes. */
  idleMb: number;
  peakMb: number;
  idleHeapMb: number;
  afterHeapMb: number;
  found: number;
  seconds: number;
}

/** Scans once, in this process, and tells what memory that took. */
export async function reportMemory(cloud: CloudOptions): Promise<MemoryReport> {
  const catalog = await startCatalog(cloud);
  try {
    collectGarbage();
    const idle = process.memoryUsage();
    const before = peakSoFar();
    let peak = idle.rss;
    const sampling = setInterval(() => {
      peak = Math.max(peak, process.memoryUsage.rss());
    }, SAMPLE_EVERY_MS);
    const { milliseconds } = await timed(() => catalog.scan());
    clearInterval(sampling);
    const after = peakSoFar();
    if (after > before) {
      // The system has seen more than the samples.
      peak = Math.max(peak, after);
    }
    collectGarbage();
    const afterHeap = process.memoryUsage().heapUsed;
    return {
      idleMb: megabytes(idle.rss),
      peakMb: megabytes(peak),
      idleHeapMb: megabytes(idle.heapUsed),
      afterHeapMb: megabytes(afterHeap),
      found: await catalog.handedOver(),
      seconds: rounded(milliseconds / 1000),
    };
  } finally {
    await catalog.stop();
  }
}

function collectGarbage(): void {
  if (!globalThis.gc) {
    throw new Error('Run this with --expose-gc');
  }
  globalThis.gc();
}

function peakSoFar(): number {
  return process.resourceUsage().maxRSS * 1024;
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 1e6);
}
