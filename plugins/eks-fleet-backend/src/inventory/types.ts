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

import type { EksFleetClusterCondition } from '../permissions/clusterResource';
import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import type { SupportCalendar } from '../versions/SupportCalendar';

/**
 * Whether our own discovery found a cluster, or another source of the catalog
 * says that it exists. A foreign cluster is never called and gives no rights.
 */
export type ClusterOrigin = 'eks-fleet' | 'foreign';

/** A cluster as the catalog tells it; what is not known is an empty string. */
export interface ClusterRecord {
  entityRef: string;
  origin: ClusterOrigin;
  provider: string;
  arn: string;
  partition: string;
  accountId: string;
  accountName: string;
  region: string;
  name: string;
  version: string;
  platformVersion: string;
  status: string;
  createdAt: string;
  supportType: string;
  owner: string;
  system: string;
  environment: string;
  labels: Record<string, string>;
  links: ClusterLink[];
  /** Where the catalog has the entity from. */
  location: string;
  /** For a foreign cluster with the ARN of one of ours: ours. */
  conflictsWith: string;
}

export interface ClusterLink {
  title: string;
  url: string;
}

/** A cluster with what its target last reported. */
export interface ObservedCluster extends ClusterRecord {
  observation: {
    state: ObservationState;
    observedAt: string;
    errorCode: string;
    errorMessage: string;
    errorSince: string;
  };
}

export type ObservationState =
  | 'fresh'
  | 'stale'
  | 'failing'
  | 'unmanaged'
  | 'unknown';

/** A single condition of a permission decision. It speaks of our clusters only. */
export type ClusterCondition = EksFleetClusterCondition;

/** Which clusters somebody may see. */
export type ClusterScope =
  | 'all'
  | 'none'
  | PermissionCriteria<ClusterCondition>;

export const COLUMN_FACETS = [
  'cluster',
  'account',
  'region',
  'version',
  'status',
  'owner',
  'system',
  'environment',
  'origin',
  'provider',
] as const;

export type ColumnFacet = (typeof COLUMN_FACETS)[number];

/** What clusters can be filtered and counted by. */
export type Facet =
  | ColumnFacet
  | 'support'
  | 'observation'
  | 'drift'
  | `label.${string}`;

/** All of them must hold; of one's values, one. */
export type ClusterFilter = Array<{ facet: Facet; values: string[] }>;

export const ORDER_FIELDS = [
  'name',
  'status',
  'version',
  'account',
  'region',
  'environment',
  'owner',
  'support',
  'created',
  'seen',
] as const;

export type OrderField = (typeof ORDER_FIELDS)[number];

export interface ClusterOrder {
  field: OrderField;
  direction: 'asc' | 'desc';
}

/** Which clusters a question is about, and what the answer depends on. */
export interface ClusterSelection {
  scope: ClusterScope;
  /** One of them must hold; none means all clusters. */
  filters: ClusterFilter[];
  text?: string;
  calendar: SupportCalendar;
  now: Date;
}

/** A place between two rows of an ordered list. */
export interface ClusterPosition {
  key: string | number;
  entityRef: string;
}

export interface ClusterPageRequest {
  order: ClusterOrder;
  limit: number;
  after?: ClusterPosition;
  before?: ClusterPosition;
}

export interface ClusterPage {
  clusters: ObservedCluster[];
  /** Where the page begins and ends; left out for an empty page. */
  first?: ClusterPosition;
  last?: ClusterPosition;
  hasMore: boolean;
}

export interface FacetCount {
  value: string;
  count: number;
  title?: string;
}

/** How many of our clusters share all that a summary asks about. */
export interface ClusterGroup {
  partition: string;
  accountId: string;
  accountName: string;
  region: string;
  version: string;
  supportType: string;
  status: string;
  clusters: number;
  /** The newest good observation among them. */
  observedAt: string;
}

/** Names one target. */
export interface TargetKey {
  provider: string;
  accountId: string;
  region: string;
}

export type ReplaceResult =
  | { outcome: 'unchanged' }
  | { outcome: 'changed'; written: number; removed: number }
  /** Somebody else changed the clusters meanwhile: read the catalog again. */
  | { outcome: 'superseded' };

/** The clusters of the catalog, kept so that SQL can filter, sort and page. */
export interface ClusterStore {
  /** To be read before the catalog is, and handed to {@link ClusterStore.replaceAll}. */
  generation(): Promise<number>;
  /** Makes the store show these clusters and no others. */
  replaceAll(
    clusters: ClusterRecord[],
    generation: number,
  ): Promise<ReplaceResult>;
  list(
    selection: ClusterSelection,
    page: ClusterPageRequest,
  ): Promise<ClusterPage>;
  count(selection: ClusterSelection): Promise<number>;
  countFacet(selection: ClusterSelection, facet: Facet): Promise<FacetCount[]>;
  countLabelKeys(selection: ClusterSelection): Promise<FacetCount[]>;
  /** Groups of our own clusters. */
  group(selection: ClusterSelection): Promise<ClusterGroup[]>;
  /** How many of our clusters each target has. */
  countByTarget(
    scope: ClusterScope,
  ): Promise<Array<TargetKey & { clusters: number }>>;
  find(
    scope: ClusterScope,
    by: ClusterLookup,
    now: Date,
  ): Promise<ObservedCluster[]>;
  /** Foreign clusters that carry the ARN of one of ours. */
  conflicts(): Promise<ClusterRecord[]>;
  /** Without regard to rights: what permission rules are applied to. */
  ownByRefs(entityRefs: string[]): Promise<Map<string, ClusterRecord>>;
}

/** All that is given must hold. Ours come first. */
export interface ClusterLookup {
  entityRef?: string;
  arn?: string;
  arns?: string[];
  accountId?: string;
  region?: string;
  name?: string;
  limit?: number;
}
