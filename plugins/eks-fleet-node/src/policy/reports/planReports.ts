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

import { createHash } from 'node:crypto';
import type { ListReducer, TableRow } from '../../kubernetes/client/types';
import type { ReportDocument } from './documents';
import { SetHash } from './SetHash';

/** Which report it is. */
export interface ReportName {
  namespace?: string;
  name: string;
}

/** What is to be read of a page of reports. */
export interface PlannedPage {
  continueToken?: string;
  rows: number;
  /** Reports whose results matter one by one. */
  wanted: ReportName[];
}

/** What one kind of reports is like, by its table alone. */
export interface ReportPlan {
  pages: PlannedPage[];
  rows: number;
  passes: number;
  /** All reports in their present state. */
  hash: SetHash;
}

/** By kind of what they are about, passing reports that are read all the same. */
const SAMPLES_PER_KIND = 3;
const MAX_SAMPLED_KINDS = 200;

interface Sample {
  order: string;
  report: ReportName;
  page: PlannedPage;
}

interface PlanState extends ReportPlan {
  samples: Map<string, Sample[]>;
}

/**
 * Plans what to read of reports: those with results that do not pass, those
 * that name an exception, with `skips` those that skip, and a few of the rest.
 */
export function planReports({
  skips,
}: {
  skips: boolean;
}): ListReducer<TableRow | ReportDocument, PlanState> {
  return {
    start: () => ({
      pages: [],
      rows: 0,
      passes: 0,
      hash: new SetHash(),
      samples: new Map(),
    }),
    add: (plan, rows, { columns, continueToken } = {}) => {
      const page: PlannedPage = {
        continueToken,
        rows: rows.length,
        wanted: [],
      };
      const counted = countsUnder(columns);
      for (const row of rows) {
        const metadata = metadataOf(row);
        const { uid, resourceVersion, namespace, name = '' } = metadata;
        const counts = counted(row);
        const report = { ...(namespace && { namespace }), name };
        plan.hash.add(`${uid}@${resourceVersion}`);
        plan.passes += counts?.pass ?? 0;
        if (isWanted(counts, metadata.labels, skips)) {
          page.wanted.push(report);
        } else {
          sample(plan.samples, counts!.kind, {
            order: orderOf(String(uid)),
            report,
            page,
          });
        }
      }
      plan.rows += rows.length;
      plan.pages.push(page);
      return plan;
    },
  };
}

/** Adds to each page what was chosen of passing reports. */
export function withSamples({ samples, ...plan }: PlanState): ReportPlan {
  for (const { page, report } of [...samples.values()].flat()) {
    page.wanted.push(report);
  }
  return plan;
}

interface Counts {
  pass: number;
  fail: number;
  warn: number;
  error: number;
  skip: number;
  kind: string;
}

/** Reads counts of a row; of none where the table does not have them. */
function countsUnder(columns: string[] = []) {
  const names = columns.map(name => name.toLowerCase());
  const at = (name: string) => names.indexOf(name);
  const [pass, fail, warn, error, skip, kind] = [
    'pass',
    'fail',
    'warn',
    'error',
    'skip',
    'kind',
  ].map(at);
  return (row: TableRow | ReportDocument): Counts | undefined => {
    if (!('cells' in row) || fail < 0 || warn < 0 || error < 0) {
      return undefined;
    }
    const count = (column: number) => Number(row.cells[column] ?? 0) || 0;
    return {
      pass: count(pass),
      fail: count(fail),
      warn: count(warn),
      error: count(error),
      skip: count(skip),
      kind: String(row.cells[kind] ?? ''),
    };
  };
}

function isWanted(
  counts: Counts | undefined,
  labels: Record<string, string> | undefined,
  skips: boolean,
): boolean {
  if (!counts) {
    return true;
  }
  const { pass, fail, warn, error, skip } = counts;
  const breaks = fail + warn + error > 0;
  // Results that no count is for, or none at all: only the report tells.
  const isSilent = pass + skip === 0;
  return breaks || isSilent || (skips && skip > 0) || namesException(labels);
}

function namesException(labels: Record<string, string> = {}): boolean {
  return Object.keys(labels).some(key => key.startsWith('polex.kyverno.io/'));
}

function metadataOf(row: TableRow | ReportDocument) {
  const metadata = 'cells' in row ? row.object?.metadata : row.metadata;
  return (metadata ?? {}) as NonNullable<ReportDocument['metadata']>;
}

/** An order that has nothing to do with the one that reports come in. */
function orderOf(uid: string): string {
  return createHash('sha256').update(uid).digest('base64url');
}

function sample(
  samples: Map<string, Sample[]>,
  kind: string,
  candidate: Sample,
): void {
  const chosen = samples.get(kind) ?? [];
  if (!samples.has(kind)) {
    if (samples.size >= MAX_SAMPLED_KINDS) {
      return;
    }
    samples.set(kind, chosen);
  }
  chosen.push(candidate);
  chosen.sort((a, b) => (a.order < b.order ? -1 : 1));
  chosen.length = Math.min(chosen.length, SAMPLES_PER_KIND);
}
