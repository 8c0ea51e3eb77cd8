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
  parseFile,
  type EksFleetGitService,
  type Provisioner,
  type RolloutCluster,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { toError } from '@backstage/errors';
import { applicationsOfFile } from '../../../argocd/joinApplications';
import type { ArgocdReader } from '../../../argocd/types';
import { findPlace } from '../gitops/findPlace';
import type { Place } from '../gitops/types';
import { fileUrl } from './fileUrl';
import type { GuidedLook, GuidedPlace } from './types';

/** Where clusters are described whose provisioner cannot go back, and how Git and Argo CD stand. */
export class GuideLooks {
  readonly #git: EksFleetGitService;
  readonly #provisioners: readonly Provisioner[];
  readonly #argocd: ArgocdReader;

  constructor(options: {
    git: EksFleetGitService;
    provisioners: readonly Provisioner[];
    argocd: ArgocdReader;
  }) {
    this.#git = options.git;
    this.#provisioners = options.provisioners;
    this.#argocd = options.argocd;
  }

  /** `undefined` for a cluster that no file describes. */
  placeOf(cluster: RolloutCluster): GuidedPlace | undefined {
    const place = this.#find(cluster);
    return place && toGuidedPlace(place);
  }

  /** @param readsGit - whether it is time to see what Git wants */
  async look(
    cluster: RolloutCluster,
    options: { readsGit: boolean; user: string; signal: AbortSignal },
  ): Promise<Omit<GuidedLook, 'kind' | 'eks'>> {
    const place = this.#find(cluster);
    if (!place) {
      throw new Error(`No file describes ${cluster.name} any more`);
    }
    const [argocd, git] = await Promise.all([
      this.#lookAtArgocd(place, options.signal),
      options.readsGit ? this.#readWanted(cluster, place, options.user) : {},
    ]);
    return { place: toGuidedPlace(place), ...argocd, ...git };
  }

  async #lookAtArgocd(
    { file }: Place,
    signal: AbortSignal,
  ): Promise<Pick<GuidedLook, 'applications' | 'argocdError'>> {
    if (this.#argocd.hubs.length === 0) {
      return { applications: [] };
    }
    const { applications, failed } = applicationsOfFile(
      await this.#argocd.look({ signal }),
      { repositoryUrl: file.repository.url, path: file.path },
    );
    const [unread] = failed;
    return {
      applications: applications.map(({ automated, name, namespace, url }) => ({
        namespace,
        name,
        url,
        automated,
      })),
      ...(unread &&
        applications.length === 0 && {
          argocdError: `Argo CD of ${unread.hub} cannot be read: ${unread.error.message}`,
        }),
    };
  }

  async #readWanted(
    cluster: RolloutCluster,
    { file, provisioner }: Place,
    user: string,
  ): Promise<Pick<GuidedLook, 'wanted' | 'gitError'>> {
    try {
      const found = await this.#git
        .repository(file.repository.id, user)
        .readFile(file.path, file.repository.branch);
      if (!found) {
        return { gitError: `There is no file ${file.path}` };
      }
      const { nodegroups, version } = provisioner.read(
        parseFile(file.path, found.text),
        { cluster: cluster.name, fields: file.fields },
      );
      return {
        wanted: {
          version: version?.replace(/^v/, ''),
          nodegroups: Object.values(nodegroups).flatMap(
            group => group.version?.replace(/^v/, '') ?? [],
          ),
        },
      };
    } catch (error) {
      return { gitError: `Git cannot be read: ${toError(error).message}` };
    }
  }

  #find(cluster: RolloutCluster): Place | undefined {
    const found = findPlace(
      this.#git.repositories,
      this.#provisioners,
      cluster,
    );
    return 'place' in found ? found.place : undefined;
  }
}

function toGuidedPlace({ file, provisioner }: Place): GuidedPlace {
  return {
    provisioner: provisioner.title,
    path: file.path,
    url: fileUrl(file.repository, file.path),
  };
}
