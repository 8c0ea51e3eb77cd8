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

import type { Capability, CapabilitySpec } from './capabilities';
import { partArn, type ClusterIdentity } from './identity';

/** A capability, with what its specification leaves out. */
export function createCapability(
  spec: CapabilitySpec,
  cluster: ClusterIdentity & { createdAt: Date },
): Capability {
  const createdAt = spec.createdAt
    ? new Date(spec.createdAt)
    : cluster.createdAt;
  return {
    name: spec.name,
    arn: partArn(
      cluster,
      'capability',
      `${spec.type.toLowerCase()}/${spec.name}`,
    ),
    type: spec.type,
    version: spec.version,
    status: spec.status ?? 'ACTIVE',
    healthIssues: structuredClone(spec.healthIssues ?? []),
    tags: { ...spec.tags },
    createdAt,
    modifiedAt: spec.modifiedAt ? new Date(spec.modifiedAt) : createdAt,
  };
}
