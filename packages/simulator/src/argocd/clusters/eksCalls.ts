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
import type { Cluster } from '../../model/types';
import type { DesiredCluster } from '../types';
import { text } from './plans/fields';
import type { ClusterPlace, ClusterPlan, Parameters } from './plans/types';

/** A call to EKS that brings a cluster nearer to what its file says. */
export interface EksCall {
  operation: string;
  parameters: Parameters;
}

/** The versions that a plan names. */
export function desiredOf({
  cluster,
  addons,
  nodegroups,
}: ClusterPlan): DesiredCluster {
  return {
    version: text(cluster.version),
    addons: Object.fromEntries(
      addons.flatMap(({ addonName, addonVersion }) =>
        addonVersion === undefined
          ? []
          : [[String(addonName), String(addonVersion)]],
      ),
    ),
    nodegroups: Object.fromEntries(
      nodegroups.map(({ nodegroupName, version, releaseVersion }) => [
        String(nodegroupName),
        { version: text(version), releaseVersion: text(releaseVersion) },
      ]),
    ),
  };
}

/** The call that makes a cluster in subnets that are there by then. */
export function creationCall(
  { name }: ClusterPlace,
  { cluster }: ClusterPlan,
  subnetIds: string[],
): EksCall {
  return {
    operation: 'CreateCluster',
    parameters: {
      ...cluster,
      name,
      resourcesVpcConfig: {
        ...(cluster.resourcesVpcConfig as Parameters | undefined),
        subnetIds,
      },
    },
  };
}

/**
 * What is still missing of a cluster that is up: `wait` while it comes.
 *
 * @throws an Error that says what has failed to come
 */
export function nextPart(
  cluster: Cluster,
  plan: ClusterPlan,
): EksCall | 'wait' | undefined {
  return (
    protectionCall(cluster, plan) ??
    missingNodegroup(cluster, plan) ??
    missingAddon(cluster, plan) ??
    missingAccess(cluster, plan) ??
    missingAssociation(cluster, plan) ??
    stateOfParts(cluster)
  );
}

/**
 * What deletes a cluster, one thing after the other: `wait` while something
 * goes.
 *
 * @throws an Error that says what does not go
 */
export function nextDeletion(
  cluster: Cluster,
  plan: ClusterPlan,
): EksCall | 'wait' {
  const isBusy =
    (cluster.status !== 'ACTIVE' && cluster.status !== 'FAILED') ||
    cluster.updates.some(({ status }) => status === 'InProgress');
  if (isBusy) {
    return 'wait';
  }
  const stuck = cluster.nodegroups.find(
    ({ status }) => status === 'DELETE_FAILED',
  );
  if (stuck) {
    const [issue] = stuck.healthIssues.slice(-1);
    throw new Error(`${issue.code}: ${issue.message}`);
  }
  const standing = cluster.nodegroups.find(
    ({ status }) => status !== 'DELETING',
  );
  return (
    protectionCall(cluster, plan) ??
    (standing && {
      operation: 'DeleteNodegroup',
      parameters: { nodegroupName: standing.name },
    }) ??
    (cluster.nodegroups.length > 0
      ? 'wait'
      : { operation: 'DeleteCluster', parameters: {} })
  );
}

/** What the file says nothing of stays as it is. */
function protectionCall(
  { deletionProtection }: Cluster,
  { cluster: { deletionProtection: wanted } }: ClusterPlan,
): EksCall | undefined {
  return typeof wanted === 'boolean' && wanted !== deletionProtection
    ? {
        operation: 'UpdateClusterConfig',
        parameters: { deletionProtection: wanted },
      }
    : undefined;
}

function missingNodegroup(
  cluster: Cluster,
  { nodegroups }: ClusterPlan,
): EksCall | undefined {
  const missing = nodegroups.find(
    ({ nodegroupName }) =>
      !cluster.nodegroups.some(({ name }) => name === nodegroupName),
  );
  return (
    missing && {
      operation: 'CreateNodegroup',
      parameters: {
        ...missing,
        subnets: cluster.subnets.map(({ id }) => id),
      },
    }
  );
}

function missingAddon(
  cluster: Cluster,
  { addons }: ClusterPlan,
): EksCall | undefined {
  const missing = addons.find(
    ({ addonName }) => !cluster.addons.some(({ name }) => name === addonName),
  );
  return missing && { operation: 'CreateAddon', parameters: missing };
}

function missingAccess(
  cluster: Cluster,
  { access }: ClusterPlan,
): EksCall | undefined {
  for (const { principalArn, kubernetesGroups, policies = [] } of access) {
    const entry = cluster.access.find(
      each => each.principalArn === principalArn,
    );
    if (!entry && !cluster.accessEntries.includes(principalArn)) {
      return {
        operation: 'CreateAccessEntry',
        parameters: { principalArn, kubernetesGroups },
      };
    }
    const policy = policies.find(
      ({ policyArn, namespaces = [] }) =>
        !entry?.policies?.some(
          known =>
            known.policyArn === policyArn &&
            String(known.namespaces ?? []) === String(namespaces),
        ),
    );
    if (policy) {
      const { policyArn, namespaces } = policy;
      return {
        operation: 'AssociateAccessPolicy',
        parameters: {
          principalArn,
          policyArn,
          accessScope: namespaces
            ? { type: 'namespace', namespaces }
            : { type: 'cluster' },
        },
      };
    }
  }
  return undefined;
}

function missingAssociation(
  cluster: Cluster,
  { podIdentityAssociations }: ClusterPlan,
): EksCall | undefined {
  const missing = podIdentityAssociations.find(
    ({ namespace, serviceAccount }) =>
      !cluster.podIdentityAssociations.some(
        known =>
          known.namespace === namespace &&
          known.serviceAccount === serviceAccount,
      ),
  );
  return (
    missing && {
      operation: 'CreatePodIdentityAssociation',
      parameters: { ...missing },
    }
  );
}

function stateOfParts({ nodegroups, addons }: Cluster): 'wait' | undefined {
  const parts = [...nodegroups, ...addons];
  const failed = parts.find(({ status }) => status === 'CREATE_FAILED');
  if (failed) {
    const [issue] = failed.healthIssues.slice(-1);
    throw new Error(
      issue
        ? `${issue.code}: ${issue.message}`
        : `${failed.name} is CREATE_FAILED`,
    );
  }
  return parts.some(({ status }) => status === 'CREATING') ? 'wait' : undefined;
}
