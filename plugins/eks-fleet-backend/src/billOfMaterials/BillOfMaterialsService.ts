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
  versionRank,
  type BillOfMaterials,
  type Cluster,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { CollectedCluster } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { Collection } from '../collection/createCollection';
import type {
  AddonCatalogue,
  ClusterObservations,
  ObservationReader,
} from '../collection/types';
import type { ClusterInventory } from '../inventory/ClusterInventory';
import type { ClusterScope, ClusterStore } from '../inventory/types';
import type { VersionStore } from '../versions/types';
import { comparedParts } from './comparedParts';
import { makeBillOfMaterials } from './makeBillOfMaterials';
import type { PartSources } from './types';
import { UsualVersions } from './UsualVersions';

/** Minors after the present one whose add-on versions are told. */
const NEXT_MINORS = 2;
/** Clusters that are compared with; more say nothing else. */
const MOST_COMPARED = 500;
const USUAL_GOOD_FOR_MS = 5 * 60_000;
const KEPT_HABITS = 50;

/** Bills of materials, each under the asker's scope. Calls nothing outside. */
export class BillOfMaterialsService {
  readonly #inventory: ClusterInventory;
  readonly #clusters: ClusterStore;
  readonly #versions: VersionStore;
  readonly #observations: ObservationReader;
  readonly #catalogue: AddonCatalogue;
  readonly #kindsOf: Collection['kindsOf'];
  readonly #usual = new Map<string, { at: number; usual: UsualVersions }>();

  constructor(options: {
    inventory: ClusterInventory;
    clusters: ClusterStore;
    versions: VersionStore;
    observations: ObservationReader;
    catalogue: AddonCatalogue;
    /** The kinds that are collected of a cluster. */
    kindsOf: Collection['kindsOf'];
  }) {
    this.#inventory = options.inventory;
    this.#clusters = options.clusters;
    this.#versions = options.versions;
    this.#observations = options.observations;
    this.#catalogue = options.catalogue;
    this.#kindsOf = options.kindsOf;
  }

  /** @throws NotFoundError for what is not there and what the scope leaves out */
  async get(scope: ClusterScope, entityRef: string): Promise<BillOfMaterials> {
    const cluster = await this.#inventory.get(scope, { entityRef });
    const now = new Date();
    const own = cluster.origin === 'eks-fleet' && cluster.arn !== undefined;
    const observations = own ? await this.#observations.of(cluster.arn!) : {};
    const version =
      observations.controlPlane?.document?.version ?? cluster.version;
    const { partition = 'aws', region = '' } = cluster;
    const offered = (await this.#versions.calendar())
      .versions(partition)
      .map(one => one.version);
    return makeBillOfMaterials({
      cluster,
      observations,
      collected: own ? this.#collectedOf(cluster, observations) : new Set(),
      newestVersion: offered.at(-1),
      catalogue: await this.#versionsFrom(version, {
        partition,
        region,
        offered,
      }),
      usual: version
        ? await this.#usualOf(scope, version, now)
        : new UsualVersions(),
      now,
    });
  }

  #collectedOf(
    cluster: Cluster,
    observations: ClusterObservations,
  ): ReadonlySet<string> {
    const { accountId = '', arn = '', partition, region = '' } = cluster;
    return new Set([
      'controlPlane',
      ...this.#kindsOf(
        {
          ...cluster,
          arn,
          partition: partition as CollectedCluster['partition'],
          accountId,
          region,
        },
        observations.controlPlane?.document,
      ),
    ]);
  }

  async #versionsFrom(
    version: string | undefined,
    where: { partition: string; region: string; offered: string[] },
  ): Promise<PartSources['catalogue']> {
    if (!version) {
      return [];
    }
    const later = where.offered.filter(
      one => versionRank(one) > versionRank(version),
    );
    return Promise.all(
      [version, ...later.slice(0, NEXT_MINORS)].map(async one => ({
        kubernetesVersion: one,
        addons: (
          await this.#catalogue.versions(where.partition, where.region, one)
        )?.addons,
      })),
    );
  }

  /** What the clusters that the asker may read usually have. */
  async #usualOf(
    scope: ClusterScope,
    version: string,
    now: Date,
  ): Promise<UsualVersions> {
    const key = JSON.stringify([scope, version]);
    const kept = this.#usual.get(key);
    if (kept && now.getTime() - kept.at < USUAL_GOOD_FOR_MS) {
      return kept.usual;
    }
    const { clusters } = await this.#clusters.list(
      {
        scope,
        filters: [
          [
            { facet: 'version', values: [version] },
            { facet: 'origin', values: ['eks-fleet'] },
          ],
        ],
        calendar: await this.#versions.calendar(),
        now,
      },
      {
        order: { field: 'name', direction: 'asc' },
        limit: MOST_COMPARED,
      },
    );
    const observed = await this.#observations.ofMany(
      clusters.map(({ arn }) => arn),
      ['controlPlane', 'nodegroups', 'addons'],
    );
    const usual = new UsualVersions();
    for (const observations of observed.values()) {
      usual.add(comparedParts(observations));
    }
    if (this.#usual.size >= KEPT_HABITS) {
      this.#usual.clear();
    }
    this.#usual.set(key, { at: now.getTime(), usual });
    return usual;
  }
}
