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
  CostReport,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { ObservationReader } from '../collection/types';
import {
  parseClusterQuery,
  type RawClusterQuery,
} from '../inventory/clusterQuery';
import type { ClusterScope, ClusterStore } from '../inventory/types';
import type { VersionStore } from '../versions/types';
import { reportCosts } from './reportCosts';
import type { CostedCluster, InstancePrices } from './types';

const PAGE = 500;

/** Costs over the clusters in the asker's scope. Calls nothing outside. */
export class CostService {
  readonly #clusters: ClusterStore;
  readonly #versions: VersionStore;
  readonly #observations: ObservationReader;
  readonly #prices: ControlPlanePrices;
  readonly #instancePrices: InstancePrices;

  constructor(options: {
    clusters: ClusterStore;
    versions: VersionStore;
    observations: ObservationReader;
    prices: ControlPlanePrices;
    instancePrices: InstancePrices;
  }) {
    this.#clusters = options.clusters;
    this.#versions = options.versions;
    this.#observations = options.observations;
    this.#prices = options.prices;
    this.#instancePrices = options.instancePrices;
  }

  async report(
    scope: ClusterScope,
    query: RawClusterQuery & { groupBy?: CostReport['groupBy'] },
  ): Promise<CostReport> {
    const { filters, order, text } = parseClusterQuery(query);
    const calendar = await this.#versions.calendar();
    const now = new Date();
    const selection = { scope, filters, text, calendar, now };
    const clusters: CostedCluster[] = [];
    let after;
    let hasMore = true;
    while (hasMore) {
      const page = await this.#clusters.list(selection, {
        order,
        limit: PAGE,
        after,
      });
      // What another source of the catalog says exists, nobody prices here.
      const own = page.clusters.filter(({ origin }) => origin === 'eks-fleet');
      const observed = await this.#observations.ofMany(
        own.map(({ arn }) => arn),
        ['controlPlane', 'kubernetesNodes', 'nodegroups'],
      );
      clusters.push(
        ...own.map(cluster => ({
          cluster,
          observations: observed.get(cluster.arn) ?? {},
        })),
      );
      after = page.last;
      hasMore = page.hasMore;
    }
    return reportCosts({
      clusters,
      groupBy: query.groupBy ?? 'owner',
      calendar,
      prices: this.#prices,
      instancePrices: this.#instancePrices,
      now,
    });
  }
}
