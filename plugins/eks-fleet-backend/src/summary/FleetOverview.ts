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
  ControlPlanePrices,
  Summary,
  VersionList,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { ClusterScope, ClusterStore } from '../inventory/types';
import type { TargetDirectory } from '../targets/TargetDirectory';
import { listVersions } from '../versions/listVersions';
import type { VersionStore } from '../versions/types';
import { summarize } from './summarize';

/** Numbers over all clusters in the asker's scope. */
export class FleetOverview {
  readonly #clusters: ClusterStore;
  readonly #targets: TargetDirectory;
  readonly #versions: VersionStore;
  readonly #prices: ControlPlanePrices;

  constructor(options: {
    clusters: ClusterStore;
    targets: TargetDirectory;
    versions: VersionStore;
    prices: ControlPlanePrices;
  }) {
    this.#clusters = options.clusters;
    this.#targets = options.targets;
    this.#versions = options.versions;
    this.#prices = options.prices;
  }

  async summary(
    scope: ClusterScope,
    mayReadTargets: boolean,
  ): Promise<Summary> {
    const selection = await this.#select(scope);
    const foreign = await this.#clusters.count({
      ...selection,
      filters: [[{ facet: 'origin', values: ['foreign'] }]],
    });
    return summarize({
      groups: await this.#clusters.group(selection),
      targets: mayReadTargets ? await this.#targets.visible(scope) : undefined,
      foreignClusters: foreign,
      calendar: selection.calendar,
      prices: this.#prices,
      now: selection.now,
    });
  }

  async versions(scope: ClusterScope): Promise<VersionList> {
    const selection = await this.#select(scope);
    return listVersions(
      await this.#clusters.group(selection),
      selection.calendar,
      selection.now,
    );
  }

  async #select(scope: ClusterScope) {
    const calendar = await this.#versions.calendar();
    return { scope, filters: [], calendar, now: new Date() };
  }
}
