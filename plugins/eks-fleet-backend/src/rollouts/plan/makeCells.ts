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

import type { PlannedCellPart, PlannedClusterPart } from '../types';
import { labelOf } from './matchWave';
import { compareText, nameOf } from './trackPlan';

/** One cell a cluster, or one for all that share a label's value. */
export function makeCells(
  parts: PlannedClusterPart[],
  cellBy: string | undefined,
): PlannedCellPart[] {
  const label = cellBy?.startsWith('label:')
    ? cellBy.slice('label:'.length)
    : undefined;
  const cells = new Map<string, PlannedCellPart>();
  for (const part of [...parts].sort(compareParts)) {
    const { arn, name } = part.cluster;
    const value =
      label === undefined ? undefined : labelOf(part.cluster, label);
    const key = value === undefined ? `cluster ${arn}` : `label ${value}`;
    const cell = cells.get(key) ?? {
      name: nameOf(value ?? name),
      clusters: [],
    };
    cells.set(key, cell);
    cell.clusters.push(part);
  }
  return [...cells.values()];
}

/**
 * The first cluster of each system or pair before the second of any: a part of
 * these cells then holds all of as few as can be.
 */
export function spreadCells(
  cells: PlannedCellPart[],
  pairLabel: string | undefined,
): PlannedCellPart[] {
  const seen = new Map<string, number>();
  const turn = (key: string | undefined): number => {
    if (key === undefined) {
      return 0;
    }
    const count = seen.get(key) ?? 0;
    seen.set(key, count + 1);
    return count;
  };
  return cells
    .map((cell, index) => ({
      cell,
      index,
      turn: Math.max(
        ...cell.clusters.map(({ cluster }) => {
          const { system } = cluster;
          const pair =
            pairLabel === undefined ? undefined : labelOf(cluster, pairLabel);
          return Math.max(
            turn(system === undefined ? undefined : `system ${system}`),
            turn(pair === undefined ? undefined : `pair ${pair}`),
          );
        }),
      ),
    }))
    .sort((a, b) => a.turn - b.turn || a.index - b.index)
    .map(({ cell }) => cell);
}

function compareParts(a: PlannedClusterPart, b: PlannedClusterPart): number {
  return (
    compareText(a.cluster.name, b.cluster.name) ||
    compareText(a.cluster.arn, b.cluster.arn)
  );
}
