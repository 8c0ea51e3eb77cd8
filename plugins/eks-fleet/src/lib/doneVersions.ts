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
  compareVersions,
  versionRank,
  type KubernetesVersion,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';

/**
 * The versions of the clusters that are at a target already; `undefined` where
 * that cannot be said.
 *
 * @param targets - the versions that can be a target, oldest first
 */
export function doneVersions(
  target: string,
  targets: string[],
  versions: KubernetesVersion[],
): string[] | undefined {
  const least = leastVersion(target, targets, versions);
  if (least === undefined) {
    return undefined;
  }
  const done = versions
    .filter(
      ({ version, clusters }) =>
        clusters > 0 && compareVersions(version, least) >= 0,
    )
    .map(({ version }) => version);
  return [...new Set(done)].sort(compareVersions);
}

function leastVersion(
  target: string,
  targets: string[],
  versions: KubernetesVersion[],
): string | undefined {
  switch (target) {
    case 'next':
      return targets.at(-1);
    case 'supported':
      return versions
        .filter(({ state }) => state === 'standard')
        .map(({ version }) => version)
        .sort(compareVersions)[0];
    default:
      return versionRank(target) > 0 ? target : undefined;
  }
}
