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
import { chaosAws } from './chaosAws';
import { ACCOUNTS, FROM, REGION, TO } from './fleet';
import type { ChaosCluster } from './types';

/** The clusters of the cloud that are to be upgraded, and their node groups. */
export async function findClusters(): Promise<ChaosCluster[]> {
  const aws = chaosAws();
  const found: ChaosCluster[] = [];
  for (const accountId of ACCOUNTS) {
    const client = aws.eks({ partition: 'aws', accountId, region: REGION });
    const { clusters = [] } = await client.send(new ListClustersCommand({}));
    for (const name of clusters) {
      const { cluster } = await client.send(
        new DescribeClusterCommand({ name }),
      );
      if (cluster?.arn === process.env.CHAOS_HUB) {
        continue;
      }
      const { nodegroups = [] } = await client.send(
        new ListNodegroupsCommand({ clusterName: name }),
      );
      const described = await Promise.all(
        nodegroups.map(nodegroupName =>
          client.send(
            new DescribeNodegroupCommand({ clusterName: name, nodegroupName }),
          ),
        ),
      );
      found.push({
        accountId,
        region: REGION,
        name,
        arn: cluster!.arn!,
        createdAt: cluster!.createdAt!.toISOString(),
        from: FROM,
        to: TO,
        nodegroups: described.map(({ nodegroup }) => ({
          name: nodegroup!.nodegroupName!,
          from: nodegroup!.version!,
        })),
      });
    }
  }
  return found;
}
