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

import type {
  PassCount,
  PolicyMode,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { CellRecord } from '../../types';
import { SEVERITIES } from '../codes';
import type { CellRow, FeedRow } from '../rows';

/** What one feed says of one policy on one cluster. */
export function toCell(
  row: CellRow,
  feed: Pick<FeedRow, 'fresh_until' | 'observed_at'> | undefined,
  names: { policyId: string; column: string },
): CellRecord {
  return {
    ...names,
    mode: row.mode || undefined,
    ready: row.ready < 0 ? undefined : row.ready === 1,
    notReadyBecause: row.not_ready_because || undefined,
    version: row.version || undefined,
    argocdApplication: row.argocd_application || undefined,
    seen: row.seen === 1,
    fail: row.fail,
    warn: row.warn,
    error: row.error,
    exempt: row.exempt,
    pass: row.pass < 0 ? undefined : row.pass,
    passes: row.passes || undefined,
    atLeast: row.at_least === 1,
    severity: SEVERITIES[row.severity],
    observedAt: feed?.observed_at || undefined,
    freshUntil: feed?.fresh_until || undefined,
    evaluatedAt: row.evaluated_at || undefined,
    clusters: 1,
    deployedOn: row.seen,
  };
}

/** What another feed adds to the same cell. */
export function addFeed(cell: CellRecord, other: CellRecord): void {
  addCell(cell, other);
  cell.deployedOn = cell.seen ? 1 : 0;
}

/** What another cluster adds to a column. */
export function addCluster(cell: CellRecord, other: CellRecord): void {
  addCell(cell, other);
  cell.clusters += other.clusters;
  cell.deployedOn += other.deployedOn;
}

function addCell(cell: CellRecord, other: CellRecord): void {
  cell.mode = sameMode(cell.mode, other.mode);
  cell.ready = bothReady(cell.ready, other.ready);
  cell.notReadyBecause ??= other.notReadyBecause;
  cell.version = sameVersion(cell, other);
  cell.argocdApplication ??= other.argocdApplication;
  cell.seen ||= other.seen;
  cell.fail += other.fail;
  cell.warn += other.warn;
  cell.error += other.error;
  cell.exempt += other.exempt;
  if (other.pass !== undefined) {
    cell.pass = (cell.pass ?? 0) + other.pass;
  }
  cell.passes = bothPasses(cell.passes, other.passes);
  cell.atLeast ||= other.atLeast;
  if (SEVERITIES.indexOf(other.severity) > SEVERITIES.indexOf(cell.severity)) {
    cell.severity = other.severity;
  }
  cell.observedAt = earlier(cell.observedAt, other.observedAt);
  cell.freshUntil = earlier(cell.freshUntil, other.freshUntil);
  cell.evaluatedAt = earlier(cell.evaluatedAt, other.evaluatedAt);
}

function sameMode(
  a: PolicyMode | undefined,
  b: PolicyMode | undefined,
): PolicyMode | undefined {
  return a && b && a !== b ? 'mixed' : a ?? b;
}

/** Nothing where clusters have different ones. */
function sameVersion(a: CellRecord, b: CellRecord): string | undefined {
  if (!a.seen || !b.seen) {
    return a.version ?? b.version;
  }
  return a.version === b.version ? a.version : undefined;
}

function bothReady(
  a: boolean | undefined,
  b: boolean | undefined,
): boolean | undefined {
  return a === false || b === false ? false : a ?? b;
}

function bothPasses(
  a: PassCount | undefined,
  b: PassCount | undefined,
): PassCount | undefined {
  return a && b && a !== b ? 'atLeast' : a ?? b;
}

function earlier(
  a: string | undefined,
  b: string | undefined,
): string | undefined {
  if (a === undefined || b === undefined) {
    return a ?? b;
  }
  return a < b ? a : b;
}
