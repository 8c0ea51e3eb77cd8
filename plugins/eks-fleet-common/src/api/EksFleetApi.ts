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

import type { ClusterDrift } from './driftTypes';
import type {
  BillOfMaterials,
  BlockerList,
  Cluster,
  ClusterFacets,
  ClusterList,
  ControlPlaneReport,
  CostReport,
  DeepLinkMatches,
  Readiness,
  ReadinessList,
  ReadinessVerdict,
  RefreshProgress,
  SourceList,
  Summary,
  SystemSourceList,
  TargetList,
  TargetReport,
  TimelineList,
  VersionList,
  Waiver,
  WaiverRequest,
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
 * Which verdicts a list is about.
 *
 * @public
 */
export interface ReadinessQuery extends Omit<ClusterPageQuery, 'orderField'> {
  /** `next` by default, `supported`, or a version such as `1.35`. */
  target?: string;
  verdict?: ReadinessVerdict[];
  /** Only clusters that this cause of a blocker hits. */
  cause?: string;
  orderField?: string;
}

/**
 * Which blockers a list is about.
 *
 * @public
 */
export interface BlockerQuery extends Omit<ClusterQuery, 'orderField'> {
  /** `next` by default, `supported`, or a version such as `1.35`. */
  target?: string;
  /** Only this cause, with all clusters that it hits. */
  cause?: string;
}

/**
 * Which sources a list is about. Keys of the filter are `kind`, `state`,
 * `account`, `region` and `cluster`, an ARN; the text is looked for in the
 * names of clusters.
 *
 * @public
 */
export type SourceQuery = Omit<ClusterPageQuery, 'orderField'>;

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
  getRefreshProgress(namespace: string, name: string): Promise<RefreshProgress>;
  getBillOfMaterials(namespace: string, name: string): Promise<BillOfMaterials>;
  /** Where EKS has a cluster other than Git says. */
  getDrift(namespace: string, name: string): Promise<ClusterDrift>;
  /** @param target - `next` by default, `supported`, or a version such as `1.35` */
  getReadiness(
    namespace: string,
    name: string,
    target?: string,
  ): Promise<Readiness>;
  createWaiver(
    namespace: string,
    name: string,
    waiver: WaiverRequest,
  ): Promise<Waiver>;
  endWaiver(namespace: string, name: string, id: string): Promise<void>;
  /** The newest first. */
  listTimeline(
    namespace: string,
    name: string,
    page?: { limit?: number; cursor?: string },
  ): Promise<TimelineList>;
  listReadiness(query?: ReadinessQuery): Promise<ReadinessList>;
  listBlockers(query?: BlockerQuery): Promise<BlockerList>;
  getCosts(
    query?: Omit<ClusterQuery, 'orderField'> & {
      groupBy?: CostReport['groupBy'];
    },
  ): Promise<CostReport>;
  listTargets(): Promise<TargetList>;
  /** The worst first. */
  listSources(query?: SourceQuery): Promise<SourceList>;
  /** Git hosts, Argo CD, sources of alerts and of findings, in the order of the configuration. */
  listSystems(): Promise<SystemSourceList>;
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
  /** Hands over what `DescribeCluster` said of clusters of one target. */
  putControlPlanes(id: TargetId, report: ControlPlaneReport): Promise<void>;
  listVersions(): Promise<VersionList>;
  getSummary(): Promise<Summary>;
  resolveDeepLink(query: {
    arn?: string;
    account?: string;
    region?: string;
    cluster?: string;
  }): Promise<DeepLinkMatches>;
}
