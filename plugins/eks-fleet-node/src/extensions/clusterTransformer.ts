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

import type { Cluster as EksCluster } from '@aws-sdk/client-eks';
import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { ResourceEntity } from '@backstage/catalog-model';
import type { AwsTarget } from '../aws/types';

/**
 * Changes the entity of a discovered cluster before it goes to the catalog.
 *
 * What names and locates the entity stays discovery's own: kind, namespace,
 * name, the `amazonaws.com/`, `eks-fleet.io/` and `kubernetes.io/` annotations
 * and the location. The result is validated; where it is not valid, or the
 * transformer throws, the cluster is reported as rejected and keeps its last
 * good entity.
 *
 * @param entity - what discovery made of the cluster
 * @param cluster - EKS `DescribeCluster`'s answer
 * @returns the entity to use, or `undefined` to leave the cluster out
 * @public
 */
export type ClusterTransformer = (
  entity: ResourceEntity,
  cluster: EksCluster,
  context: { provider: string; target: AwsTarget },
) => Promise<ResourceEntity | undefined> | ResourceEntity | undefined;

/**
 * @public
 */
export interface ClusterTransformerExtensionPoint {
  /** There can be one transformer. */
  setClusterTransformer(transformer: ClusterTransformer): void;
}

/**
 * Lets a module of the catalog change the entities of discovered clusters.
 *
 * @public
 */
export const clusterTransformerExtensionPoint =
  createExtensionPoint<ClusterTransformerExtensionPoint>({
    id: 'catalog.eksFleetClusterTransformer',
  });
