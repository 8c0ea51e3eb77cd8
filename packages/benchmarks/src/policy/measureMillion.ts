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

import { benchDatabases } from '../inventory/benchDatabases';
import { median, percentile, rounded } from '../measurement/statistics';
import type { Record } from '../measurement/types';
import type { MillionReport } from './millionReport';
import { reportOf } from './reportOf';

const FLEET = { clusters: 500, findingsPerCluster: 2_000 };

/** A million results that do not pass, read in twice, and asked for. */
export async function measureMillion(record: Record): Promise<void> {
  if (!benchDatabases().some(({ name }) => name === 'PostgreSQL')) {
    return;
  }
  const report = await reportOf<MillionReport>('million', FLEET);
  const { again, first, meanwhile, questions } = report;
  const size = `${report.findings} findings of ${FLEET.clusters} clusters, PostgreSQL`;
  const { idleMb, peakMb } = first.memory;
  record({
    name: 'first reading of a million results that do not pass',
    value: first.seconds,
    unit: 's',
    bar: { atMost: 300 },
    detail: `${size}; 8 clusters at a time, while pages are looked at`,
  });
  record({
    name: 'memory over the idle backend while they are read in',
    value: peakMb - idleMb,
    unit: 'MB',
    bar: { atMost: 400 },
    detail: `heap of at most 1024 MB; resident: idle ${idleMb}, at most ${peakMb}`,
  });
  record({
    name: 'how much faster the same is read again',
    value: first.seconds / again.seconds,
    unit: 'times',
    bar: { atLeast: 5 },
    detail: `in ${rounded(again.seconds)} s`,
  });
  record({
    name: 'rows of findings that reading the same again writes',
    value: again.rowsWritten,
    unit: '',
    bar: { exactly: 0 },
    detail: 'by the transactions that rows are of',
  });
  for (const { name, times } of meanwhile) {
    record({
      name: `p95 of ${name} while they are read in`,
      value: percentile(times, 0.95),
      unit: 'ms',
      bar: { atMost: 300 },
      detail: `median ${rounded(median(times))}, ${times.length} times`,
    });
  }
  for (const { found, name, times } of questions) {
    record({
      name: `p95 of ${name}`,
      value: percentile(times, 0.95),
      unit: 'ms',
      bar: { atMost: 200 },
      detail: `${found} found in ${size}; median ${rounded(median(times))}, ${
        times.length
      } times`,
    });
  }
}
