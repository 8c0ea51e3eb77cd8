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

import { newestAmiRelease } from './amiReleases';
import { partArn, type ClusterIdentity } from './identity';
import type { Nodegroup, NodegroupSpec } from './nodegroups';

/** A node group, with what its specification leaves out. */
export function createNodegroup(
  spec: NodegroupSpec,
  cluster: ClusterIdentity & { version: string; createdAt: Date },
): Nodegroup {
  const version = spec.version ?? cluster.version;
  const amiType = spec.amiType ?? 'AL2023_x86_64_STANDARD';
  const desiredSize = spec.desiredSize ?? 3;
  const createdAt = spec.createdAt
    ? new Date(spec.createdAt)
    : cluster.createdAt;
  return {
    name: spec.name,
    arn: partArn(cluster, 'nodegroup', spec.name),
    version,
    releaseVersion: spec.releaseVersion ?? newestAmiRelease(amiType, version),
    status: spec.status ?? 'ACTIVE',
    amiType,
    capacityType: spec.capacityType ?? 'ON_DEMAND',
    instanceTypes: [...(spec.instanceTypes ?? ['m7i.xlarge'])],
    desiredSize,
    minSize: spec.minSize ?? Math.min(desiredSize, 1),
    maxSize: spec.maxSize ?? Math.max(2 * desiredSize, 1),
    updateConfig: { ...(spec.updateConfig ?? { maxUnavailable: 1 }) },
    labels: { ...spec.labels },
    taints: structuredClone(spec.taints ?? []),
    launchTemplate: spec.launchTemplate && { ...spec.launchTemplate },
    healthIssues: structuredClone(spec.healthIssues ?? []),
    tags: { ...spec.tags },
    createdAt,
    modifiedAt: spec.modifiedAt ? new Date(spec.modifiedAt) : createdAt,
    generation: 0,
  };
}
