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

import type { GithubHost } from '../github/GithubHost';
import type { Links } from '../github/Links';
import type { ClusterGuest } from '../kubernetes/answerCluster';
import type { Cluster } from '../model/types';
import type { EksHands } from './callEks';
import { FleetController } from './FleetController';
import { hubRules, withHubObjects } from './hubObjects';
import type { GitopsSpec } from './types';

/** Argo CD over the fleet repository, with its objects in the hub. */
export class Argocd {
  readonly controller: FleetController;
  readonly #links: Links;
  readonly #eks: EksHands;

  /** @throws an Error where the Git host has no such repository */
  static create(
    spec: GitopsSpec,
    hands: { host: GithubHost; links: Links; eks: EksHands },
  ): Argocd {
    const { host, links, eks } = hands;
    const [owner, name] = spec.repository.split('/');
    const repository = host.findRepository(owner, name);
    if (!repository) {
      throw new Error(`The Git host has no repository ${spec.repository}`);
    }
    const controller = new FleetController({
      spec,
      repository,
      clock: eks.clock,
      eks,
    });
    return new Argocd(controller, links, eks);
  }

  private constructor(
    controller: FleetController,
    links: Links,
    eks: EksHands,
  ) {
    this.controller = controller;
    this.#links = links;
    this.#eks = eks;
  }

  /** What it keeps in a cluster: nothing in any but the hub. */
  async guestOf(cluster: Cluster): Promise<ClusterGuest | undefined> {
    const { controller } = this;
    if (controller.hub() !== cluster) {
      return undefined;
    }
    const applications = await controller.applications();
    const { namespace } = controller;
    const { fullName, defaultBranch } = controller.repository;
    return {
      rules: hubRules(namespace),
      withObjects: own =>
        withHubObjects(own, applications.values(), {
          hub: cluster,
          now: controller.now(),
          namespace,
          repositoryUrl: `${this.#links.web}/${fullName}.git`,
          branch: defaultBranch,
          endpointOf: known =>
            this.#eks.kubernetes.connectionOf(known).endpoint,
          registrations: controller.registrations(),
        }),
    };
  }
}
