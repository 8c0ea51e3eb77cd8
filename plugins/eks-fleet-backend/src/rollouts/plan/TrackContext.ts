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

import { NodeReleases } from './NodeReleases';
import type { PlanInput, PlanningCluster } from '../types';

/** What the tracks of all clusters of a plan are made from, looked up once. */
export class TrackContext {
  readonly change: PlanInput['change'];
  /** Whether the last roll of nodes waits for the bake. */
  readonly nodesAfterBake: boolean;
  readonly #addonVersions: PlanInput['addonVersions'];
  readonly #listed = new Map<string, string[] | undefined>();
  readonly #clusters: PlanningCluster[];
  #releases?: NodeReleases;

  constructor(input: PlanInput) {
    this.change = input.change;
    this.nodesAfterBake = input.strategy.nodes !== 'withControlPlane';
    this.#addonVersions = input.addonVersions;
    this.#clusters = input.clusters;
  }

  /** Those that go with a Kubernetes version, the newest first; `undefined` where EKS was not asked. */
  listed(
    { partition, region }: PlanningCluster,
    addon: string,
    kubernetesVersion: string,
  ): string[] | undefined {
    // No part of these but the name can have a slash in it, and that is last.
    const key = `${partition}/${region}/${kubernetesVersion}/${addon}`;
    if (!this.#listed.has(key)) {
      const addons = this.#addonVersions?.(
        partition,
        region,
        kubernetesVersion,
      );
      const own = addons && Object.hasOwn(addons, addon) ? addons[addon] : [];
      this.#listed.set(key, addons && own.map(({ version }) => version));
    }
    return this.#listed.get(key);
  }

  /** The newest releases of node images that any cluster runs. */
  get releases(): NodeReleases {
    this.#releases ??= NodeReleases.of(this.#clusters);
    return this.#releases;
  }
}
