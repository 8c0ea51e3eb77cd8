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

import { EKSClient } from '@aws-sdk/client-eks';
import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import type { RolloutCellAct } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { DefaultEksFleetAwsService } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import {
  ManualClock,
  startSimulator,
  type Cluster,
  type ClusterSpec,
} from '@eks-fleet/simulator';
import { memoryDatabase } from '../../../../__testUtils__/memoryDatabase';
import { migrate } from '../../../../database/migrate';
import { CellRunner } from '../../../engine/CellRunner';
import { RolloutEngine } from '../../../engine/RolloutEngine';
import { RolloutRunner } from '../../../engine/RolloutRunner';
import { RolloutGates } from '../../../gates/RolloutGates';
import type { CellRecord, TrackRecord } from '../../../records';
import { applyCellAct } from '../../../service/applyCellAct';
import { putRunning, rolloutOf } from '../../../store/__testUtils__/bigRollout';
import { RolloutExecutors } from '../../RolloutExecutors';
import { EksExecutor } from '../EksExecutor';
import { EksLooks } from '../EksLooks';
import { GuidedExecutor } from '../../guided/GuidedExecutor';
import type { GuideLooks } from '../../guided/GuideLooks';

const ACCOUNT = '100000000001';
const REGION = 'eu-west-1';
const NAME = 'alpha';
const ROLLOUT = 'one';

/** How long updates usually take here, of ten all but one. */
const USUAL_SECONDS = 20 * 60;

const track = (more: Partial<TrackRecord>): TrackRecord => ({
  kind: 'controlPlane',
  from: '1.33',
  to: '1.34',
  hops: ['1.34'],
  order: [1],
  state: 'planned',
  done: 0,
  attempt: 1,
  memory: {},
  ...more,
});

/** The control plane, its add-on, its nodes: one minor, in this order. */
export const TRACKS = {
  controlPlane: track({}),
  addon: track({
    kind: 'addon',
    name: 'kube-proxy',
    from: 'v1.33.3-eksbuild.4',
    to: 'v1.34.6-eksbuild.2',
    hops: ['v1.34.6-eksbuild.2'],
    order: [2],
  }),
  nodes: track({ kind: 'nodegroup', name: 'system', order: [3] }),
  /** Two minors, one after the other. */
  twoMinors: track({ to: '1.35', hops: ['1.34', '1.35'], order: [1, 2] }),
};

/**
 * A cloud with one cluster, and an engine over a database of its own that
 * carries out a rollout of this cluster by the `eks` executor.
 */
export async function startEks(
  options: {
    cluster?: Partial<ClusterSpec>;
    tracks?: TrackRecord[];
    retries?: number;
    insightEnforcement?: boolean;
    roleName?: string;
    /** Has what goes back go the guided way. */
    guide?: Pick<GuideLooks, 'look'>;
  } = {},
) {
  const environment = { ...process.env };
  const clock = new ManualClock('2026-11-23T12:00:00Z');
  const simulator = await startSimulator({
    fleet: '1x1x0',
    limits: 'off',
    clock,
    settings: { insightEnforcement: options.insightEnforcement ?? false },
  });
  Object.assign(process.env, simulator.environment());
  const cluster = simulator.model.addCluster(ACCOUNT, {
    name: NAME,
    region: REGION,
    version: '1.33',
    createdAt: '2026-01-10T00:00:00Z',
    nodegroups: [{ name: 'system', desiredSize: 2 }],
    addons: [{ name: 'kube-proxy', version: 'v1.33.3-eksbuild.4' }],
    updates: [],
    kubernetes: { usualWorkloads: false },
    ...options.cluster,
  });
  const now = () => clock.now();
  const aws = DefaultEksFleetAwsService.fromConfig(
    new ConfigReader({
      aws: { accountDefaults: { roleName: 'eks-fleet-reader' } },
    }),
  );
  const target = {
    partition: 'aws' as const,
    accountId: ACCOUNT,
    region: REGION,
  };
  aws.setLimits(target, 'off');
  // What fails is looked at again on the clock of the test, not by the SDK.
  const reader = new EKSClient({
    region: REGION,
    credentials: aws.eks(target).config.credentials,
    maxAttempts: 1,
  });
  const clients = { eks: () => reader, eksAs: aws.eksAs.bind(aws) };

  const knex = memoryDatabase();
  await migrate(knex);
  const { cells, snapshot } = rolloutOf(ROLLOUT, 1, {
    bakeSeconds: 0,
    nodesBakeSeconds: undefined,
    minimumSamples: 0,
  });
  const tracks = options.tracks ?? Object.values(TRACKS).slice(0, 3);
  const store = await putRunning(knex, {
    snapshot: {
      ...snapshot,
      rollout: {
        ...snapshot.rollout,
        strategy: {
          ...snapshot.rollout.strategy,
          retries: options.retries ?? 1,
        },
        plan: { ...snapshot.rollout.plan!, rolloutFailureBudget: undefined },
      },
    },
    cells: cells.map(cell => ({
      ...cell,
      name: NAME,
      clusters: cell.clusters.map(record => ({
        ...record,
        cluster: {
          ...target,
          arn: cluster.arn,
          entityRef: `resource:default/${NAME}`,
          name: NAME,
          labels: {},
          createdAt: cluster.createdAt.toISOString(),
        },
        tracks: structuredClone(tracks),
      })),
    })),
  });
  const [{ id: cellId }] = cells;
  const paused: string[] = [];
  /** A process of a portal: it shares nothing with another one but the database. */
  const startEngine = () => {
    const executors = new RolloutExecutors();
    const looks = new EksLooks({
      aws: clients,
      usualSeconds: async () => () => USUAL_SECONDS,
    });
    const executor = new EksExecutor({
      aws: clients,
      roleName: options.roleName ?? 'eks-fleet-executor',
      looks,
    });
    const { guide } = options;
    executors.add(
      guide
        ? new GuidedExecutor({ forward: executor, guide, looks, eks: executor })
        : executor,
    );
    const shared = {
      store,
      executors,
      writes: true,
      logger: mockServices.logger.mock(),
      now,
    };
    return new RolloutEngine({
      ...shared,
      rollouts: new RolloutRunner({
        ...shared,
        gates: new RolloutGates(),
        caps: { perAccountAndRegion: 5, perQueue: 5 },
      }),
      cells: new CellRunner({
        ...shared,
        pauseFor: async (_, message) => {
          paused.push(message);
        },
      }),
    });
  };
  let engine = startEngine();
  const cell = async (): Promise<CellRecord> =>
    (await store.cell(ROLLOUT, cellId, 'all'))!;
  const step = async (seconds = 60) => {
    clock.advance(seconds);
    await engine.reconcile();
    return cell();
  };
  return {
    simulator,
    clock,
    paused,
    cell,
    step,
    /** The cluster as EKS has it. */
    cluster: (): Cluster | undefined =>
      simulator.model.findCluster(ACCOUNT, REGION, NAME),
    /** Somebody else's client, who may do everything in EKS. */
    outside: () =>
      aws.eksAs(target, {
        roleName: 'eks-fleet-executor',
        sessionName: 'somebody',
        sourceIdentity: 'somebody',
      }),
    removeCluster: () => simulator.model.removeCluster(ACCOUNT, REGION, NAME),
    addCluster: (spec: Partial<ClusterSpec>) =>
      simulator.model.addCluster(ACCOUNT, {
        name: NAME,
        region: REGION,
        version: '1.33',
        ...spec,
      }),
    /** Another process takes over. */
    restart: () => {
      engine = startEngine();
    },
    /** Takes a step a minute, or so often, until the cell is so. */
    async until(
      holds: (cell: CellRecord) => boolean,
      seconds = 60,
    ): Promise<CellRecord> {
      for (let steps = 0; steps < 100; steps += 1) {
        const reached = await step(seconds);
        if (holds(reached)) {
          return reached;
        }
      }
      throw new Error(`It never was so: ${JSON.stringify(await cell())}`);
    },
    act(by: string, act: RolloutCellAct): Promise<void> {
      return store.actOnCell(ROLLOUT, cellId, (before, rollout) =>
        applyCellAct(before, rollout, act, {
          by: `user:default/${by}`,
          now: now(),
          guided: new Set(options.guide && [cluster.arn]),
        }),
      );
    },
    resume: () =>
      store.act(ROLLOUT, ({ rollout }) => ({
        rollout: {
          lifecycle: 'running',
          control: {
            ...rollout.control,
            paused: undefined,
            acceptedFailures: 9,
          },
        },
        revises: true,
        nextAt: now().toISOString(),
      })),
    async log(): Promise<string[]> {
      const { entries } = await store.log(
        ROLLOUT,
        { cellId, clusters: 'all' },
        { limit: 200 },
      );
      return entries.map(({ code, message }) => `${code} ${message}`).reverse();
    },
    fault: simulator.addFault.bind(simulator),
    /** How often EKS was called so. */
    calls: (operation: string) =>
      simulator
        .calls()
        .filter(each => each.operation === operation)
        .reduce((sum, { count }) => sum + count, 0),
    async stop() {
      process.env = environment;
      reader.destroy();
      await knex.destroy();
      await simulator.stop();
    },
  };
}

export type StartedEks = Awaited<ReturnType<typeof startEks>>;
