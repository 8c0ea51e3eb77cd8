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
  ObservationDocuments,
  ObservationError,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { CollectedCluster } from '@eks-fleet/backstage-plugin-eks-fleet-node';

export type ObservationSource = 'discovery' | 'collector' | 'reporter';

/** One kind of fact of one cluster. Times are ISO 8601, UTC. */
export interface Observation<T = unknown> {
  source: ObservationSource;
  /** When the document was last found to be true. */
  observedAt?: string;
  /** Until when it counts as fresh. */
  freshUntil?: string;
  attemptedAt?: string;
  document?: T;
  /** Of the last attempt; the document is then older. */
  error?: ObservationError;
}

/** What is known of one cluster, by kind. What is not there was never observed. */
export type ClusterObservations = {
  [K in keyof ObservationDocuments]?: Observation<ObservationDocuments[K]>;
} & { [kind: string]: Observation | undefined };

/** Reads what was observed; writes nothing and calls nothing. */
export interface ObservationReader {
  of(arn: string): Promise<ClusterObservations>;
  ofMany(
    arns: string[],
    kinds?: string[],
  ): Promise<Map<string, ClusterObservations>>;
}

/** A document that differs from the one before. */
export interface ObservationChange {
  cluster: CollectedCluster;
  kind: string;
  source: ObservationSource;
  /** Left out for the first one. */
  before?: unknown;
  after: unknown;
  at: string;
}

/** Told after a change was recorded. Whoever throws harms no other. */
export type ObservationListener = (change: ObservationChange) => Promise<void>;

/** An add-on's versions for one Kubernetes version, the newest first. */
export type AddonVersions = Record<
  string,
  Array<{ version: string; default: boolean }>
>;

/**
 * EKS `DescribeAddonVersions`, asked once a day in each partition and Region
 * for each Kubernetes version of the fleet and those that it can move to.
 */
export interface AddonCatalogue {
  /** `undefined` where it was never asked. */
  versions(
    partition: string,
    region: string,
    kubernetesVersion: string,
  ): Promise<{ observedAt: string; addons: AddonVersions } | undefined>;
}

/** What EKS answered to these questions. */
export interface AddonOffers {
  /** All that was asked in a partition, whatever the Region. */
  ofPartition(
    partition: string,
  ): Promise<Array<{ kubernetesVersion: string; addons: AddonVersions }>>;
}
