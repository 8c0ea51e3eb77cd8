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

import { defaultAddonVersion } from './addonCatalogue';
import type { Addon, AddonSpec } from './addons';
import { partArn, type ClusterIdentity } from './identity';

/**
 * An add-on, with what its specification leaves out.
 *
 * @throws where there is no version to choose
 */
export function createAddon(
  spec: AddonSpec,
  cluster: ClusterIdentity & { version: string; createdAt: Date },
): Addon {
  const version =
    spec.version ?? defaultAddonVersion(spec.name, cluster.version);
  if (version === undefined) {
    throw new Error(
      `The catalogue has no version of ${spec.name} for ${cluster.version}`,
    );
  }
  const createdAt = spec.createdAt
    ? new Date(spec.createdAt)
    : cluster.createdAt;
  return {
    name: spec.name,
    arn: partArn(cluster, 'addon', spec.name),
    version,
    status: spec.status ?? 'ACTIVE',
    healthIssues: structuredClone(spec.healthIssues ?? []),
    configurationValues: spec.configurationValues,
    roleName: spec.roleName,
    changedFields: [...(spec.changedFields ?? [])],
    tags: { ...spec.tags },
    createdAt,
    modifiedAt: spec.modifiedAt ? new Date(spec.modifiedAt) : createdAt,
  };
}
