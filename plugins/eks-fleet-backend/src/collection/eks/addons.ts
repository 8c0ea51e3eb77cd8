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
  DescribeAddonCommand,
  ListAddonsCommand,
  type Addon as EksAddon,
} from '@aws-sdk/client-eks';
import type {
  Addon,
  AddonsDocument,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { ClusterCollector } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { readNamed } from './readNamed';
import { minutes, type AwsCollectorOptions } from './types';
import { text, time, toHealthIssues } from './values';

/** Add-ons that EKS manages: `ListAddons` and `DescribeAddon`. */
export function addonsCollector({
  aws,
}: AwsCollectorOptions): ClusterCollector<AddonsDocument> {
  return {
    kind: 'addons',
    schedule: minutes(15),
    async collect(cluster, context) {
      const client = aws.eks(cluster);
      const clusterName = cluster.name;
      const options = { abortSignal: context.signal };
      const { described, unreadable } = await readNamed(context, {
        async list(nextToken) {
          const page = await client.send(
            new ListAddonsCommand({ clusterName, nextToken }),
            options,
          );
          return { items: page.addons, nextToken: page.nextToken };
        },
        async describe(addonName) {
          const { addon } = await client.send(
            new DescribeAddonCommand({ clusterName, addonName }),
            options,
          );
          return addon && toAddon(addon, addonName);
        },
      });
      return { addons: described, unreadable };
    },
  };
}

/** What matters of EKS `DescribeAddon`. */
export function toAddon(addon: EksAddon, name: string): Addon {
  return {
    name,
    version: text(addon.addonVersion),
    status: text(addon.status) ?? 'UNKNOWN',
    healthIssues: toHealthIssues(addon.health?.issues),
    publisher: text(addon.publisher),
    owner: text(addon.owner),
    marketplace:
      addon.marketplaceInformation?.productId !== undefined ||
      addon.owner === 'aws-marketplace',
    roleArn: text(addon.serviceAccountRoleArn),
    createdAt: time(addon.createdAt),
    modifiedAt: time(addon.modifiedAt),
  };
}
