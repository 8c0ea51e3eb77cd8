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

import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { ANNOTATION_ORIGIN_LOCATION } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  ACCOUNT_RESOURCE_TYPE,
  CLUSTER_RESOURCE_TYPE,
  EKS_FLEET_ANNOTATIONS,
  EKS_FLEET_LOCATION_PREFIX,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { entityToCluster } from './entityToCluster';
import { resolveConflicts } from './resolveConflicts';
import { isRecord, safeText } from './safeText';
import type { ClusterRecord, ClusterStore, ReplaceResult } from './types';

const MAX_ATTEMPTS = 3;

/** Only what is used: annotations of discovered clusters hold certificates. */
const ANNOTATION_FIELDS = [
  ANNOTATION_ORIGIN_LOCATION,
  ...Object.values(EKS_FLEET_ANNOTATIONS),
].map(name => `metadata.annotations.${name}`);

const ACCOUNT_FIELDS = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.title',
  ...ANNOTATION_FIELDS,
];

const CLUSTER_FIELDS = [
  ...ACCOUNT_FIELDS,
  'metadata.labels',
  'metadata.links',
  'spec.type',
  'spec.owner',
  'spec.system',
  'relations',
];

/** What the synchronizer asks discovery's reports for. */
export interface ReportedClusters {
  /** How many clusters the targets together last reported. */
  clusterCount(): Promise<number>;
}

/**
 * Keeps the cluster store in step with the catalog. All entities are read
 * before the first row is written, so that a stream that breaks changes
 * nothing.
 */
export class CatalogSynchronizer {
  readonly #catalog: CatalogService;
  readonly #auth: AuthService;
  readonly #clusters: ClusterStore;
  readonly #reported: ReportedClusters;
  readonly #environmentLabel: string;
  readonly #logger: LoggerService;
  #distrusted = false;

  constructor(options: {
    catalog: CatalogService;
    auth: AuthService;
    clusters: ClusterStore;
    reported: ReportedClusters;
    environmentLabel: string;
    logger: LoggerService;
  }) {
    this.#catalog = options.catalog;
    this.#auth = options.auth;
    this.#clusters = options.clusters;
    this.#reported = options.reported;
    this.#environmentLabel = options.environmentLabel;
    this.#logger = options.logger;
  }

  async synchronize(): Promise<void> {
    for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      const result = await this.#attempt();
      if (result?.outcome === 'changed') {
        this.#logger.info(
          `Clusters follow the catalog: ${result.written} written, ${result.removed} removed`,
        );
      }
      if (result?.outcome !== 'superseded') {
        return;
      }
    }
  }

  async #attempt(): Promise<ReplaceResult | undefined> {
    const generation = await this.#clusters.generation();
    const clusters = await this.#readCatalog();
    if (!clusters.some(cluster => cluster.origin === 'eks-fleet')) {
      const reported = await this.#reported.clusterCount();
      if (reported > 0) {
        // Absence deletes nothing by itself: a catalog that was just restored
        // or not yet filled is empty as well.
        if (!this.#distrusted) {
          this.#logger.warn(
            `The catalog has no cluster of EKS Fleet's, while discovery reports ${reported}; what was known is kept`,
          );
        }
        this.#distrusted = true;
        return undefined;
      }
    }
    this.#distrusted = false;
    return this.#clusters.replaceAll(clusters, generation);
  }

  async #readCatalog(): Promise<ClusterRecord[]> {
    const accountNames = await this.#readAccountNames();
    const clusters: ClusterRecord[] = [];
    for await (const entity of this.#stream(
      CLUSTER_RESOURCE_TYPE,
      CLUSTER_FIELDS,
    )) {
      const cluster = entityToCluster(entity, {
        environmentLabel: this.#environmentLabel,
        accountNames,
      });
      if (cluster) {
        clusters.push(cluster);
      }
    }
    return resolveConflicts(clusters);
  }

  async #readAccountNames(): Promise<Map<string, string>> {
    const names = new Map<string, string>();
    for await (const entity of this.#stream(
      ACCOUNT_RESOURCE_TYPE,
      ACCOUNT_FIELDS,
    )) {
      const annotations = isRecord(entity.metadata?.annotations)
        ? entity.metadata.annotations
        : {};
      const location = safeText(annotations[ANNOTATION_ORIGIN_LOCATION], 500);
      const id = safeText(annotations[EKS_FLEET_ANNOTATIONS.accountId], 40);
      const title = safeText(entity.metadata?.title, 200);
      if (location.startsWith(EKS_FLEET_LOCATION_PREFIX) && id && title) {
        names.set(id, title);
      }
    }
    return names;
  }

  async *#stream(type: string, fields: string[]) {
    const pages = this.#catalog.streamEntities(
      { filter: { kind: 'Resource', 'spec.type': type }, fields },
      { credentials: await this.#auth.getOwnServiceCredentials() },
    );
    for await (const page of pages) {
      yield* page;
    }
  }
}
