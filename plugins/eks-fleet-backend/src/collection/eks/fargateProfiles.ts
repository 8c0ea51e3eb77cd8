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
import { readNamed } from './readNamed';
import { minutes, type AwsCollectorOptions } from './types';
import { names, text, time, toHealthIssues } from './values';

/** EKS `ListFargateProfiles` and `DescribeFargateProfile`. */
export function fargateProfilesCollector({
  aws,
}: AwsCollectorOptions): ClusterCollector<FargateProfilesDocument> {
  return {
    kind: 'fargateProfiles',
    schedule: minutes(60),
    async collect(cluster, context) {
      const client = aws.eks(cluster);
      const clusterName = cluster.name;
      const options = { abortSignal: context.signal };
      const { described, unreadable } = await readNamed(context, {
        async list(nextToken) {
          const page = await client.send(
            new ListFargateProfilesCommand({ clusterName, nextToken }),
            options,
          );
          return { items: page.fargateProfileNames, nextToken: page.nextToken };
        },
        async describe(fargateProfileName) {
          const { fargateProfile } = await client.send(
            new DescribeFargateProfileCommand({
              clusterName,
              fargateProfileName,
            }),
            options,
          );
          return (
            fargateProfile &&
            toFargateProfile(fargateProfile, fargateProfileName)
          );
        },
      });
      return { profiles: described, unreadable };
    },
  };
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
