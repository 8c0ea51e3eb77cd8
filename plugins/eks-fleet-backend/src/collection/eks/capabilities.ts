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
  DescribeCapabilityCommand,
  ListCapabilitiesCommand,
  type Capability as EksCapability,
} from '@aws-sdk/client-eks';
import type {
  CapabilitiesDocument,
  Capability,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { ClusterCollector } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { partsCollector } from './partsCollector';
import type { AwsCollectorOptions } from './types';
import { text, time, toHealthIssues } from './values';

/**
 * Managed Argo CD, ACK and kro: EKS `ListCapabilities` and
 * `DescribeCapability`.
 */
export function capabilitiesCollector(
  options: AwsCollectorOptions,
): ClusterCollector<CapabilitiesDocument> {
  return partsCollector(options, {
    kind: 'capabilities',
    everyMinutes: 60,
    async list(client, request, send) {
      const page = await client.send(
        new ListCapabilitiesCommand(request),
        send,
      );
      return {
        items: page.capabilities?.flatMap(
          ({ capabilityName }) => capabilityName ?? [],
        ),
        nextToken: page.nextToken,
      };
    },
    async describe(client, { clusterName, name }, send) {
      const { capability } = await client.send(
        new DescribeCapabilityCommand({ clusterName, capabilityName: name }),
        send,
      );
      return capability && toCapability(capability, name);
    },
    toDocument: (capabilities, unreadable) => ({ capabilities, unreadable }),
  });
}

/** What matters of EKS `DescribeCapability`. */
export function toCapability(
  capability: EksCapability,
  name: string,
): Capability {
  return {
    name,
    type: text(capability.type) ?? 'UNKNOWN',
    status: text(capability.status) ?? 'UNKNOWN',
    version: text(capability.version),
    roleArn: text(capability.roleArn),
    serverUrl: text(capability.configuration?.argoCd?.serverUrl),
    healthIssues: toHealthIssues(capability.health?.issues),
    createdAt: time(capability.createdAt),
    modifiedAt: time(capability.modifiedAt),
  };
}
