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

import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { ControlPlaneDocument } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { AwsTarget } from '../aws/types';

/**
 * A cluster of the fleet, as collectors get it: one that our own discovery
 * found, never a foreign one.
 *
 * @public
 */
export interface CollectedCluster extends AwsTarget {
  entityRef: string;
  arn: string;
  /** The name in EKS. */
  name: string;
  /** With the ARN, what tells a cluster from one made again. ISO 8601. */
  createdAt?: string;
  /** The control plane's minor version, such as `1.34`. */
  version?: string;
}

/**
 * What a collector is given besides the cluster.
 *
 * @public
 */
export interface CollectorContext<TDocument> {
  /** Ends when the collector's time is up, or the process stops. */
  signal: AbortSignal;
  /** What it last gave, and when. */
  previous?: { document: TDocument; observedAt: string };
  /** What EKS `DescribeCluster` last said to our own credentials. */
  controlPlane?: ControlPlaneDocument;
  now(): Date;
}

/**
 * Observes one kind of fact of one cluster at a time.
 *
 * @public
 */
export interface ClusterCollector<TDocument = unknown> {
  /** Such as `nodegroups`; a letter, then letters, digits, `.` and `-`. */
  readonly kind: string;
  readonly schedule: {
    everySeconds: number;
    timeoutSeconds: number;
    /** How long an observation counts as fresh; three times `everySeconds` by default. */
    freshForSeconds?: number;
  };
  /**
   * Whether there is anything to observe, and a way to; every cluster by
   * default. `controlPlane` is what EKS `DescribeCluster` last said, where it
   * is known.
   */
  appliesTo?(
    cluster: CollectedCluster,
    controlPlane?: ControlPlaneDocument,
  ): boolean;
  /**
   * @returns plain JSON, the same for the same facts: an equal document is not written again
   * @throws whatever kept it; `toObservationError` says what that means, and
   *   only this kind of this cluster backs off
   */
  collect(
    cluster: CollectedCluster,
    context: CollectorContext<TDocument>,
  ): Promise<TDocument>;
}

/**
 * @public
 */
export interface ClusterCollectorsExtensionPoint {
  /** Each kind can have one collector. */
  addCollector<TDocument>(collector: ClusterCollector<TDocument>): void;
}

/**
 * Lets a module of the `eks-fleet` backend plugin observe more of each cluster.
 *
 * @public
 */
export const clusterCollectorsExtensionPoint =
  createExtensionPoint<ClusterCollectorsExtensionPoint>({
    id: 'eks-fleet.clusterCollectors',
  });
