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

import { rounded } from '../measurement/statistics';
import type { Record } from '../measurement/types';
import type { ClusterReport } from './clusterReport';
import { reportOf } from './reportOf';

const CLUSTER = { reports: 10_000, results: 16 };

/** One cluster with many policy reports, read in by its API. */
export async function measureCluster(record: Record): Promise<void> {
  const report = await reportOf<ClusterReport>('cluster', CLUSTER);
  const { again, database, findings, first } = report;
  const { idleMb, peakMb } = first.memory;
  record({
    name: `first reading of ${CLUSTER.reports} reports of one cluster`,
    value: first.seconds,
    unit: 's',
    bar: { atMost: 60 },
    detail: `${
      CLUSTER.reports * CLUSTER.results
    } results, of which ${findings} do not pass, by the cluster's API to ${database}; read again as they were in ${rounded(
      again.seconds,
    )} s`,
  });
  record({
    name: 'memory over idle while they are read',
    value: peakMb - idleMb,
    unit: 'MB',
    bar: { atMost: 100 },
    detail: `heap of at most 1024 MB; resident: idle ${idleMb}, at most ${peakMb}`,
  });
}
