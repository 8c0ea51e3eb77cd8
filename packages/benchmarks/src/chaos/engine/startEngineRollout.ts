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

import { randomUUID } from 'node:crypto';
import { TO } from '../fleet';
import type { ChaosCluster } from '../types';
import {
  NO_CELLS,
  type CellRecord,
  type DatabaseRolloutStore,
  type RolloutRecord,
  type WaveRecord,
} from './internals';

/** A rollout of three waves over them, running already. */
export async function startEngineRollout(
  store: DatabaseRolloutStore,
  clusters: ChaosCluster[],
  now: Date,
): Promise<string> {
  const id = randomUUID();
  const at = now.toISOString();
  const waves = [
    clusters.slice(0, 2),
    clusters.slice(2, 12),
    clusters.slice(12),
  ];
  const rollout: RolloutRecord = {
    id,
    name: `chaos-${id.slice(0, 6)}`,
    title: 'Chaos',
    revision: 1,
    changes: 0,
    lifecycle: 'draft',
    change: { kind: 'kubernetesVersion', version: TO },
    selection: {},
    strategy: { name: 'chaos', waves: [{ name: 'all' }], retries: 2 },
    executor: 'eks',
    planHash: '',
    control: {},
    unassigned: [],
    owners: ['group:default/platform'],
    environments: [''],
    createdBy: 'user:default/chaos',
    createdAt: at,
  };
  await store.create(rollout, []);
  await store.edit(id, before => ({
    rollout: {
      ...before,
      lifecycle: 'planned',
      planHash: 'chaos',
      plan: { madeAt: at, problems: [], skipped: [], from: [] },
    },
    log: [],
    plan: {
      gates: [],
      waves: waves.map(
        (cells, index): WaveRecord => ({
          index: index + 1,
          name: `wave-${index + 1}`,
          lifecycle: 'planned',
          plan: {
            rule: 'all',
            production: false,
            concurrency: { asked: '12', resolved: 12 },
            failureBudget: { asked: '0', resolved: 0 },
            bakeSeconds: 60,
            nodesBakeSeconds: 30,
            minimumSamples: 1,
            environments: [],
          },
          counts: { ...NO_CELLS, planned: cells.length },
          state: { stage: 'first' },
        }),
      ),
      cells: waves.flatMap((list, index) =>
        list.map((cluster, place) => toCell(id, cluster, index + 1, place + 1)),
      ),
    },
  }));
  await store.act(id, () => ({
    rollout: {
      lifecycle: 'running',
      startedAt: at,
      startedBy: 'user:default/chaos',
    },
    nextAt: at,
  }));
  return id;
}

function toCell(
  rolloutId: string,
  cluster: ChaosCluster,
  wave: number,
  place: number,
): CellRecord {
  const { accountId, arn, createdAt, from, name, nodegroups, region, to } =
    cluster;
  const shared = {
    state: 'planned' as const,
    done: 0,
    attempt: 1,
    memory: {},
  };
  return {
    id: randomUUID(),
    rolloutId,
    wave,
    place,
    name,
    state: 'planned',
    stage: 'first',
    attempt: 1,
    changed: 0,
    clusters: [
      {
        cluster: {
          partition: 'aws',
          accountId,
          region,
          name,
          arn,
          entityRef: `resource:default/${name}`,
          createdAt,
          version: from,
          labels: {},
        },
        queue: '',
        touched: false,
        tracks: [
          { ...shared, kind: 'controlPlane', from, to, hops: [to], order: [1] },
          ...nodegroups.map(group => ({
            ...shared,
            ...group,
            kind: 'nodegroup' as const,
            to,
            hops: [to],
            order: [2],
            afterBake: true,
          })),
        ],
      },
    ],
  };
}
