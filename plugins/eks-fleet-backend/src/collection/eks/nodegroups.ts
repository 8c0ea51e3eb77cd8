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
  DescribeNodegroupCommand,
  ListNodegroupsCommand,
} from '@aws-sdk/client-eks';
import type { NodegroupsDocument } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { ClusterCollector } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { readNamed } from './readNamed';
import { toNodegroup } from './toNodegroup';
import { minutes, type AwsCollectorOptions } from './types';

/** Managed node groups: EKS `ListNodegroups` and `DescribeNodegroup`. */
export function nodegroupsCollector({
  aws,
}: AwsCollectorOptions): ClusterCollector<NodegroupsDocument> {
  return {
    kind: 'nodegroups',
    schedule: minutes(15),
    async collect(cluster, context) {
      const client = aws.eks(cluster);
      const clusterName = cluster.name;
      const options = { abortSignal: context.signal };
      const { described, unreadable } = await readNamed(context, {
        async list(nextToken) {
          const page = await client.send(
            new ListNodegroupsCommand({ clusterName, nextToken }),
            options,
          );
          return { items: page.nodegroups, nextToken: page.nextToken };
        },
        async describe(nodegroupName) {
          const { nodegroup } = await client.send(
            new DescribeNodegroupCommand({ clusterName, nodegroupName }),
            options,
          );
          return nodegroup && toNodegroup(nodegroup, nodegroupName);
        },
      });
      return { nodegroups: described, unreadable };
    },
  };
}
