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
  PolicyException,
  PolicySummary,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { allCells } from '../store/allCells';
import type { BoundedCount, ExceptionRecord } from '../store/types';
import type { PolicyRow } from './mergeRows';
import type { PolicyReading } from './PolicyReading';
import type { ReadRows } from './PolicyRows';
import { exceptionState } from './presentException';
import { sumCounts } from './presentPolicy';

/** What of policies wants attention. Pure. */
export function summarizePolicies(options: {
  read: ReadRows;
  bySeverity: PolicySummary['bySeverity'];
  overdue: BoundedCount;
  exceptions: ExceptionRecord[];
  now: Date;
}): PolicySummary {
  const { bySeverity, exceptions, now, overdue, read } = options;
  const { reading, records, rows } = read;
  const arns = records.columns.map(({ key }) => key);
  const ending = (state: PolicyException['state']) =>
    exceptions.filter(
      ({ expiresAt }) => exceptionState(expiresAt, now) === state,
    ).length;
  const having = (state: ReturnType<PolicyReading['engineOn']>) =>
    arns.filter(arn => reading.engineOn(arn) === state).length;
  return {
    newThisWeek: sum(rows, ({ policy }) => policy.newThisWeek),
    resolvedThisWeek: sum(rows, ({ policy }) => policy.resolvedThisWeek),
    counts: sumCounts(allCells(records.cells)),
    bySeverity,
    overdue: overdue.count,
    exceptionsExpiring: ending('expiring'),
    exceptionsExpired: ending('expired'),
    safeToEnforce: sum(
      rows,
      ({ cells }) => cells.filter(cell => cell.safeToEnforce).length,
    ),
    clusters: {
      total: arns.length,
      withEngine: having('there'),
      withoutEngine: having('none'),
      unknown: having('unknown'),
      stale: arns.filter(arn => reading.isStale(arn, now)).length,
    },
  };
}

function sum(rows: PolicyRow[], value: (row: PolicyRow) => number): number {
  return rows.reduce((all, row) => all + value(row), 0);
}
