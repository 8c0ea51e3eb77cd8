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
  DescribeFargateProfileCommand,
  ListFargateProfilesCommand,
  type FargateProfile as EksFargateProfile,
  type FargateProfileSelector,
} from '@aws-sdk/client-eks';
import type {
  FargateProfile,
  FargateProfilesDocument,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { ClusterCollector } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { partsCollector } from './partsCollector';
import type { AwsCollectorOptions } from './types';
import { names, text, time, toHealthIssues } from './values';

/** EKS `ListFargateProfiles` and `DescribeFargateProfile`. */
export function fargateProfilesCollector(
  options: AwsCollectorOptions,
): ClusterCollector<FargateProfilesDocument> {
  return partsCollector(options, {
    kind: 'fargateProfiles',
    everyMinutes: 60,
    async list(client, request, send) {
      const page = await client.send(
        new ListFargateProfilesCommand(request),
        send,
      );
      return { items: page.fargateProfileNames, nextToken: page.nextToken };
    },
    async describe(client, { clusterName, name }, send) {
      const { fargateProfile } = await client.send(
        new DescribeFargateProfileCommand({
          clusterName,
          fargateProfileName: name,
        }),
        send,
      );
      return fargateProfile && toFargateProfile(fargateProfile, name);
    },
    toDocument: (profiles, unreadable) => ({ profiles, unreadable }),
  });
}

/** What matters of EKS `DescribeFargateProfile`. */
export function toFargateProfile(
  profile: EksFargateProfile,
  name: string,
): FargateProfile {
  return {
    name,
    status: text(profile.status) ?? 'UNKNOWN',
    subnetIds: names(profile.subnets),
    selectors: names(profile.selectors?.map(selectorText)),
    healthIssues: toHealthIssues(profile.health?.issues),
    createdAt: time(profile.createdAt),
  };
}

function selectorText({ namespace, labels }: FargateProfileSelector): string {
  const pairs = Object.entries(labels ?? {}).map(
    ([key, value]) => `${key}=${value}`,
  );
  return pairs.length === 0
    ? namespace ?? ''
    : `${namespace} (${pairs.sort().join(', ')})`;
}
