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
  stringifyEntityRef,
  type ResourceEntity,
} from '@backstage/catalog-model';
import type { NamedProblem } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type {
  AwsTarget,
  ClusterTransformer,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { EksFleetProviderConfig } from '../config/types';
import type { DescribedCluster } from '../discovery/readTarget';
import { applyTransformer } from '../entities/applyTransformer';
import { clusterToEntity } from '../entities/clusterToEntity';
import { validateEntity } from '../entities/validateEntity';
import type { SeenCluster } from '../state/types';

export interface MadeEntities {
  entities: ResourceEntity[];
  seen: SeenCluster[];
  rejects: NamedProblem[];
  /** ARNs of clusters whose entity was rejected. */
  rejectedArns: string[];
  /** ARNs of clusters that the transformer leaves out. */
  leftOutArns: string[];
}

/** The valid entities of a target's clusters, and what is wrong with the others. */
export async function makeEntities(
  clusters: DescribedCluster[],
  target: AwsTarget,
  config: EksFleetProviderConfig,
  transformer?: ClusterTransformer,
): Promise<MadeEntities> {
  const made: MadeEntities = {
    entities: [],
    seen: [],
    rejects: [],
    rejectedArns: [],
    leftOutArns: [],
  };
  for (const cluster of clusters) {
    try {
      const plain = clusterToEntity(cluster, target, config);
      const entity = transformer
        ? await applyTransformer(transformer, plain, cluster, {
            provider: config.id,
            target,
          })
        : plain;
      if (!entity) {
        made.leftOutArns.push(cluster.arn);
        continue;
      }
      await validateEntity(entity);
      made.entities.push(entity);
      made.seen.push({
        arn: cluster.arn,
        clusterName: cluster.name,
        entityRef: stringifyEntityRef(entity),
        createdAt: cluster.createdAt?.toISOString(),
      });
    } catch (error) {
      made.rejectedArns.push(cluster.arn);
      made.rejects.push({
        name: cluster.name,
        reason: String((error as Error).message ?? error).slice(0, 1000),
      });
    }
  }
  return made;
}

/** Those of which an entity was made. */
export function inCatalog(
  clusters: DescribedCluster[],
  { seen }: MadeEntities,
): DescribedCluster[] {
  const arns = new Set(seen.map(({ arn }) => arn));
  return clusters.filter(({ arn }) => arns.has(arn));
}
