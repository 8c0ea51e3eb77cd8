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
  CellCluster,
  CellState,
  Gate,
  Rollout,
  RolloutCell,
  RolloutLogEntry,
  RolloutOutcome,
  RolloutRights,
  RolloutStrategy,
  RolloutWave,
  SavedStrategy,
  Track,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';

export function anOutcome(part: Partial<RolloutOutcome> = {}): RolloutOutcome {
  const counts = {
    total: 1,
    succeeded: 0,
    failed: 0,
    skipped: 0,
    rolledBack: 0,
    ...part,
  };
  const { total, succeeded, failed, skipped, rolledBack } = counts;
  return {
    notReached: total - succeeded - failed - skipped - rolledBack,
    ...counts,
  };
}

export const ALL_RIGHTS: RolloutRights = {
  edit: true,
  start: true,
  pause: true,
  approve: true,
  force: true,
  rollback: true,
};

export const NO_RIGHTS: RolloutRights = {
  edit: false,
  start: false,
  pause: false,
  approve: false,
  force: false,
  rollback: false,
};

export function aStrategy(
  part: Partial<RolloutStrategy> = {},
): RolloutStrategy {
  return {
    name: 'by-environment',
    title: 'By environment',
    waves: [
      { name: 'sandbox', match: { environments: ['sandbox'] } },
      {
        name: 'production',
        match: { environments: ['prod'] },
        before: [{ type: 'approval' }],
      },
    ],
    bake: { first: '12h', floor: '2h' },
    ...part,
  };
}

export function aSavedStrategy(
  part: Partial<SavedStrategy> = {},
): SavedStrategy {
  return {
    strategy: aStrategy(),
    origin: 'shipped',
    yaml: [
      'name: by-environment',
      'title: By environment',
      'waves:',
      '  - name: sandbox',
      '    match: { environments: [sandbox] }',
      '  - name: production',
      '    match: { environments: [prod] }',
      '    before:',
      '      - type: approval',
      '',
    ].join('\n'),
    ...part,
  };
}

export function aGate(part: Partial<Gate> = {}): Gate {
  return {
    id: 'g1',
    wave: 1,
    phase: 'before',
    type: 'approval',
    title: 'Approval',
    state: 'shut',
    ...part,
  };
}

export function aWave(part: Partial<RolloutWave> = {}): RolloutWave {
  return {
    index: 1,
    name: 'sandbox',
    lifecycle: 'planned',
    outcome: anOutcome(),
    cells: 1,
    production: false,
    concurrency: { asked: '25%', resolved: 1 },
    failureBudget: { asked: '0', resolved: 0 },
    bake: {
      seconds: 3600,
      healthySeconds: 0,
      stoodStillSeconds: 0,
      samples: 0,
    },
    gates: [],
    ...part,
  };
}

export function aRollout(part: Partial<Rollout> = {}): Rollout {
  return {
    id: 'r1',
    name: '1-34-autumn',
    title: 'Autumn',
    revision: 3,
    lifecycle: 'running',
    outcome: anOutcome({ total: 4, succeeded: 1 }),
    running: 1,
    change: { kind: 'kubernetesVersion', version: '1.34' },
    from: ['1.33'],
    selection: { filter: ['version=1.33'] },
    strategy: aStrategy(),
    executor: 'gitops',
    environments: ['sandbox', 'prod'],
    owners: ['group:default/payments'],
    createdBy: 'user:default/pat',
    createdAt: '2026-11-20T08:00:00Z',
    startedBy: 'user:default/pat',
    startedAt: '2026-11-20T09:00:00Z',
    waves: [aWave()],
    unassigned: 0,
    may: ALL_RIGHTS,
    ...part,
  };
}

export function aTrack(part: Partial<Track> = {}): Track {
  return {
    kind: 'controlPlane',
    from: '1.33',
    to: '1.34',
    now: '1.33',
    hops: ['1.34'],
    hop: 1,
    state: 'running',
    startedAt: '2026-11-23T11:50:00Z',
    attempt: 1,
    ...part,
  };
}

export function aCellCluster(part: Partial<CellCluster> = {}): CellCluster {
  const name = part.name ?? 'dev-1';
  return {
    arn: `arn:aws:eks:eu-west-1:111122223333:cluster/${name}`,
    entityRef: `resource:default/${name}-1a2b3c4d`,
    name,
    accountId: '111122223333',
    region: 'eu-west-1',
    owner: 'group:default/payments',
    environment: 'dev',
    tracks: [
      aTrack(),
      aTrack({
        kind: 'addon',
        name: 'coredns',
        from: 'v1.11.4',
        to: 'v1.12.1',
        hops: ['v1.12.1'],
        state: 'planned',
        startedAt: undefined,
      }),
      aTrack({
        kind: 'nodegroup',
        name: 'workers',
        state: 'planned',
        startedAt: undefined,
      }),
    ],
    ...part,
  };
}

export function aCell(part: Partial<RolloutCell> = {}): RolloutCell {
  const name = part.name ?? 'dev-1';
  return {
    id: 'c1',
    wave: 1,
    index: 1,
    name,
    state: 'running',
    clusters: [aCellCluster({ name })],
    attempt: 1,
    revision: 1,
    startedAt: '2026-11-23T11:50:00Z',
    ...part,
  };
}

export function aLogEntry(
  part: Partial<RolloutLogEntry> = {},
): RolloutLogEntry {
  return {
    id: 1,
    at: '2026-11-23T11:50:00Z',
    actor: 'eks-fleet',
    code: 'cell.started',
    message: 'dev-1 begins',
    level: 'info',
    ...part,
  };
}

/** Cells of a wave, in the states given. */
export function cellsOf(wave: number, states: CellState[]): RolloutCell[] {
  return states.map((state, at) => {
    const index = at + 1;
    const name = `w${wave}-${index}`;
    return aCell({ id: `c${wave}-${index}`, wave, index, name, state });
  });
}
