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
import { partsCollector } from './partsCollector';
import { toNodegroup } from './toNodegroup';
import type { AwsCollectorOptions } from './types';

/** Managed node groups: EKS `ListNodegroups` and `DescribeNodegroup`. */
export function nodegroupsCollector(
  options: AwsCollectorOptions,
): ClusterCollector<NodegroupsDocument> {
  return partsCollector(options, {
    kind: 'nodegroups',
    everyMinutes: 15,
    async list(client, request, send) {
      const page = await client.send(new ListNodegroupsCommand(request), send);
      return { items: page.nodegroups, nextToken: page.nextToken };
    },
    async describe(client, { clusterName, name }, send) {
      const { nodegroup } = await client.send(
        new DescribeNodegroupCommand({ clusterName, nodegroupName: name }),
        send,
      );
      return nodegroup && toNodegroup(nodegroup, name);
    },
    toDocument: (nodegroups, unreadable) => ({ nodegroups, unreadable }),
  });
}
