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
  type CellRecord,
  type GateRecord,
  type RolloutRecord,
  type RolloutSnapshot,
  type TrackRecord,
  type WaveRecord,
} from '../../records';

export const NOW = new Date('2026-11-23T12:00:00Z');
const AT = NOW.toISOString();

/** That many seconds later. */
export function after(seconds: number): Date {
  return new Date(NOW.getTime() + seconds * 1000);
}

export function waveOf(
  index: number,
  {
    counts,
    plan,
    ...over
  }: Partial<Omit<WaveRecord, 'counts' | 'plan'>> & {
    counts?: Partial<CellCounts>;
    plan?: Partial<WaveRecord['plan']>;
  } = {},
): WaveRecord {
  return {
    index,
    name: `wave-${index}`,
    lifecycle: 'planned',
    counts: { ...NO_CELLS, ...counts },
    state: { stage: 'first' },
    plan: {
      rule: 'all',
      production: false,
      concurrency: { asked: '1', resolved: 1 },
      failureBudget: { asked: '0', resolved: 0 },
      bakeSeconds: 600,
      minimumSamples: 1,
      environments: [],
      ...plan,
    },
    ...over,
  };
}

/** A rollout that runs, with these waves. */
export function snapshotOf(
  waves: WaveRecord[],
  rollout: Partial<RolloutRecord> = {},
  gates: GateRecord[] = [],
): RolloutSnapshot {
  return {
    waves,
    gates,
    rollout: {
      id: 'one',
      name: 'one',
      title: 'One',
      revision: 1,
      changes: 0,
      lifecycle: 'running',
      change: { kind: 'kubernetesVersion', version: '1.33' },
      selection: {},
      strategy: { name: 's', waves: [{ name: 'all' }] },
      executor: 'eks',
      planHash: 'hash',
      control: {},
      unassigned: [],
      owners: [],
      environments: [],
      createdBy: 'user:default/a',
      createdAt: AT,
      ...rollout,
    },
  };
}

export function gateOf(over: Partial<GateRecord> = {}): GateRecord {
  return {
    id: 'gate',
    wave: 1,
    place: 1,
    phase: 'before',
    type: 'hold',
    title: 'A gate',
    asked: {},
    state: 'notStarted',
    decisions: [],
    ...over,
  };
}

/** A control plane from 1.32 over 1.33 to 1.34, and its nodes after the bake. */
export function tracksOf(
  controlPlane: Partial<TrackRecord> = {},
  nodes: Partial<TrackRecord> = {},
): TrackRecord[] {
  const shared = {
    state: 'planned' as const,
    done: 0,
    attempt: 1,
    memory: {},
    from: '1.32',
    to: '1.34',
  };
  return [
    {
      ...shared,
      kind: 'controlPlane',
      hops: ['1.33', '1.34'],
      order: [1, 2],
      ...controlPlane,
    },
    {
      ...shared,
      kind: 'nodegroup',
      name: 'nodes',
      hops: ['1.34'],
      order: [3],
      afterBake: true,
      ...nodes,
    },
  ];
}

/** A cell of one cluster, under way. */
export function cellOf(
  tracks: TrackRecord[] = tracksOf(),
  over: Partial<CellRecord> = {},
): CellRecord {
  return {
    id: 'cell',
    rolloutId: 'one',
    wave: 1,
    place: 1,
    name: 'alpha',
    state: 'running',
    stage: 'first',
    attempt: 1,
    changed: 0,
    clusters: [
      {
        cluster: {
          arn: 'alpha',
          name: 'alpha',
          entityRef: 'resource:default/alpha',
          partition: 'aws',
          accountId: '111111111111',
          region: 'eu-west-1',
          labels: {},
        },
        queue: '',
        touched: false,
        tracks,
      },
    ],
    ...over,
  };
}
