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

import type { PolicyDocument } from './iamPolicies';

/** What each kind of fact is read with. */
const ACTIONS: Record<string, string[]> = {
  controlPlane: ['eks:DescribeCluster'],
  nodegroups: ['eks:ListNodegroups', 'eks:DescribeNodegroup'],
  fargateProfiles: ['eks:ListFargateProfiles', 'eks:DescribeFargateProfile'],
  addons: ['eks:ListAddons', 'eks:DescribeAddon', 'eks:DescribeAddonVersions'],
  capabilities: ['eks:ListCapabilities', 'eks:DescribeCapability'],
  insights: ['eks:ListInsights', 'eks:DescribeInsight'],
  updates: ['eks:ListUpdates', 'eks:DescribeUpdate'],
  subnets: ['ec2:DescribeSubnets'],
};

/**
 * What the role of an account must be allowed for kinds of facts to be read;
 * `undefined` where no kind is known here.
 */
export function collectionPolicy(kinds: string[]): PolicyDocument | undefined {
  const actions = kinds.flatMap(kind =>
    Object.hasOwn(ACTIONS, kind) ? ACTIONS[kind] : [],
  );
  return actions.length
    ? {
        Version: '2012-10-17',
        Statement: [
          {
            Sid: 'EksFleetCollection',
            Effect: 'Allow',
            Action: actions,
            Resource: '*',
          },
        ],
      }
    : undefined;
}
