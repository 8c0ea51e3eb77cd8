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

import { mockServices } from '@backstage/backend-test-utils';
import type { RolloutStrategy } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { RolloutExecutor } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { Cluster } from '@eks-fleet/simulator';
import { memoryDatabase } from '../../../../__testUtils__/memoryDatabase';
import { migrate } from '../../../../database/migrate';
import { applyAct } from '../../../engine/applyAct';
import { applyPause } from '../../../engine/applyPause';
import { CellRunner } from '../../../engine/CellRunner';
import { RolloutEngine } from '../../../engine/RolloutEngine';
import { RolloutRunner } from '../../../engine/RolloutRunner';
import { RolloutGates } from '../../../gates/RolloutGates';
import type {
  CellRecord,
  GateRecord,
  RolloutSnapshot,
  WavePlan,
} from '../../../records';
import { applyCellAct } from '../../../service/applyCellAct';
import { DatabaseRolloutStore } from '../../../store/DatabaseRolloutStore';
import { rolloutOf } from '../../../store/__testUtils__/bigRollout';

import { RolloutExecutors } from '../../RolloutExecutors';
import type { StartedGitops, GitopsSettings } from './startGitops';

/** The reconciles of the engine are so far apart. */
export const RECONCILE_SECONDS = 30;

/**
 * A rollout of one wave that moves control planes by one minor by way of Git,
 * with the engine over a database of its own.
 */
export async function startGitopsRollout(
  gitops: StartedGitops,
  clusters: Cluster[],
  options: GitopsSettings & {
    /** Who has approved the wave; nobody was asked by default. */
    approvedBy?: string;
    strategy?: Partial<RolloutStrategy>;
    wave?: Partial<WavePlan>;
    /** Left out for the one that a portal has. */
    executor?: RolloutExecutor<any>;
  } = {},
) {
  const { approvedBy, executor, strategy, wave, ...settings } = options;
  const now = () => gitops.clock.now();
  const knex = memoryDatabase();
  await migrate(knex);
  const store = new DatabaseRolloutStore(knex);
  const { cells, snapshot } = planOf(gitops, clusters, {
    strategy,
    wave,
    now: now(),
  });
  await store.create({ ...snapshot.rollout, lifecycle: 'draft' }, []);
  await store.edit(snapshot.rollout.id, before => ({
    rollout: { ...before, lifecycle: 'planned' },
    plan: {
      waves: snapshot.waves,
      gates: approvedBy ? [approval(snapshot)] : [],
      cells,
    },
    log: [],
  }));
  const id = snapshot.rollout.id;
  if (approvedBy) {
    await store.decide(id, 'approval', () => ({
      decision: {
        by: approvedBy,
        decision: 'approve',
        comment: '',
        at: now().toISOString(),
        planHash: snapshot.rollout.planHash,
      },
      log: [],
    }));
  }
  const act = (name: 'start' | 'pause' | 'resume') =>
    store.act(id, before =>
      applyAct(before, name, { by: 'user:default/kim', now: now() }),
    );
  await act('start');

  const executors = new RolloutExecutors();
  executors.add(
    executor ?? (gitops.startExecutor(settings) as RolloutExecutor<any>),
  );
  const shared = {
    store,
    executors,
    writes: true,
    logger: mockServices.logger.mock(),
    now,
  };
  const engine = new RolloutEngine({
    ...shared,
    rollouts: new RolloutRunner({
      ...shared,
      gates: new RolloutGates(),
      caps: { perAccountAndRegion: 100, perQueue: 100 },
    }),
    cells: new CellRunner({
      ...shared,
      pauseFor: (rollout, message) =>
        store.act(rollout, before => applyPause(before, message, now())),
    }),
  });
  const cell = async (place = 1): Promise<CellRecord> =>
    (await store.cells(id, { clusters: 'all' }, { limit: 100 })).cells.find(
      each => each.place === place,
    )!;
  return {
    id,
    store,
    cell,
    act,
    rollout: async () => (await store.get('all', id))!.rollout,
    log: async () =>
      (await store.log(id, { clusters: 'all' }, { limit: 100 })).entries,
    track: async (place = 1) => (await cell(place)).clusters[0].tracks[0],
    /** As the schedule does, so many times. */
    async reconcile(times = 1) {
      for (let left = times; left > 0; left -= 1) {
        gitops.pass(RECONCILE_SECONDS);
        await engine.reconcile();
      }
    },
    /** As something that was heard of does. */
    reconcileNow: () => engine.reconcile(),
    async skip(place = 1) {
      const { id: cellId } = await cell(place);
      await store.actOnCell(id, cellId, (record, before) =>
        applyCellAct(
          record,
          before,
          { act: 'skip' },
          { by: 'user:default/kim', now: now() },
        ),
      );
    },
    async retry(place = 1) {
      const { id: cellId } = await cell(place);
      await store.actOnCell(id, cellId, (record, before) =>
        applyCellAct(
          record,
          before,
          { act: 'retry' },
          { by: 'user:default/kim', now: now() },
        ),
      );
    },
    stop: () => knex.destroy(),
  };
}

export type StartedRollout = Awaited<ReturnType<typeof startGitopsRollout>>;

function planOf(
  gitops: StartedGitops,
  clusters: Cluster[],
  {
    now,
    strategy,
    wave,
  }: {
    strategy?: Partial<RolloutStrategy>;
    wave?: Partial<WavePlan>;
    now: Date;
  },
): { snapshot: RolloutSnapshot; cells: CellRecord[] } {
  const { cells, snapshot } = rolloutOf('autumn', clusters.length, {
    bakeSeconds: 0,
    minimumSamples: 0,
    nodesBakeSeconds: undefined,
    ...wave,
  });
  const { rollout } = snapshot;
  return {
    snapshot: {
      ...snapshot,
      rollout: {
        ...rollout,
        title: 'Autumn',
        executor: 'gitops',
        plan: { ...rollout.plan!, rolloutFailureBudget: undefined },
        strategy: { ...rollout.strategy, retries: 0, ...strategy },
        createdAt: now.toISOString(),
      },
    },
    cells: cells.map((cell, index) => {
      const { cluster, from, to } = gitops.workOf(clusters[index]);
      return {
        ...cell,
        name: cluster.name,
        clusters: [
          {
            cluster,
            queue: 'fleet',
            touched: false,
            tracks: [
              {
                kind: 'controlPlane',
                state: 'planned',
                from,
                to,
                hops: [to],
                order: [1],
                done: 0,
                attempt: 1,
                memory: {},
              },
            ],
          },
        ],
      };
    }),
  };
}

function approval({ waves: [{ index }] }: RolloutSnapshot): GateRecord {
  return {
    id: 'approval',
    wave: index,
    place: 1,
    phase: 'before',
    type: 'approval',
    title: 'Approval',
    asked: {},
    state: 'notStarted',
    decisions: [],
  };
}
