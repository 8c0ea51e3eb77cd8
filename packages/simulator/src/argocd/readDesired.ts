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

import { parse } from 'yaml';
import type { DesiredCluster, ProvisionerName } from './types';

/**
 * What a cluster's file wants: of Terraform variables as
 * `terraform-aws-modules/eks` names them, of an `EksCluster` for kro.
 *
 * @throws an Error where the file cannot be read
 */
export function readDesired(
  text: string,
  provisioner: ProvisionerName,
): DesiredCluster {
  const isTerraform = provisioner === 'terraform';
  const file = recordOf(isTerraform ? JSON.parse(text) : parse(text));
  if (isTerraform) {
    return {
      version: textOf(file.kubernetes_version),
      addons: versionsOf(file.addons, 'addon_version'),
      nodegroups: mapOf(file.eks_managed_node_groups, group => ({
        version: textOf(group.kubernetes_version),
        releaseVersion: textOf(group.ami_release_version),
      })),
    };
  }
  const spec = recordOf(file.spec);
  return {
    version: textOf(spec.k8sVersion),
    addons: versionsOf(spec.addons, 'version'),
    nodegroups: mapOf(spec.nodeGroups, group => ({
      version: textOf(group.version),
      releaseVersion: textOf(group.releaseVersion),
    })),
  };
}

function versionsOf(value: unknown, field: string): Record<string, string> {
  const versions = mapOf(value, item => textOf(item[field]));
  return Object.fromEntries(
    Object.entries(versions).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    ),
  );
}

function mapOf<T>(
  value: unknown,
  read: (item: Record<string, unknown>) => T,
): Record<string, T> {
  return Object.fromEntries(
    Object.entries(value === undefined ? {} : recordOf(value)).map(
      ([name, item]) => [name, read(recordOf(item))],
    ),
  );
}

function recordOf(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Error('a mapping was expected');
  }
  return value as Record<string, unknown>;
}

/** YAML reads an unquoted 1.34 as a number. */
function textOf(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number'
    ? String(value)
    : undefined;
}
