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
  ObservationError,
  SourceKind,
  SourceState,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { ClusterScope } from '../inventory/types';

export const SOURCE_KINDS = [
  'eks',
  'kubernetes',
  'policy',
  'reporter',
] as const satisfies readonly SourceKind[];

/** One kind of fact that a source brings. Times are ISO 8601, UTC. */
export interface PartRecord {
  kind: string;
  /** Whether the cluster itself brings it, and nobody here reads it. */
  pushed?: boolean;
  error?: ObservationError;
  observedAt?: string;
  freshUntil?: string;
  attemptedAt?: string;
  nextAttemptAt?: string;
}

/** One cluster by one path. */
export interface SourceRecord {
  kind: SourceKind;
  arn: string;
  entityRef: string;
  name: string;
  accountId: string;
  region: string;
  parts: PartRecord[];
}

export const SOURCE_FILTERS = [
  'kind',
  'state',
  'account',
  'region',
  'cluster',
] as const;

export type SourceFilterKey = (typeof SOURCE_FILTERS)[number];

/** All of them must hold; of one's values, one. */
export type SourceFilter = Array<{ key: SourceFilterKey; values: string[] }>;

/** Which sources a question is about. */
export interface SourceSelection {
  scope: ClusterScope;
  /** One of them must hold; none means all sources. */
  filters: SourceFilter[];
  text?: string;
  now: Date;
}

/** A place between two rows of the list: the worst first, then by name. */
export interface SourcePosition {
  state: SourceState;
  nameKey: string;
  entityRef: string;
  kind: SourceKind;
}

export interface SourcePageRequest {
  limit: number;
  after?: SourcePosition;
  before?: SourcePosition;
}

export interface SourceGroup {
  kind: SourceKind;
  state: SourceState;
  count: number;
}

export interface SourcePage {
  sources: SourceRecord[];
  /** Where the page begins and ends; left out for an empty page. */
  first?: SourcePosition;
  last?: SourcePosition;
  hasMore: boolean;
  /** Of all pages. */
  totalItems: number;
  /** Without regard to what the filters say of kinds and states. */
  groups: SourceGroup[];
}

/** What is observed of clusters, by path. Calls nothing outside. */
export interface SourceStore {
  list(
    selection: SourceSelection,
    page: SourcePageRequest,
  ): Promise<SourcePage>;
}
