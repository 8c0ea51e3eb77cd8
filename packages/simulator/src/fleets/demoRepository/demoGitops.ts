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

import type { GitopsClusterSpec, GitopsSpec } from '../../argocd/types';
import type { ClusterSpec } from '../../model/types';
import { DEV, PAYMENTS_PROD, PROD, STAGING } from '../demoAccounts';

export const REPOSITORY = { owner: 'acme', name: 'fleet' };

/** The commit status that `main` asks for. */
export const GATES_CONTEXT = 'eks-fleet/gates';

/** Who describes clusters how; the sandbox is nobody's but its people's. */
const PROVISIONERS = {
  [DEV]: 'kro',
  [STAGING]: 'terraform',
  [PROD]: 'kro',
  [PAYMENTS_PROD]: 'terraform',
} as const;

const FILES = {
  kro: 'cluster.yaml',
  terraform: 'cluster.auto.tfvars.json',
} as const;

/** Made by hand, or too old for anybody to have dared. */
const NOT_IN_GIT = [
  'batch-legacy',
  'ci-runners',
  'legacy-reports',
  'mobile-dev',
  'search-apac-dev',
];

const DESTINATIONS = ['arn', 'server', 'name'] as const;

/** Which of the demo's clusters are described in Git, and where. */
export function demoGitops(clusters: Map<string, ClusterSpec[]>): GitopsSpec {
  const managed = Object.entries(PROVISIONERS).flatMap(
    ([accountId, provisioner]) =>
      (clusters.get(accountId) ?? [])
        .filter(({ name }) => !NOT_IN_GIT.includes(name))
        .map(
          ({ name, region, tags }): Omit<GitopsClusterSpec, 'destination'> => ({
            accountId,
            region,
            name,
            provisioner,
            path: [
              'clusters',
              tags?.environment ?? 'other',
              accountId,
              region,
              name,
              FILES[provisioner],
            ].join('/'),
          }),
        ),
  );
  return {
    repository: `${REPOSITORY.owner}/${REPOSITORY.name}`,
    hub: { accountId: PROD, region: 'eu-west-1', name: 'platform-tools' },
    clusters: managed.map((cluster, index) => ({
      ...cluster,
      // Old registrations have addresses, new ones the ARN.
      destination: DESTINATIONS[index % DESTINATIONS.length],
    })),
  };
}
