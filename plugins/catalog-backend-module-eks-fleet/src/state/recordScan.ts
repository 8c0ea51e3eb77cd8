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

import type { AwsTarget } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { Knex } from 'knex';
import { chunks } from './chunks';
import {
  CLUSTERS,
  TARGETS,
  targetKey,
  type ClusterRow,
  type TargetRow,
} from './rows';
import type { ScanFailure, ScanSuccess } from './types';
import { upsertClusters } from './upsertClusters';

/** Writes down what a target that was read has, and what it has no longer. */
export async function recordSuccess(
  client: Knex,
  provider: string,
  target: AwsTarget,
  scan: ScanSuccess,
): Promise<void> {
  const { unreadable, rejects } = scan;
  await client.transaction(async tx => {
    await tx<TargetRow>(TARGETS)
      .where(targetKey(target))
      .update({
        last_attempt_at: scan.at,
        last_success_at: scan.at,
        next_attempt_at: scan.nextAttemptAt ?? null,
        failing_since: null,
        error_code: null,
        error_message: null,
        cluster_count: scan.clusterCount,
        problems:
          unreadable.length || rejects.length
            ? JSON.stringify({ unreadable, rejects })
            : null,
      });
    for (const seen of chunks(scan.seen)) {
      await upsertClusters(tx, provider, target, seen, scan.at);
    }
    for (const arns of chunks(scan.listedArns)) {
      await tx<ClusterRow>(CLUSTERS).whereIn('arn', arns).update({
        last_seen_at: scan.at,
        missed_scans: 0,
        missing_since: null,
        removal_accepted_at: null,
      });
    }
    for (const arns of chunks(scan.missingArns)) {
      await tx<ClusterRow>(CLUSTERS)
        .whereIn('arn', arns)
        .update({
          missed_scans: tx.raw('missed_scans + 1'),
          missing_since: tx.raw('coalesce(missing_since, ?)', [scan.at]),
        } as {});
    }
  });
}

/** Writes down why a target was not read; what it has stays. */
export async function recordFailure(
  client: Knex,
  target: AwsTarget,
  scan: ScanFailure,
): Promise<void> {
  await client<TargetRow>(TARGETS)
    .where(targetKey(target))
    .update({
      last_attempt_at: scan.at,
      next_attempt_at: scan.nextAttemptAt ?? null,
      failing_since: client.raw(
        'case when error_code = ? then coalesce(failing_since, ?) else ? end',
        [scan.error.code, scan.at, scan.at],
      ),
      error_code: scan.error.code,
      error_message: scan.error.message,
    } as {});
}
