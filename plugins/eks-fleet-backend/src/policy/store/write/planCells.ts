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

import type { ObservedPolicy } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { CompleteSnapshot, PolicyTallies } from '../../types';
import { policyKey } from '../policyKey';
import type { CellRow, CountRow, Counts } from '../rows';
import {
  noCounts,
  worstSeverity,
  type CountsBySeverity,
  type SnapshotContents,
} from './SnapshotContents';
import { lateEvaluation } from './snapshotHash';

/** How one feed's policies stood on a cluster, and how they stand. */
export interface CellsBefore {
  feedId: number;
  clusterId: number;
  cells: CellRow[];
  /** When the snapshot before was read; empty where there was none. */
  observedAt: string;
}

/** Makes each policy's row of what a snapshot says of it. */
export function planCells(
  snapshot: CompleteSnapshot,
  contents: SnapshotContents,
  policyIds: Map<string, number>,
  before: CellsBefore,
): { cells: CellRow[]; counts: CountRow[] } {
  const stored = new Map(before.cells.map(cell => [cell.policy_id, cell]));
  const objects = byKey(snapshot.policies, policy => policyKey(policy));
  const tallies = byKey(snapshot.tallies, ({ policy }) => policyKey(policy));
  const findings = contents.counts();
  const cells: CellRow[] = [];
  const counts: CountRow[] = [];
  for (const key of new Set([
    ...objects.keys(),
    ...tallies.keys(),
    ...findings.keys(),
    ...contents.truncated,
  ])) {
    const policyId = policyIds.get(key)!;
    const bySeverity = findings.get(key) ?? new Map();
    cells.push(
      toCell(snapshot, policyId, before, {
        object: objects.get(key),
        tally: tallies.get(key),
        bySeverity,
        truncated: contents.truncated.has(key),
        stored: stored.get(policyId),
      }),
    );
    stored.delete(policyId);
    for (const [severity, of] of bySeverity) {
      counts.push({
        feed_id: before.feedId,
        policy_id: policyId,
        severity,
        cluster_id: before.clusterId,
        ...of,
      });
    }
  }
  return { cells, counts };
}

/**
 * A policy that nobody names any more, and of which it is not known that it is
 * gone: what is remembered of it says when it last failed.
 */
export function rememberedCell(
  cell: CellRow,
  observedAt: string,
): CellRow | undefined {
  const lastFailedAt = isFailing(cell) ? observedAt : cell.last_failed_at;
  return lastFailedAt === ''
    ? undefined
    : {
        ...cell,
        ...noCounts(),
        seen: 0,
        mode: '',
        ready: -1,
        not_ready_because: '',
        version: '',
        argocd_application: '',
        skip: 0,
        pass: -1,
        passes: '',
        at_least: 0,
        severity: 0,
        evaluated_at: '',
        last_failed_at: lastFailedAt,
      };
}

interface Told {
  object?: ObservedPolicy;
  tally?: PolicyTallies;
  bySeverity: CountsBySeverity;
  truncated: boolean;
  stored?: CellRow;
}

function toCell(
  snapshot: CompleteSnapshot,
  policyId: number,
  before: CellsBefore,
  { bySeverity, object, stored, tally, truncated }: Told,
): CellRow {
  const listed = sumCounts(bySeverity);
  const found = listed.fail + listed.warn + listed.error + listed.exempt;
  // What an engine counts and does not list can only be what fails most.
  const unlisted = Math.max(0, (tally?.total ?? 0) - found);
  const isCut = truncated || unlisted > 0;
  const cell: CellRow = {
    feed_id: before.feedId,
    policy_id: policyId,
    cluster_id: before.clusterId,
    seen: object ? 1 : 0,
    mode: object?.mode ?? '',
    ready: object?.ready === undefined ? -1 : Number(object.ready),
    not_ready_because: object?.notReadyBecause ?? '',
    version: object?.version ?? '',
    argocd_application: object?.origin?.argocdApplication ?? '',
    ...listed,
    fail: listed.fail + unlisted,
    skip: tally?.skip ?? 0,
    pass: tally?.pass ?? -1,
    passes: tally?.passes ?? (found > 0 ? snapshot.passes ?? '' : ''),
    at_least: Number(
      isCut || (snapshot.truncated && tally?.total === undefined && found > 0),
    ),
    severity: worstSeverity(bySeverity),
    evaluated_at: lateEvaluation(
      tally?.evaluatedAt ?? snapshot.evaluatedAt,
      snapshot.observedAt,
    ),
    known_since: stored?.known_since ?? snapshot.observedAt.toISOString(),
    last_failed_at: stored?.last_failed_at ?? '',
  };
  if (stored && isFailing(stored) && !isFailing(cell)) {
    cell.last_failed_at = before.observedAt;
  }
  return cell;
}

/** What could not be evaluated would not be let in either. */
export function isFailing({ error, fail, warn }: Counts): boolean {
  return fail + warn + error > 0;
}

function sumCounts(bySeverity: CountsBySeverity): Counts {
  const sum = noCounts();
  for (const { error, exempt, fail, warn } of bySeverity.values()) {
    sum.fail += fail;
    sum.warn += warn;
    sum.error += error;
    sum.exempt += exempt;
  }
  return sum;
}

function byKey<T>(items: T[], keyOf: (item: T) => string): Map<string, T> {
  return new Map(items.map(item => [keyOf(item), item]));
}
