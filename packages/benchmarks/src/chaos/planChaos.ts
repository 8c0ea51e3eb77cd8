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
  DescribeClusterCommand,
  DescribeNodegroupCommand,
  ListClustersCommand,
  ListNodegroupsCommand,
} from '@aws-sdk/client-eks';
import { ConfigReader } from '@backstage/config';
import { DefaultEksFleetAwsService } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { randomUUID } from 'node:crypto';
import {
  NO_CELLS,
  type CellRecord,
  type DatabaseRolloutStore,
  type RolloutRecord,
  type WaveRecord,
} from './internals';

/** A cluster, and what is to become of it. */
export interface ChaosCluster {
  accountId: string;
  region: string;
  name: string;
  arn: string;
  createdAt: string;
  from: string;
  to: string;
  /** The node group that follows. */
  nodegroup: string;
  nodesFrom: string;
}

const REGION = 'eu-west-1';
const NEWEST = 35;

export function chaosAws(): DefaultEksFleetAwsService {
  return DefaultEksFleetAwsService.fromConfig(
    new ConfigReader({
      aws: { accountDefaults: { roleName: 'eks-fleet-reader' } },
    }),
  );
}

/** Clusters of the cloud that can go one minor up, with a node group that can follow. */
export async function findClusters(
  accounts: string[],
  count: number,
): Promise<ChaosCluster[]> {
  const aws = chaosAws();
  const found: ChaosCluster[] = [];
  for (const accountId of accounts) {
    const client = aws.eks({ partition: 'aws', accountId, region: REGION });
    const { clusters = [] } = await client.send(new ListClustersCommand({}));
    for (const name of clusters) {
      const { cluster } = await client.send(
        new DescribeClusterCommand({ name }),
      );
      const { nodegroups = [] } = await client.send(
        new ListNodegroupsCommand({ clusterName: name }),
      );
      const minor = Number(cluster?.version?.split('.')[1]);
      if (
        cluster?.status !== 'ACTIVE' ||
        nodegroups.length === 0 ||
        minor >= NEWEST
      ) {
        continue;
      }
      const { nodegroup } = await client.send(
        new DescribeNodegroupCommand({
          clusterName: name,
          nodegroupName: nodegroups[0],
        }),
      );
      const nodesFrom = nodegroup?.version ?? '';
      if (minor + 1 - Number(nodesFrom.split('.')[1]) <= 2) {
        found.push({
          accountId,
          region: REGION,
          name,
          arn: cluster.arn!,
          createdAt: cluster.createdAt!.toISOString(),
          from: cluster.version!,
          to: `1.${minor + 1}`,
          nodegroup: nodegroups[0],
          nodesFrom,
        });
      }
      if (found.length === count) {
        return found;
      }
    }
  }
  throw new Error(`The cloud has ${found.length} such clusters, not ${count}`);
}

/** A rollout of three waves over them, running already. */
export async function startChaosRollout(
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
    change: { kind: 'kubernetesVersion', version: '1.35' },
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
  const {
    accountId,
    arn,
    createdAt,
    from,
    name,
    nodegroup,
    nodesFrom,
    region,
    to,
  } = cluster;
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
          {
            ...shared,
            kind: 'nodegroup',
            name: nodegroup,
            from: nodesFrom,
            to,
            hops: [to],
            order: [2],
            afterBake: true,
          },
        ],
      },
    ],
  };
}
