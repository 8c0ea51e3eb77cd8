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
import type { ResourceEntity } from '@backstage/catalog-model';
import type {
  AwsTarget,
  ClusterTransformer,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';

const OWN_ANNOTATION =
  /^(amazonaws\.com|eks-fleet\.io|kubernetes\.io|backstage\.io)\//;

/**
 * Runs the operator's transformer and puts back what discovery answers for:
 * who the entity is, where it comes from and how the cluster is reached.
 */
export async function applyTransformer(
  transformer: ClusterTransformer,
  entity: ResourceEntity,
  cluster: EksCluster,
  context: { provider: string; target: AwsTarget },
): Promise<ResourceEntity | undefined> {
  const own = structuredClone(entity);
  const changed = await transformer(entity, cluster, context);
  if (!changed) {
    return undefined;
  }
  const added = Object.entries(changed.metadata.annotations ?? {}).filter(
    ([key]) => !OWN_ANNOTATION.test(key),
  );
  return {
    ...changed,
    apiVersion: own.apiVersion,
    kind: own.kind,
    metadata: {
      ...changed.metadata,
      namespace: own.metadata.namespace,
      name: own.metadata.name,
      annotations: {
        ...Object.fromEntries(added),
        ...own.metadata.annotations,
      },
    },
    spec: { ...changed.spec, type: own.spec.type },
  };
}
