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
import { partsCollector } from './partsCollector';
import type { AwsCollectorOptions } from './types';
import { text, time, toHealthIssues } from './values';

/** Add-ons that EKS manages: `ListAddons` and `DescribeAddon`. */
export function addonsCollector(
  options: AwsCollectorOptions,
): ClusterCollector<AddonsDocument> {
  return partsCollector(options, {
    kind: 'addons',
    everyMinutes: 15,
    async list(client, request, send) {
      const page = await client.send(new ListAddonsCommand(request), send);
      return { items: page.addons, nextToken: page.nextToken };
    },
    async describe(client, { clusterName, name }, send) {
      const { addon } = await client.send(
        new DescribeAddonCommand({ clusterName, addonName: name }),
        send,
      );
      return addon && toAddon(addon, name);
    },
    toDocument: (addons, unreadable) => ({ addons, unreadable }),
  });
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
