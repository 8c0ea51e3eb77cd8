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

import type { GridCell } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { targetStates, type Tone } from '../states';

/** Accounts as rows, Regions as columns. */
export interface FleetGrid {
  regions: string[];
  rows: {
    accountId: string;
    accountName?: string;
    cells: (GridCell | undefined)[];
  }[];
}

/** Arranges the cells: Regions with most clusters first, accounts by name. */
export function arrangeGrid(cells: GridCell[]): FleetGrid {
  const totals = new Map<string, number>();
  const accounts = new Map<string, Map<string, GridCell>>();
  for (const cell of cells) {
    totals.set(cell.region, (totals.get(cell.region) ?? 0) + cell.clusters);
    const row = accounts.get(cell.accountId) ?? new Map<string, GridCell>();
    row.set(cell.region, cell);
    accounts.set(cell.accountId, row);
  }
  const regions = [...totals.keys()].sort(
    (a, b) => totals.get(b)! - totals.get(a)! || a.localeCompare(b),
  );
  const rows = [...accounts].map(([accountId, row]) => ({
    accountId,
    accountName: [...row.values()].find(cell => cell.accountName)?.accountName,
    cells: regions.map(region => row.get(region)),
  }));
  rows.sort((a, b) =>
    (a.accountName ?? a.accountId).localeCompare(b.accountName ?? b.accountId),
  );
  return { regions, rows };
}

/** The worst that a cell has to tell. */
export function cellTone(cell: GridCell): Tone {
  if (cell.unsupported > 0 || cell.failed > 0) {
    return 'danger';
  }
  if (cellFailing(cell) || cell.extended > 0) {
    return 'warning';
  }
  return cell.clusters > 0 ? 'success' : 'neutral';
}

/** Whether discovery cannot read the cell's target now. */
export function cellFailing(cell: GridCell): boolean {
  return (
    cell.targetState !== undefined && targetStates[cell.targetState].failing
  );
}
