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

import { NotFoundError } from '@backstage/errors';
import type {
  Cluster,
  ClusterFacets,
  ClusterList,
  ControlPlanePrices,
  DeepLinkMatches,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { known } from '../database/text';
import type { VersionStore } from '../versions/types';
import { clustersToCsv } from './clusterCsv';
import { parseClusterQuery, type RawClusterQuery } from './clusterQuery';
import { decodeCursor, encodeCursor, type ClusterCursor } from './cursor';
import { presentCluster } from './presentCluster';
import type {
  ClusterScope,
  ClusterSelection,
  ClusterStore,
  Facet,
  ObservedCluster,
} from './types';

const DEFAULT_LIMIT = 50;
const EXPORT_PAGE = 1000;
const MAX_MATCHES = 20;

/** Answers questions about clusters, each under the asker's scope. */
export class ClusterInventory {
  readonly #clusters: ClusterStore;
  readonly #versions: VersionStore;
  readonly #prices: ControlPlanePrices;
  readonly #environmentLabel?: string;

  constructor(options: {
    clusters: ClusterStore;
    versions: VersionStore;
    prices: ControlPlanePrices;
    /** The label that already is a facet of its own. */
    environmentLabel?: string;
  }) {
    this.#clusters = options.clusters;
    this.#versions = options.versions;
    this.#prices = options.prices;
    this.#environmentLabel = options.environmentLabel;
  }

  async list(
    scope: ClusterScope,
    query: RawClusterQuery & { limit?: number; cursor?: string },
  ): Promise<ClusterList> {
    const cursor: ClusterCursor = query.cursor
      ? decodeCursor(query.cursor)
      : parseClusterQuery(query);
    const { after, before, ...asked } = cursor;
    const selection = await this.#select(scope, asked);
    const [{ clusters, first, last, hasMore }, totalItems] = await Promise.all([
      this.#clusters.list(selection, {
        order: asked.order,
        limit: query.limit ?? DEFAULT_LIMIT,
        after,
        before,
      }),
      this.#clusters.count(selection),
    ]);
    const hasNext = before !== undefined || hasMore;
    const hasPrevious = after !== undefined || (before && hasMore);
    return {
      items: this.#present(clusters, selection),
      totalItems,
      pageInfo: {
        nextCursor:
          hasNext && last ? encodeCursor({ ...asked, after: last }) : undefined,
        prevCursor:
          hasPrevious && first
            ? encodeCursor({ ...asked, before: first })
            : undefined,
      },
    };
  }

  async exportCsv(
    scope: ClusterScope,
    query: RawClusterQuery,
  ): Promise<string> {
    const { order, ...asked } = parseClusterQuery(query);
    const selection = await this.#select(scope, asked);
    const clusters: Cluster[] = [];
    let after;
    let hasMore = true;
    while (hasMore) {
      const page = await this.#clusters.list(selection, {
        order,
        limit: EXPORT_PAGE,
        after,
      });
      clusters.push(...this.#present(page.clusters, selection));
      after = page.last;
      hasMore = page.hasMore;
    }
    return clustersToCsv(clusters);
  }

  async facets(
    scope: ClusterScope,
    names: string[],
    query: RawClusterQuery,
  ): Promise<ClusterFacets> {
    const selection = await this.#select(scope, parseClusterQuery(query));
    const facets: Array<[string, ClusterFacets['facets'][string]]> = [];
    for (const name of new Set(names)) {
      facets.push([
        name,
        name === 'label'
          ? await this.#labelKeys(selection)
          : await this.#clusters.countFacet(selection, name as Facet),
      ]);
    }
    return { facets: Object.fromEntries(facets) };
  }

  async #labelKeys(
    selection: Parameters<ClusterStore['countLabelKeys']>[0],
  ): Promise<ClusterFacets['facets'][string]> {
    const keys = await this.#clusters.countLabelKeys(selection);
    return keys.filter(({ value }) => value !== this.#environmentLabel);
  }

  /**
   * @throws NotFoundError for what is not there and what the scope leaves out,
   *   in the same words
   */
  async get(
    scope: ClusterScope,
    by: { entityRef: string } | { arn: string },
  ): Promise<Cluster> {
    const now = new Date();
    const [cluster] = await this.#clusters.find(
      scope,
      { ...by, limit: 1 },
      now,
    );
    if (!cluster) {
      throw new NotFoundError(`No cluster ${Object.values(by)[0]}`);
    }
    const calendar = await this.#versions.calendar();
    return presentCluster(cluster, {
      scope,
      calendar,
      prices: this.#prices,
      now,
    });
  }

  async includes(scope: ClusterScope, entityRef: string): Promise<boolean> {
    const by = { entityRef, limit: 1 };
    const found = await this.#clusters.find(scope, by, new Date());
    return found.length > 0;
  }

  async resolve(
    scope: ClusterScope,
    link: { arn?: string; account?: string; region?: string; cluster?: string },
  ): Promise<DeepLinkMatches> {
    const found = await this.#clusters.find(
      scope,
      {
        arn: link.arn,
        accountId: link.account,
        region: link.region,
        name: link.cluster,
        limit: MAX_MATCHES,
      },
      new Date(),
    );
    // Of one ARN ours is meant; entities of other sources beside it are not.
    const meant = found.filter(item => item.conflictsWith === '');
    return {
      matches: (meant.length ? meant : found).map(cluster => ({
        entityRef: cluster.entityRef,
        name: cluster.name,
        arn: known(cluster.arn),
        accountId: known(cluster.accountId),
        accountName: known(cluster.accountName),
        region: known(cluster.region),
        environment: known(cluster.environment),
      })),
    };
  }

  async #select(
    scope: ClusterScope,
    asked: Pick<ClusterSelection, 'filters' | 'text'>,
  ): Promise<ClusterSelection> {
    const calendar = await this.#versions.calendar();
    return {
      filters: asked.filters,
      text: asked.text,
      scope,
      calendar,
      now: new Date(),
    };
  }

  #present(clusters: ObservedCluster[], selection: ClusterSelection) {
    return clusters.map(cluster =>
      presentCluster(cluster, { ...selection, prices: this.#prices }),
    );
  }
}
