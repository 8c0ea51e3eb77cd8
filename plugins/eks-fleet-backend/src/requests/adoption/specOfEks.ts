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

import type { Addon, Nodegroup } from '@aws-sdk/client-eks';
import type { JsonObject, JsonValue } from '@backstage/types';
import type { RequestProblem } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { parse } from 'yaml';
import { RequestRefusal } from '../types';
import type { EksParts } from './readEksParts';

type Json = { [key: string]: unknown };

/**
 * What is wanted of a cluster that is to stay as it is, but for what EKS does
 * not know. Pure.
 *
 * @throws RequestRefusal with each part that no bill of materials can say
 */
export function specOfEks(
  parts: EksParts,
  { accountId, region }: { accountId: string; region: string },
): JsonObject {
  const { cluster } = parts;
  const problems = problemsOf(parts);
  if (problems.length > 0) {
    throw new RequestRefusal(problems);
  }
  const { accessConfig, computeConfig, resourcesVpcConfig: vpc } = cluster;
  const nodePools = computeConfig?.nodePools ?? [];
  const isPublic = vpc?.endpointPublicAccess === true;
  const keyArn = cluster.encryptionConfig?.[0]?.provider?.keyArn;
  const spec: Json = {
    name: cluster.name,
    accountId,
    region,
    kubernetesVersion: cluster.version,
    network: {
      vpcId: vpc?.vpcId,
      subnetIds: vpc?.subnetIds,
      serviceIpv4Cidr: cluster.kubernetesNetworkConfig?.serviceIpv4Cidr,
    },
    compute: {
      ...(computeConfig?.enabled && { autoMode: { nodePools } }),
      nodeGroups: parts.nodegroups.map(nodeGroupOf),
    },
    addons: parts.addons.map(addon => addonOf(addon, parts)),
    gitopsAddons: [],
    podIdentityAssociations: parts.associations
      .filter(({ ownerArn }) => !ownerArn)
      .map(({ namespace, roleArn, serviceAccount }) => ({
        namespace,
        serviceAccount,
        roleArn,
      })),
    authenticationMode: accessConfig?.authenticationMode,
    accessEntries: parts.access.filter(isOfPeople).map(accessOf),
    upgradePolicy: { supportType: cluster.upgradePolicy?.supportType },
    endpointAccess: {
      private: vpc?.endpointPrivateAccess === true,
      public: isPublic,
      publicCidrs: isPublic ? vpc?.publicAccessCidrs ?? [] : [],
    },
    logTypes: (cluster.logging?.clusterLogging ?? [])
      .filter(({ enabled }) => enabled)
      .flatMap(({ types }) => types ?? []),
    zonalShift: cluster.zonalShiftConfig?.enabled === true,
    roleArn: cluster.roleArn,
    ...(nodePools.length > 0 && { nodeRoleArn: computeConfig?.nodeRoleArn }),
    encryptionKeyArn: keyArn,
    tags: ownTags(cluster.tags),
    deletionProtection: cluster.deletionProtection === true,
    lifecycle: 'active',
  };
  // Without what is not there.
  return JSON.parse(JSON.stringify(spec));
}

function nodeGroupOf(group: Nodegroup): Json {
  const { minSize, desiredSize, maxSize } = group.scalingConfig ?? {};
  return {
    name: group.nodegroupName,
    instanceTypes: group.instanceTypes,
    capacityType: group.capacityType,
    amiType: group.amiType,
    minSize,
    desiredSize,
    maxSize,
    diskSizeGib: group.diskSize,
    labels: group.labels ?? {},
    taints: group.taints ?? [],
    kubernetesVersion: group.version,
    releaseVersion: group.releaseVersion,
    nodeRoleArn: group.nodeRole,
  };
}

function addonOf(addon: Addon, { associations }: EksParts): Json {
  const own = new Set(addon.podIdentityAssociations);
  return {
    name: addon.addonName,
    version: addon.addonVersion,
    configuration: configurationOf(addon),
    serviceAccountRoleArn: addon.serviceAccountRoleArn,
    podIdentityAssociations: associations
      .filter(({ associationArn }) => own.has(associationArn!))
      .map(({ roleArn, serviceAccount }) => ({ serviceAccount, roleArn })),
  };
}

/** EKS takes JSON and YAML. */
function configurationOf({
  configurationValues,
}: Addon): JsonValue | undefined {
  return configurationValues ? parse(configurationValues) : undefined;
}

/** EKS makes entries of its own for nodes and for itself. */
function isOfPeople({ entry }: EksParts['access'][number]): boolean {
  return (
    (entry.type ?? 'STANDARD') === 'STANDARD' &&
    !entry.principalArn!.includes(':role/aws-service-role/')
  );
}

function accessOf({ entry, policies }: EksParts['access'][number]): Json {
  return {
    principalArn: entry.principalArn,
    kubernetesGroups: entry.kubernetesGroups ?? [],
    accessPolicies: policies.map(({ accessScope, policyArn }) => ({
      policyArn,
      ...(accessScope?.type === 'namespace' && {
        namespaces: accessScope.namespaces,
      }),
    })),
  };
}

/** Those of AWS are nobody's to write. */
function ownTags(tags: Record<string, string> = {}): Record<string, string> {
  return Object.fromEntries(
    Object.entries(tags).filter(([key]) => !/^aws:/i.test(key)),
  );
}

function problemsOf({ addons, cluster, nodegroups }: EksParts) {
  const problems: RequestProblem[] = [];
  if (cluster.status !== 'ACTIVE') {
    problems.push({
      field: 'thing',
      message: `is ${cluster.status} in EKS; it can be adopted once it is ACTIVE`,
    });
  }
  if (cluster.accessConfig?.authenticationMode === 'CONFIG_MAP') {
    problems.push({
      field: 'spec.authenticationMode',
      message:
        'is CONFIG_MAP, which no file of a cluster can say; change it to API_AND_CONFIG_MAP in EKS first',
    });
  }
  nodegroups.forEach(({ launchTemplate, nodegroupName }, index) => {
    if (launchTemplate) {
      problems.push({
        field: `spec.compute.nodeGroups[${index}]`,
        message: `${nodegroupName} has a launch template, which no file of a cluster can say; put the cluster into Git by hand`,
      });
    }
  });
  addons.forEach((addon, index) => {
    try {
      configurationOf(addon);
    } catch {
      problems.push({
        field: `spec.addons[${index}].configuration`,
        message: `of ${addon.addonName} is neither JSON nor YAML`,
      });
    }
  });
  return problems;
}
