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
  DescribeUpdateCommand,
  ListUpdatesCommand,
  type EKSClient,
  type Update,
} from '@aws-sdk/client-eks';
import type { SimulatorProcess } from '../../cloud/SimulatorProcess';
import { chaosAws } from '../chaosAws';
import type { ChaosCluster } from '../types';
import type { ClusterOutcome, PartOutcome } from './types';

/** What the cloud and the Git host say became of each cluster since then. */
export async function readOutcomes(
  cloud: SimulatorProcess,
  clusters: ChaosCluster[],
  since: Date,
): Promise<ClusterOutcome[]> {
  const aws = chaosAws();
  const pulls = await cloud.pulls();
  const outcomes: ClusterOutcome[] = [];
  for (const { accountId, arn, name, nodegroups, region } of clusters) {
    const client = aws.eks({ partition: 'aws', accountId, region });
    const { cluster } = await client.send(new DescribeClusterCommand({ name }));
    const nodes: Record<string, PartOutcome> = {};
    for (const { name: nodegroupName } of nodegroups) {
      const { nodegroup } = await client.send(
        new DescribeNodegroupCommand({ clusterName: name, nodegroupName }),
      );
      nodes[nodegroupName] = {
        version: nodegroup?.version,
        updates: await updatesOf(client, { name, nodegroupName }, since),
      };
    }
    outcomes.push({
      arn,
      controlPlane: {
        version: cluster?.version,
        updates: await updatesOf(client, { name }, since),
      },
      nodes,
      // A proposal says in full which cluster it moves.
      pulls: pulls
        .filter(({ body }) => body?.includes(`\`${arn}\``))
        .map(pull => (pull.mergedAt ? 'merged' : pull.state)),
    });
  }
  return outcomes;
}

type Part = { name: string; nodegroupName?: string };

/** Upgrades that were accepted, however they went, as `<version> <status>`. */
async function updatesOf(
  client: EKSClient,
  part: Part,
  since: Date,
): Promise<string[]> {
  const updates: Update[] = [];
  for (const updateId of await listUpdates(client, part)) {
    const { update } = await client.send(
      new DescribeUpdateCommand({ ...part, updateId }),
    );
    updates.push(update!);
  }
  return updates
    .filter(
      ({ createdAt, type }) => type === 'VersionUpdate' && createdAt! >= since,
    )
    .map(({ params, status }) => {
      const version = params?.find(one => one.type === 'Version')?.value;
      return `${version} ${status}`;
    });
}

/** Of all pages. */
async function listUpdates(client: EKSClient, part: Part): Promise<string[]> {
  const ids: string[] = [];
  let nextToken: string | undefined;
  do {
    const page: { updateIds?: string[]; nextToken?: string } =
      await client.send(new ListUpdatesCommand({ ...part, nextToken }));
    ids.push(...(page.updateIds ?? []));
    nextToken = page.nextToken;
  } while (nextToken);
  return ids;
}
