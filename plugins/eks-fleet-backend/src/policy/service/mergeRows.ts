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
  Policy,
  PolicyCell,
  PolicyMatrixRow,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { countClusters, comparePolicies, sumCounts } from './presentPolicy';

/** A policy over columns, of one engine. */
export interface PolicyRow {
  policy: Policy;
  cells: PolicyCell[];
}

const SEVERITIES = ['critical', 'high', 'medium', 'low', 'info', 'unknown'];

/**
 * One row for each name: what one engine holds here another may hold there, and
 * an older chart may have had it as another kind.
 */
export function mergeRows(rows: PolicyRow[]): PolicyMatrixRow[] {
  const byName = new Map<string, PolicyRow[]>();
  for (const row of rows) {
    const { name } = row.policy;
    byName.set(name, [...(byName.get(name) ?? []), row]);
  }
  return [...byName.values()].map(mergeRow);
}

function mergeRow(variants: PolicyRow[]): PolicyMatrixRow {
  const sorted = [...variants].sort((a, b) =>
    comparePolicies(a.policy, b.policy),
  );
  const [main] = sorted;
  const policies = sorted.map(({ policy: { id, engine, kind, name } }) => ({
    id,
    engine,
    kind,
    name,
  }));
  if (sorted.length === 1) {
    return { ...main, policies };
  }
  const cells = main.cells.map((_, index) =>
    mergeCells(sorted.map(row => row.cells[index])),
  );
  const sum = (key: 'newThisWeek' | 'resolvedThisWeek') =>
    sorted.reduce((total, { policy }) => total + policy[key], 0);
  return {
    policy: {
      ...main.policy,
      category: sorted.find(({ policy }) => policy.category)?.policy.category,
      counts: sumCounts(
        sorted.map(({ policy: { counts } }) => ({
          ...counts,
          atLeast: counts.atLeast ?? false,
        })),
      ),
      clusters: countClusters(cells),
      newThisWeek: sum('newThisWeek'),
      resolvedThisWeek: sum('resolvedThisWeek'),
    },
    policies,
    cells,
  };
}

/** From what says most of a policy to what says least. */
const STATES: PolicyCell['state'][] = [
  'deployed',
  'reported',
  'notDeployed',
  'unknown',
  'noEngine',
];

/** How a policy stands where several of its name may be. */
function mergeCells(cells: PolicyCell[]): PolicyCell {
  const state = STATES.find(known => cells.some(cell => cell.state === known))!;
  const there = cells.filter(cell => cell.state === state);
  if (there.length === 1 || (state !== 'deployed' && state !== 'reported')) {
    return there[0];
  }
  const total = (key: 'fail' | 'warn' | 'error' | 'exempt') =>
    there.reduce((sum, cell) => sum + (cell[key] ?? 0), 0) || undefined;
  const first = <K extends keyof PolicyCell>(
    key: K,
  ): PolicyCell[K] | undefined =>
    there.find(cell => cell[key] !== undefined)?.[key];
  const modes = new Set(there.flatMap(({ mode }) => mode ?? []));
  const { pass, passes } = sumCounts(there.map(toCounts));
  return {
    state,
    mode: modes.size > 1 ? 'mixed' : [...modes][0],
    ready: there.some(({ ready }) => ready === false) ? false : first('ready'),
    notReadyBecause: first('notReadyBecause'),
    version: first('version'),
    fail: total('fail'),
    warn: total('warn'),
    error: total('error'),
    exempt: total('exempt'),
    pass,
    passes,
    atLeast: first('atLeast'),
    severity: worst(there),
    stale: first('stale'),
    observedAt: there
      .flatMap(({ observedAt }) => observedAt ?? [])
      .sort()
      .at(0),
    drift: first('drift'),
    safeToEnforce: there.every(cell => cell.safeToEnforce) || undefined,
    clusters: there[0].clusters,
    deployedOn:
      Math.max(...there.map(({ deployedOn = 0 }) => deployedOn)) || undefined,
  };
}

function toCounts({
  fail = 0,
  warn = 0,
  error = 0,
  exempt = 0,
  ...cell
}: PolicyCell) {
  const { atLeast = false, pass, passes } = cell;
  return { fail, warn, error, exempt, atLeast, pass, passes };
}

function worst(cells: PolicyCell[]): PolicyCell['severity'] {
  return cells
    .flatMap(({ severity }) => severity ?? [])
    .sort((a, b) => SEVERITIES.indexOf(a) - SEVERITIES.indexOf(b))
    .at(0);
}
