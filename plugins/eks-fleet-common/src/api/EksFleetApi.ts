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
  Cluster,
  ClusterFacets,
  ClusterList,
  DeepLinkMatches,
  Summary,
  TargetList,
  TargetReport,
  VersionList,
} from './types';

/**
 * Which clusters a list is about. A filter is a set of `key: values`, all of
 * which must hold; of several values of one key, one must.
 *
 * @public
 */
export interface ClusterQuery {
  filter?: Record<string, string[]>;
  fullTextFilterTerm?: string;
  orderField?: string;
}

/**
 * @public
 */
export interface ClusterPageQuery extends ClusterQuery {
  limit?: number;
  cursor?: string;
}

/**
 * Names a target to the API.
 *
 * @public
 */
export interface TargetId {
  provider: string;
  accountId: string;
  region: string;
}

/**
 * What the EKS Fleet backend answers. Failures are `ResponseError`s of
 * `@backstage/errors`.
 *
 * @public
 */
export interface EksFleetApi {
  listClusters(query?: ClusterPageQuery): Promise<ClusterList>;
  /** CSV with a header line. */
  exportClusters(query?: ClusterQuery): Promise<string>;
  getClusterFacets(
    facets: string[],
    query?: ClusterQuery,
  ): Promise<ClusterFacets['facets']>;
  getClusterByName(namespace: string, name: string): Promise<Cluster>;
  getClusterByArn(arn: string): Promise<Cluster>;
  refreshCluster(namespace: string, name: string): Promise<void>;
  listTargets(): Promise<TargetList>;
  /** @param targets - `<account>/<region>` each; all where left out */
  refreshTargets(targets?: string[]): Promise<void>;
  acceptRemovals(provider: string, arns: string[]): Promise<void>;
  putTarget(id: TargetId, report: TargetReport): Promise<void>;
  /**
   * Forgets what is recorded of a provider's other targets.
   *
   * @param targets - `<account>/<region>` each
   */
  keepTargets(provider: string, targets: string[]): Promise<void>;
  listVersions(): Promise<VersionList>;
  getSummary(): Promise<Summary>;
  resolveDeepLink(query: {
    arn?: string;
    account?: string;
    region?: string;
    cluster?: string;
  }): Promise<DeepLinkMatches>;
}
