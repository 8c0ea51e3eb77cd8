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

import type { GitopsSpec } from '../../argocd/types';
import type { GithubSpec } from '../../github/types';
import type { CloudModel } from '../../model';
import { clusterFile } from './clusterFiles';
import { exceptionFiles } from './policyFiles';

/** A Git host whose fleet repository says of each cluster what is there. */
export function withClusterFiles(
  github: GithubSpec,
  gitops: GitopsSpec,
  model: CloudModel,
): GithubSpec {
  const files: Record<string, string> = {};
  for (const spec of gitops.clusters) {
    const cluster = model.findCluster(spec.accountId, spec.region, spec.name);
    if (cluster) {
      files[spec.path] = clusterFile(spec, cluster);
      Object.assign(files, exceptionFiles(cluster));
    }
  }
  return {
    ...github,
    repositories: github.repositories.map(repository =>
      `${repository.owner}/${repository.name}` === gitops.repository
        ? { ...repository, files: { ...files, ...repository.files } }
        : repository,
    ),
  };
}
