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

import type { CollectedCluster } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import {
  clusterColumns,
  type ClusterColumns,
  type ObservationRow,
} from './rows';
import type { ObservationKey } from './types';

/** Of a row, what its place in the fleet depends on. */
export type PresentRow = ClusterColumns &
  Pick<ObservationRow, 'kind' | 'source' | 'next_at' | 'attempted_at'>;

/** What makes the rows follow the fleet. */
export interface SyncPlan {
  add: Array<ClusterColumns & { kind: string }>;
  /** All rows of these clusters go. */
  forget: string[];
  remove: ObservationKey[];
  /** Clusters made again: what was observed is of the one before. */
  reset: ClusterColumns[];
  /** Clusters about which the catalog says something new. */
  rename: ClusterColumns[];
  /** Rows that others brought and that are now collected. */
  schedule: ObservationKey[];
  /** Rows that others bring and that are no longer collected. */
  unschedule: ObservationKey[];
}

/** Discovery hands over a control plane before the catalog has the cluster. */
const UNKNOWN_MS = 60 * 60_000;
/** A kind that nobody here collects may be a newer version's, for a while. */
const FOREIGN_KIND_MS = 7 * 24 * 60 * 60_000;

export function planSync(
  present: PresentRow[],
  clusters: CollectedCluster[],
  kinds: string[],
  kindsOf: (cluster: CollectedCluster) => string[],
  now: Date,
): SyncPlan {
  const plan: SyncPlan = {
    add: [],
    forget: [],
    remove: [],
    reset: [],
    rename: [],
    schedule: [],
    unschedule: [],
  };
  const collected = new Set(kinds);
  const before = (milliseconds: number) =>
    new Date(now.getTime() - milliseconds).toISOString();
  const rowsOf = new Map<string, PresentRow[]>();
  for (const row of present) {
    const rows = rowsOf.get(row.arn);
    if (rows) {
      rows.push(row);
    } else {
      rowsOf.set(row.arn, [row]);
    }
  }

  for (const cluster of clusters) {
    const columns = clusterColumns(cluster);
    const rows = rowsOf.get(cluster.arn) ?? [];
    rowsOf.delete(cluster.arn);
    const applicable = new Set(kindsOf(cluster));
    const known = new Map(rows.map(row => [row.kind, row]));
    for (const kind of applicable) {
      const row = known.get(kind);
      if (!row) {
        plan.add.push({ ...columns, kind });
      } else if (row.next_at === '') {
        plan.schedule.push({ arn: row.arn, kind });
      }
    }
    for (const row of rows) {
      const key = { arn: row.arn, kind: row.kind };
      const own = row.source === '' || row.source === 'collector';
      if (applicable.has(row.kind)) {
        continue;
      }
      if (!own) {
        if (row.next_at !== '' && collected.has(row.kind)) {
          plan.unschedule.push(key);
        }
      } else if (
        collected.has(row.kind) ||
        // One that nobody ever tried has been due since it was planned.
        (row.attempted_at || row.next_at) < before(FOREIGN_KIND_MS)
      ) {
        plan.remove.push(key);
      }
    }
    if (rows.some(row => isMadeAgain(row, columns))) {
      plan.reset.push(columns);
    }
    if (rows.some(row => differs(row, columns))) {
      plan.rename.push(columns);
    }
  }

  for (const [arn, rows] of rowsOf) {
    const recent = rows.some(
      row => row.entity_ref === '' && row.attempted_at >= before(UNKNOWN_MS),
    );
    if (!recent) {
      plan.forget.push(arn);
    }
  }
  return plan;
}

/** The later time counts: a catalog that lags behind must undo nothing. */
function isMadeAgain(row: PresentRow, cluster: ClusterColumns): boolean {
  return (
    row.cluster_created_at !== '' &&
    row.cluster_created_at < cluster.cluster_created_at
  );
}

function differs(row: PresentRow, cluster: ClusterColumns): boolean {
  return (
    row.entity_ref !== cluster.entity_ref ||
    row.name !== cluster.name ||
    row.version !== cluster.version ||
    row.cluster_created_at < cluster.cluster_created_at
  );
}
