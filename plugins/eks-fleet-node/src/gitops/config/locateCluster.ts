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

import { fitsCluster } from './fitsCluster';
import { fillPath } from './pathTemplate';
import type {
  ClusterFileRule,
  FleetRepository,
  LocatableCluster,
} from './types';

/**
 * Where a cluster is described.
 *
 * @public
 */
export interface ClusterFile
  extends Pick<
    ClusterFileRule,
    'provisioner' | 'fields' | 'settings' | 'canRollBack'
  > {
  repository: FleetRepository;
  path: string;
}

/**
 * Finds the file of a cluster: the first rule that fits it decides, over all
 * repositories in their order.
 *
 * @returns the file, or in one sentence why there is none
 * @public
 */
export function locateCluster(
  repositories: readonly FleetRepository[],
  cluster: LocatableCluster,
): { file: ClusterFile } | { notLocated: string } {
  if (!repositories.length) {
    return {
      notLocated:
        'No fleet repository is configured (eksFleet.fleetRepositories).',
    };
  }
  for (const repository of repositories) {
    const rule = repository.clusters.find(({ match }) =>
      fitsCluster(match, cluster),
    );
    if (rule) {
      const { match: _, ...rest } = rule;
      const filled = fillPath(rule.path, cluster);
      return 'path' in filled
        ? { file: { ...rest, repository, path: filled.path } }
        : {
            notLocated: `Fleet repository ${repository.id} describes it at ${rule.path}, but ${filled.problem}.`,
          };
    }
  }
  return {
    notLocated: `No rule of ${list(repositories.map(({ id }) => id))} fits ${
      cluster.name
    } in ${cluster.accountId}/${
      cluster.region
    } (eksFleet.fleetRepositories[].clusters).`,
  };
}

function list(ids: string[]): string {
  return ids.length === 1
    ? `fleet repository ${ids[0]}`
    : `fleet repositories ${ids.join(', ')}`;
}
