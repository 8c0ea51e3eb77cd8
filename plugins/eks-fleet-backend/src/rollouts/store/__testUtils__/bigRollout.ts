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

import type { Knex } from 'knex';
import { randomRollout } from '../../engine/__testUtils__/randomRollout';
import { seededRandom } from '../../engine/__testUtils__/seededRandom';
import type {
  CellRecord,
  CellStage,
  RolloutSnapshot,
  WaveRecord,
} from '../../records';
import { DatabaseRolloutStore } from '../DatabaseRolloutStore';

const AT = '2026-11-23T12:00:00.000Z';

/** A rollout of one wave with as many cells of one cluster, as it was planned. */
export function rolloutOf(
  id: string,
  count: number,
  wave: Partial<WaveRecord['plan']> = {},
): { snapshot: RolloutSnapshot; cells: CellRecord[] } {
  const { cells, snapshot } = randomRollout(seededRandom(3), new Date(AT));
  const [first] = snapshot.waves;
  const [model] = cells;
  return {
    snapshot: {
      ...snapshot,
      rollout: {
        ...snapshot.rollout,
        id,
        name: id,
        owners: ['group:default/a'],
        environments: ['dev'],
      },
      waves: [
        {
          ...first,
          plan: {
            ...first.plan,
            concurrency: { asked: '', resolved: count },
            failureBudget: { asked: '', resolved: 0 },
            ...wave,
          },
        },
      ],
      gates: [],
    },
    cells: Array.from({ length: count }, (_, index) => ({
      ...structuredClone(model),
      id: `${id}-${index}`,
      rolloutId: id,
      place: index + 1,
      clusters: model.clusters.slice(0, 1).map(record => ({
        ...structuredClone(record),
        cluster: {
          ...record.cluster,
          arn: `arn:${index}`,
          name: `cluster-${index}`,
          accountId: String(100_000_000_000 + (index % 50)),
        },
      })),
    })),
  };
}

/** Keeps it, running, with its only wave open and its cells queued. */
export async function putRunning(
  knex: Knex,
  { cells, snapshot }: ReturnType<typeof rolloutOf>,
  options: { state?: CellRecord['state']; stage?: CellStage } = {},
): Promise<DatabaseRolloutStore> {
  const store = new DatabaseRolloutStore(knex);
  const { rollout, waves } = snapshot;
  const { state = 'queued', stage = 'first' } = options;
  await store.create({ ...rollout, lifecycle: 'draft' }, []);
  await store.edit(rollout.id, before => ({
    rollout: { ...before, lifecycle: 'planned' },
    plan: {
      waves: waves.map(wave => ({ ...wave, lifecycle: 'running' })),
      gates: snapshot.gates,
      cells: cells.map(cell => ({ ...cell, state, stage })),
    },
    log: [],
  }));
  await store.act(rollout.id, () => ({
    rollout: {
      lifecycle: 'running',
      startedAt: AT,
      startedBy: 'user:default/a',
    },
    revises: true,
    nextAt: AT,
  }));
  return store;
}
