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

import { compatibleAddonVersions, findCatalogueAddon } from './addonCatalogue';
import type { InsightResource, InsightSpec, InsightStatus } from './insights';
import { minorOf, versionAfter } from './minors';
import { oldestVersionOf } from './nodeBatches';
import type { Cluster } from './types';

/** How many minors kubelet and kube-proxy may be older than the API server. */
const MAX_SKEW = 3;
const FIRST_MINOR_WITHOUT_AL2 = 33;

const UPGRADING = 'https://docs.aws.amazon.com/eks/latest/userguide/update';

/**
 * What EKS checks on every cluster before the next version. The names are
 * AWS's, except that of the check for Amazon Linux 2, which is assumed.
 */
export function upgradeChecks(cluster: Cluster): InsightSpec[] {
  const next = versionAfter(cluster.version);
  if (!next) {
    return [];
  }
  return [
    kubeletSkew(cluster),
    kubeProxySkew(cluster),
    addonCompatibility(cluster, next),
    clusterHealth(cluster),
    amazonLinux2(cluster, next),
  ].map(check => ({ ...check, kubernetesVersion: next }));
}

function kubeletSkew(cluster: Cluster): InsightSpec {
  const resources = cluster.nodegroups.map(
    (group): InsightResource => ({
      arn: group.arn,
      ...skewStatus(cluster.version, oldestVersionOf(group)),
    }),
  );
  return {
    name: 'Kubelet version skew',
    ...worstOf(
      resources,
      'Node kubelet versions match the cluster control plane version.',
      'Some nodes run kubelet versions that are, or soon will be, too old for the control plane.',
    ),
    description:
      'Checks for kubelet versions of worker nodes in the cluster to see if upgrade would cause noncompliance with supported Kubernetes kubelet version skew policy.',
    recommendation:
      'Upgrade your worker nodes to match the Kubernetes version of your cluster control plane.',
    additionalInfo: {
      'Kubelet version skew policy':
        'https://kubernetes.io/releases/version-skew-policy/#kubelet',
      'Updating a managed node group': `${UPGRADING}-managed-node-group.html`,
    },
    resources: failing(resources),
  };
}

function kubeProxySkew(cluster: Cluster): InsightSpec {
  const resources = cluster.addons
    .filter(({ name }) => name === 'kube-proxy')
    .map(
      ({ arn, version }): InsightResource => ({
        arn,
        ...skewStatus(cluster.version, version),
      }),
    );
  return {
    name: 'kube-proxy version skew',
    ...worstOf(
      resources,
      'kube-proxy versions match the cluster control plane version.',
      'kube-proxy is, or soon will be, too old for the control plane.',
    ),
    description:
      'Checks version of kube-proxy in cluster to see if upgrade would cause noncompliance with supported Kubernetes kube-proxy version skew policy.',
    recommendation:
      'Upgrade kube-proxy to match the Kubernetes version of your cluster control plane.',
    additionalInfo: {
      'kube-proxy version skew policy':
        'https://kubernetes.io/releases/version-skew-policy/#kube-proxy',
    },
    resources: failing(resources),
  };
}

/** Add-ons of AWS alone; those of the Marketplace are nobody's business here. */
function addonCompatibility(cluster: Cluster, next: string): InsightSpec {
  const incompatible = cluster.addons.filter(
    ({ name, version }) =>
      findCatalogueAddon(name)?.owner === 'aws' &&
      !compatibleAddonVersions(name, next).includes(version),
  );
  return {
    name: 'EKS add-on version compatibility',
    ...worstOf(
      incompatible.map(() => ({ status: 'ERROR' })),
      'All installed EKS add-on versions are compatible with next Kubernetes version.',
      'Some installed EKS add-on versions are not compatible with next Kubernetes version.',
    ),
    description:
      'Checks version of installed EKS add-ons to ensure compatibility with the next version of Kubernetes.',
    recommendation:
      'Upgrade add-on to a version compatible with the next Kubernetes version.',
    additionalInfo: { 'Updating an EKS add-on': `${UPGRADING}-addon.html` },
    resources: incompatible.map(({ arn }) => ({ arn, status: 'ERROR' })),
    addonCompatibility: incompatible.map(({ name }) => ({
      name,
      compatibleVersions: compatibleAddonVersions(name, next),
    })),
  };
}

function clusterHealth(cluster: Cluster): InsightSpec {
  return {
    name: 'Cluster health issues',
    ...worstOf(
      cluster.healthIssues.map(() => ({ status: 'ERROR' })),
      'No cluster health issues detected.',
      'The cluster has health issues that prevent an upgrade.',
    ),
    description:
      'Checks for any cluster health issues that prevent successful upgrade to the next version on EKS.',
    recommendation: 'Resolve the health issues of the cluster.',
    additionalInfo: { 'Updating a cluster': `${UPGRADING}-cluster.html` },
  };
}

function amazonLinux2(cluster: Cluster, next: string): InsightSpec {
  const resources = cluster.nodegroups
    .filter(({ amiType }) => amiType.startsWith('AL2_'))
    .map(
      ({ arn }): InsightResource => ({
        arn,
        status: minorOf(next) < FIRST_MINOR_WITHOUT_AL2 ? 'WARNING' : 'ERROR',
      }),
    );
  return {
    name: 'Amazon Linux 2 compatibility',
    ...worstOf(
      resources,
      'No nodes run Amazon Linux 2.',
      'Some nodes run Amazon Linux 2, of which there are no AMIs for Kubernetes 1.33 and later.',
    ),
    description:
      'Checks for nodes with Amazon Linux 2, for which EKS publishes no AMIs from Kubernetes 1.33 on.',
    recommendation: 'Move your nodes to Amazon Linux 2023 or Bottlerocket.',
    additionalInfo: {
      'Upgrade from Amazon Linux 2 to Amazon Linux 2023':
        'https://docs.aws.amazon.com/eks/latest/userguide/al2023.html',
    },
    resources,
  };
}

/** ERROR where the next version is one too many, WARNING where the one after it is. */
function skewStatus(
  cluster: string,
  part: string,
): { status: InsightStatus; reason?: string } {
  const behind = minorOf(cluster) - minorOf(part);
  if (behind + 1 < MAX_SKEW) {
    return { status: 'PASSING' };
  }
  return {
    status: behind + 1 > MAX_SKEW ? 'ERROR' : 'WARNING',
    reason: `Version 1.${minorOf(part)} is ${behind} behind the control plane.`,
  };
}

function worstOf(
  resources: { status: InsightStatus }[],
  good: string,
  bad: string,
): { status: InsightStatus; reason: string } {
  const worst = (['ERROR', 'WARNING'] as const).find(status =>
    resources.some(resource => resource.status === status),
  );
  return worst
    ? { status: worst, reason: bad }
    : { status: 'PASSING', reason: good };
}

function failing(resources: InsightResource[]): InsightResource[] {
  return resources.filter(({ status }) => status !== 'PASSING');
}
