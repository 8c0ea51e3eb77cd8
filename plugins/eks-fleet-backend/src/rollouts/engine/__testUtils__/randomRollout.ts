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
  type CellRecord,
  type GateRecord,
  type RolloutSnapshot,
  type TrackRecord,
  type WaveRecord,
} from '../../records';

/** As it is put into a store. */
export interface PlannedRollout {
  snapshot: RolloutSnapshot;
  cells: CellRecord[];
}

/**
 * A planned rollout of a few waves, cells, gates and hops. Two of them are over
 * clusters of the same names.
 */
export function randomRollout(
  random: () => number,
  now: Date,
  id = 'rollout',
): PlannedRollout {
  const upTo = (most: number) => 1 + Math.floor(random() * most);
  const at = now.toISOString();
  const nodesFollow = random() < 0.6;
  const hops = ['1.33', '1.34'].slice(0, upTo(2));
  const waves: WaveRecord[] = Array.from({ length: upTo(3) }, (_, index) => ({
    index: index + 1,
    name: `wave-${index + 1}`,
    lifecycle: 'planned',
    plan: {
      rule: 'all',
      production: false,
      concurrency: { asked: '', resolved: upTo(3) },
      failureBudget: { asked: '', resolved: upTo(2) - 1 },
      bakeSeconds: Math.floor(random() * 900),
      ...(nodesFollow && { nodesBakeSeconds: Math.floor(random() * 600) }),
      minimumSamples: Math.floor(random() * 4),
      environments: [],
    },
    counts: { ...NO_CELLS },
    state: { stage: 'first' },
  }));
  const gates: GateRecord[] = waves.flatMap(({ index }) =>
    (['before', 'after'] as const).flatMap((phase, place) =>
      random() < 0.4
        ? [
            {
              id: `${id}-gate-${index}-${phase}`,
              wave: index,
              place,
              phase,
              ...randomGate(random),
              title: 'A gate',
              state: 'notStarted' as const,
              decisions: [],
            },
          ]
        : [],
    ),
  );
  const cells = waves.flatMap(({ index }) =>
    Array.from({ length: upTo(4) }, (_, place) =>
      toCell(
        { rolloutId: id, wave: index, place: place + 1, clusters: upTo(2) },
        hops,
        nodesFollow,
      ),
    ),
  );
  return {
    cells,
    snapshot: {
      rollout: {
        id,
        name: id,
        title: 'A rollout',
        revision: 1,
        changes: 0,
        lifecycle: 'planned',
        change: { kind: 'kubernetesVersion', version: hops.at(-1) },
        selection: {},
        strategy: {
          name: 's',
          waves: [{ name: 'all' }],
          retries: Math.floor(random() * 3),
          ...(random() < 0.07 && {
            windows: [
              {
                days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'],
                from: '06:00',
                to: '20:00',
                timeZone: 'UTC',
              },
            ],
          }),
        },
        executor: 'eks',
        plan: {
          madeAt: at,
          problems: [],
          skipped: [],
          from: [],
          ...(random() < 0.5 && {
            rolloutFailureBudget: { asked: '', resolved: upTo(3) - 1 },
          }),
        },
        planHash: `hash-${Math.floor(random() * 1e9)}`,
        control: {},
        unassigned: [],
        owners: [],
        environments: [],
        createdBy: 'user:default/a',
        createdAt: at,
      },
      waves,
      gates,
    },
  };
}

function randomGate(random: () => number): Pick<GateRecord, 'asked' | 'type'> {
  const dice = random();
  if (dice < 0.25) {
    return { type: 'hold', asked: {} };
  }
  if (dice < 0.5) {
    return { type: 'weather', asked: {} };
  }
  return {
    type: 'approval',
    asked: {
      ...(random() < 0.3 && { needed: 2 }),
      ...(random() < 0.3 && { expires: '1h' }),
    },
  };
}

function toCell(
  {
    clusters,
    place,
    rolloutId,
    wave,
  }: { rolloutId: string; wave: number; place: number; clusters: number },
  hops: string[],
  nodesFollow: boolean,
): CellRecord {
  const name = `cell-${wave}-${place}`;
  const shared = {
    state: 'planned' as const,
    done: 0,
    attempt: 1,
    memory: {},
    from: '1.32',
    to: hops.at(-1)!,
  };
  const last = hops.at(-1)!;
  const tracks: TrackRecord[] = [
    {
      ...shared,
      kind: 'controlPlane',
      hops,
      order: hops.map((_, index) => index + 1),
    },
    {
      ...shared,
      kind: 'nodegroup',
      name: 'nodes',
      hops: [last],
      order: [hops.length + 1],
      ...(nodesFollow && { afterBake: true }),
    },
  ];
  return {
    id: `${rolloutId}-${name}`,
    rolloutId,
    wave,
    place,
    name,
    state: 'planned',
    stage: 'first',
    attempt: 1,
    changed: 0,
    clusters: Array.from({ length: clusters }, (_, index) => ({
      cluster: {
        arn: `${name}-${index}`,
        name: `${name}-${index}`,
        entityRef: `resource:default/${name}-${index}`,
        partition: 'aws',
        accountId: '111111111111',
        region: index === 0 ? 'eu-west-1' : 'us-east-1',
        labels: {},
      },
      queue: '',
      touched: false,
      tracks: structuredClone(tracks),
    })),
  };
}
