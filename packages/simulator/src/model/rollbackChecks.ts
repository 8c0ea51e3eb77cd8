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

import { nodesOf, undrainableNodes } from '../kubernetes/evictions';
import { compatibleAddonVersions, findCatalogueAddon } from './addonCatalogue';
import type { InsightResource, InsightSpec, InsightStatus } from './insights';
import { minorOf } from './minors';
import { newestVersionOf } from './nodeBatches';
import { rollbackWindow } from './rollbackWindow';
import { keptByItself } from './runs/autoModeNodes';
import type { Cluster } from './types';

/**
 * What EKS checks during the seven days in which an upgrade may be taken back.
 * Nothing at any other time.
 */
export function rollbackChecks(cluster: Cluster, now: Date): InsightSpec[] {
  const window = rollbackWindow(cluster, now);
  if (!window) {
    return [];
  }
  const { upgrade, previous } = window;
  const lastTransitionTime = (
    upgrade.endedAt ?? upgrade.createdAt
  ).toISOString();
  return [
    kubelets(cluster, previous),
    addons(cluster, previous),
    kubeProxy(cluster, previous),
    apiUsage(),
    health(cluster),
    ...(cluster.autoMode ? [autoModeDisruption(cluster)] : []),
  ].map(check => ({
    ...check,
    category: 'ROLLBACK_READINESS',
    kubernetesVersion: previous,
    lastTransitionTime,
  }));
}

/** Nodes of Auto Mode go back by themselves; all others must be there before. */
function kubelets(cluster: Cluster, previous: string): InsightSpec {
  const isNewer = (version: string) => minorOf(version) > minorOf(previous);
  const groups = cluster.nodegroups
    .filter(group => isNewer(newestVersionOf(group)))
    .map(({ arn }): InsightResource => ({ arn, status: 'ERROR' }));
  const others = (cluster.kubernetes.nodes ?? []).filter(
    ({ owner, version = cluster.version }) =>
      owner.kind !== 'nodegroup' &&
      owner.kind !== 'autoMode' &&
      isNewer(version),
  );
  const resources = [
    ...groups,
    ...others.map(
      ({ owner }): InsightResource => ({
        kubernetesResourceUri: `/api/v1/nodes (${owner.kind} ${
          owner.name ?? ''
        })`.replace(' )', ')'),
        status: 'ERROR',
      }),
    ),
  ];
  return {
    name: 'Kubelet version rollback compatibility',
    ...verdict(
      resources.length > 0 ? 'ERROR' : 'PASSING',
      'Node kubelet versions allow a rollback.',
      'Some nodes run kubelet versions newer than the version to go back to.',
    ),
    description:
      'Checks that no node would be newer than the control plane after a rollback.',
    recommendation:
      'Take nodes back to the previous version first, and delete Fargate pods.',
    resources,
  };
}

function addons(cluster: Cluster, previous: string): InsightSpec {
  const incompatible = cluster.addons.filter(
    ({ name, version }) =>
      name !== 'kube-proxy' &&
      findCatalogueAddon(name)?.owner === 'aws' &&
      !compatibleAddonVersions(name, previous).includes(version),
  );
  return {
    name: 'EKS add-on version rollback compatibility',
    ...verdict(
      incompatible.length > 0 ? 'ERROR' : 'PASSING',
      'All installed EKS add-on versions allow a rollback.',
      'Some installed EKS add-on versions do not run on the version to go back to.',
    ),
    description:
      'Checks that installed EKS add-ons run on the previous version of Kubernetes.',
    recommendation:
      'Take add-ons to a version that runs on both Kubernetes versions.',
    resources: incompatible.map(({ arn }) => ({ arn, status: 'ERROR' })),
    addonCompatibility: incompatible.map(({ name }) => ({
      name,
      compatibleVersions: compatibleAddonVersions(name, previous),
    })),
  };
}

function kubeProxy(cluster: Cluster, previous: string): InsightSpec {
  const newer = cluster.addons.filter(
    ({ name, version }) =>
      name === 'kube-proxy' && minorOf(version) > minorOf(previous),
  );
  return {
    name: 'kube-proxy version rollback compatibility',
    ...verdict(
      newer.length > 0 ? 'ERROR' : 'PASSING',
      'The kube-proxy version allows a rollback.',
      'kube-proxy is newer than the version to go back to.',
    ),
    description:
      'Checks that kube-proxy would not be newer than the control plane after a rollback.',
    recommendation: 'Take kube-proxy back to the previous version first.',
    resources: newer.map(({ arn }) => ({ arn, status: 'ERROR' })),
  };
}

/** Passes unless the cluster has an insight of this name that says otherwise. */
function apiUsage(): InsightSpec {
  return {
    name: 'Incompatible API usage',
    ...verdict('PASSING', 'No use was found of what the upgrade brought.', ''),
    description:
      'Checks for APIs and fields in use that the previous version does not have.',
    recommendation: 'Stop using them, and migrate what was stored with them.',
  };
}

function health(cluster: Cluster): InsightSpec {
  return {
    name: 'Cluster health issues',
    ...verdict(
      cluster.healthIssues.length > 0 ? 'ERROR' : 'PASSING',
      'No cluster health issues detected.',
      'The cluster has health issues that prevent a rollback.',
    ),
    description: 'Checks for cluster health issues that prevent a rollback.',
    recommendation: 'Resolve the health issues of the cluster.',
  };
}

/** What is kept for ever is an error; what a budget keeps for now is a warning. */
function autoModeDisruption(cluster: Cluster): InsightSpec {
  const nodes = nodesOf(cluster, 'autoMode');
  const kept = nodes.filter(keptByItself).map(({ name }) => name);
  const delayed = undrainableNodes(
    cluster,
    nodes.map(({ name }) => name),
  ).filter(name => !kept.includes(name));
  const resourcesOf = (names: string[], status: InsightStatus) =>
    names.map(name => ({
      kubernetesResourceUri: `/api/v1/nodes/${name}`,
      status,
    }));
  const worst = delayed.length > 0 ? 'WARNING' : 'PASSING';
  return {
    name: 'EKS Auto Mode node disruption',
    ...verdict(
      kept.length > 0 ? 'ERROR' : worst,
      'All nodes of EKS Auto Mode can be replaced.',
      'Some nodes of EKS Auto Mode cannot be replaced, or not soon.',
    ),
    description:
      'Checks node pool budgets, do-not-disrupt annotations and pod disruption budgets that hold nodes back.',
    recommendation: 'Let the nodes go for the time of the rollback.',
    resources: [
      ...resourcesOf(kept, 'ERROR'),
      ...resourcesOf(delayed, 'WARNING'),
    ],
  };
}

function verdict(
  status: InsightStatus,
  good: string,
  bad: string,
): { status: InsightStatus; reason: string } {
  return { status, reason: status === 'PASSING' ? good : bad };
}
