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

import type {
  ClusterFileRule,
  ProposedFile,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';

/**
 * Whether a proposal changes or removes files that describe clusters, by which
 * rollouts move versions. Files that are new move none. Pure.
 */
export function changesClusters(
  files: readonly ProposedFile[],
  rules: ReadonlyArray<Pick<ClusterFileRule, 'path'>>,
): boolean {
  const places = rules.map(({ path }) => placesOf(path));
  return files.some(
    file => !('create' in file) && places.some(place => place.test(file.path)),
  );
}

/** All paths that a path with `{account}`, `{cluster}` and the like stands for. */
function placesOf(template: string): RegExp {
  const source = template
    .split(/\{[^}]*\}/)
    .map(text => text.replaceAll(/[.*+?^$()|[\]\\]/g, '\\$&'))
    .join('[^/]+');
  return new RegExp(`^${source}$`);
}
