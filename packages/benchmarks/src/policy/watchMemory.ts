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

const SAMPLE_EVERY_MS = 10;

/** Resident memory of this process, in megabytes. */
export interface MemoryUse {
  idleMb: number;
  peakMb: number;
}

/** Begins with what is idle; to be ended when the work is done. */
export function watchMemory(): () => MemoryUse {
  if (!globalThis.gc) {
    throw new Error('Run this with --expose-gc');
  }
  globalThis.gc();
  const idle = process.memoryUsage.rss();
  const before = peakSoFar();
  let peak = idle;
  const sampling = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, SAMPLE_EVERY_MS);
  return () => {
    clearInterval(sampling);
    const after = peakSoFar();
    if (after > before) {
      // The system has seen more than the samples.
      peak = Math.max(peak, after);
    }
    return { idleMb: megabytes(idle), peakMb: megabytes(peak) };
  };
}

function peakSoFar(): number {
  return process.resourceUsage().maxRSS * 1024;
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 1e6);
}
