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
} from '@aws-sdk/client-eks';
import { chaosAws, type ChaosCluster } from './planChaos';

/** What the cloud says became of the clusters; empty where each was upgraded exactly once. */
export async function findWrongs(clusters: ChaosCluster[]): Promise<string[]> {
  const aws = chaosAws();
  const wrongs: string[] = [];
  for (const cluster of clusters) {
    const { accountId, name, nodegroup, region, to } = cluster;
    const client = aws.eks({ partition: 'aws', accountId, region });
    const count = async (nodegroupName?: string) => {
      const part = { name, nodegroupName };
      const { updateIds = [] } = await client.send(
        new ListUpdatesCommand(part),
      );
      let updates = 0;
      for (const updateId of updateIds) {
        const { update } = await client.send(
          new DescribeUpdateCommand({ ...part, updateId }),
        );
        const asked = update?.params?.some(({ value }) => value === to);
        updates += asked && update?.type === 'VersionUpdate' ? 1 : 0;
      }
      return updates;
    };
    const { cluster: runs } = await client.send(
      new DescribeClusterCommand({ name }),
    );
    const { nodegroup: nodes } = await client.send(
      new DescribeNodegroupCommand({
        clusterName: name,
        nodegroupName: nodegroup,
      }),
    );
    const seen = {
      version: runs?.version,
      nodes: nodes?.version,
      upgrades: await count(),
      rolls: await count(nodegroup),
    };
    const wanted = { version: to, nodes: to, upgrades: 1, rolls: 1 };
    if (JSON.stringify(seen) !== JSON.stringify(wanted)) {
      wrongs.push(
        `${name}: ${JSON.stringify(seen)}, not ${JSON.stringify(wanted)}`,
      );
    }
  }
  return wrongs;
}
