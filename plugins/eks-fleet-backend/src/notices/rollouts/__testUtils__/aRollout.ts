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

import {
  NO_CELLS,
  type CellCounts,
  type GateRecord,
  type RolloutRecord,
  type RolloutSnapshot,
  type WaveRecord,
} from '../../../rollouts/records';

export const AT = '2026-11-23T12:00:00.000Z';

/** A rollout that runs, planned by Dana and started by Sam. */
export function aRollout(
  more: Partial<RolloutRecord> = {},
  parts: { waves?: WaveRecord[]; gates?: GateRecord[] } = {},
): RolloutSnapshot {
  return {
    rollout: {
      id: 'r1',
      name: '1-34-abc',
      title: '1.34 autumn',
      revision: 1,
      changes: 0,
      lifecycle: 'running',
      change: { kind: 'kubernetesVersion', version: '1.34' },
      selection: {},
      strategy: { name: 's', waves: [{ name: 'all' }] },
      executor: 'observe',
      planHash: 'hash',
      control: {},
      unassigned: [],
      owners: ['group:default/payments'],
      environments: ['dev'],
      createdBy: 'user:default/dana',
      createdAt: AT,
      startedBy: 'user:default/sam',
      startedAt: AT,
      ...more,
    },
    waves: parts.waves ?? [aWave(1), aWave(2)],
    gates: parts.gates ?? [],
  };
}

export function aWave(
  index: number,
  more: Partial<Omit<WaveRecord, 'counts'>> & {
    counts?: Partial<CellCounts>;
  } = {},
): WaveRecord {
  return {
    index,
    name: `wave-${index}`,
    lifecycle: 'planned',
    plan: {
      rule: 'all',
      production: false,
      concurrency: { asked: '', resolved: 2 },
      failureBudget: { asked: '', resolved: 0 },
      bakeSeconds: 0,
      minimumSamples: 0,
      environments: [],
    },
    state: { stage: 'first' },
    ...more,
    counts: { ...NO_CELLS, ...more.counts },
  };
}

export function aGate(more: Partial<GateRecord> = {}): GateRecord {
  return {
    id: 'g1',
    wave: 1,
    place: 1,
    phase: 'before',
    type: 'approval',
    title: 'Approval',
    asked: { from: ['group:default/sre'] },
    state: 'shut',
    since: AT,
    waiting: {
      code: 'gate.approval',
      message: 'It waits for an approval of sre',
      since: AT,
    },
    decisions: [],
    ...more,
  };
}
