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

import { minorOf } from '../model/minors';
import type { Cluster } from '../model/types';
import type { EksCall } from './clusters/eksCalls';
import type { DesiredCluster, ProvisionerName } from './types';

/**
 * What a provisioner does next: `done` where the cluster is as wanted, `wait`
 * while something is under way.
 *
 * @throws an Error that says why it does nothing more
 */
export function nextProvisioning(
  cluster: Cluster,
  desired: DesiredCluster,
  provisioner: ProvisionerName,
): EksCall | 'done' | 'wait' {
  const isBusy =
    cluster.status !== 'ACTIVE' ||
    cluster.updates.some(({ status }) => status === 'InProgress');
  const call =
    versionCall(cluster, desired, provisioner) ??
    addonCall(cluster, desired) ??
    nodegroupCall(cluster, desired);
  if (isBusy) {
    return 'wait';
  }
  return call ?? 'done';
}

function versionCall(
  cluster: Cluster,
  { version }: DesiredCluster,
  provisioner: ProvisionerName,
): EksCall | undefined {
  if (version === undefined || version === cluster.version) {
    return undefined;
  }
  const step = Math.sign(minorOf(version) - minorOf(cluster.version));
  if (provisioner === 'terraform' && step < 0) {
    throw new Error(
      `Error: kubernetes_version ${version} is older than ${cluster.version}, which the cluster has; this configuration does not go back`,
    );
  }
  return {
    operation: 'UpdateClusterVersion',
    parameters: {
      version:
        provisioner === 'terraform'
          ? version
          : `1.${minorOf(cluster.version) + step}`,
    },
  };
}

function addonCall(
  cluster: Cluster,
  { addons }: DesiredCluster,
): EksCall | undefined {
  const outdated = cluster.addons.find(
    ({ name, version }) => (addons[name] ?? version) !== version,
  );
  return outdated
    ? {
        operation: 'UpdateAddon',
        parameters: {
          addonName: outdated.name,
          addonVersion: addons[outdated.name],
          resolveConflicts: 'OVERWRITE',
        },
      }
    : undefined;
}

function nodegroupCall(
  cluster: Cluster,
  { nodegroups }: DesiredCluster,
): EksCall | undefined {
  for (const group of cluster.nodegroups) {
    const { version, releaseVersion } = nodegroups[group.name] ?? {};
    const differs =
      (version ?? group.version) !== group.version ||
      (releaseVersion ?? group.releaseVersion) !== group.releaseVersion;
    if (differs) {
      return {
        operation: 'UpdateNodegroupVersion',
        parameters: {
          nodegroupName: group.name,
          ...(version && { version }),
          ...(releaseVersion && { releaseVersion }),
        },
      };
    }
  }
  return undefined;
}
