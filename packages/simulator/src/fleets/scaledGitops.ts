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

import type { GitopsSpec } from '../argocd/types';
import type { FleetSpec } from '../model/types';
import { demoGithub } from './demoRepository/demoGithub';
import { REPOSITORY } from './demoRepository/demoGitops';

/** A fleet whose clusters are all described in Git, with its first one as the hub. */
export function withGitops(fleet: FleetSpec): FleetSpec {
  const clusters = fleet.accounts.flatMap(({ id, clusters: own = [] }) =>
    own.map(({ name, region, tags }) => ({
      accountId: id,
      region,
      name,
      provisioner: 'terraform' as const,
      path: `clusters/${
        tags?.environment ?? 'other'
      }/${id}/${region}/${name}/cluster.auto.tfvars.json`,
    })),
  );
  const gitops: GitopsSpec = {
    repository: `${REPOSITORY.owner}/${REPOSITORY.name}`,
    hub: clusters[0],
    clusters,
  };
  return { ...fleet, gitops, github: demoGithub(gitops) };
}
