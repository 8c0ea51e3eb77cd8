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

import type { InsightSpec } from './insights';
import { minorOf } from './minors';
import { newestVersionOf } from './nodeBatches';
import { rollbackWindow } from './rollbackWindow';
import type { Cluster } from './types';
import { compatibleAddonVersions, findCatalogueAddon } from './addonCatalogue';

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
  const newer = cluster.nodegroups.filter(
    group => minorOf(newestVersionOf(group)) > minorOf(previous),
  );
  const incompatible = cluster.addons.filter(
    ({ name, version }) =>
      findCatalogueAddon(name)?.owner === 'aws' &&
      !compatibleAddonVersions(name, previous).includes(version),
  );
  const lastTransitionTime = (
    upgrade.endedAt ?? upgrade.createdAt
  ).toISOString();
  return [
    {
      name: 'Kubelet version rollback compatibility',
      status: newer.length > 0 ? ('ERROR' as const) : ('PASSING' as const),
      reason:
        newer.length > 0
          ? 'Some nodes run kubelet versions newer than the version to go back to.'
          : 'Node kubelet versions allow a rollback.',
      description:
        'Checks that no node would be newer than the control plane after a rollback.',
      recommendation: 'Take node groups back to the previous version first.',
      resources: newer.map(({ arn }) => ({ arn, status: 'ERROR' as const })),
    },
    {
      name: 'EKS add-on version rollback compatibility',
      status:
        incompatible.length > 0 ? ('ERROR' as const) : ('PASSING' as const),
      reason:
        incompatible.length > 0
          ? 'Some installed EKS add-on versions do not run on the version to go back to.'
          : 'All installed EKS add-on versions allow a rollback.',
      description:
        'Checks that installed EKS add-ons run on the previous version of Kubernetes.',
      recommendation:
        'Take add-ons to a version that runs on both Kubernetes versions.',
      resources: incompatible.map(({ arn }) => ({
        arn,
        status: 'ERROR' as const,
      })),
      addonCompatibility: incompatible.map(({ name }) => ({
        name,
        compatibleVersions: compatibleAddonVersions(name, previous),
      })),
    },
  ].map(check => ({
    ...check,
    category: 'ROLLBACK_READINESS',
    kubernetesVersion: previous,
    lastTransitionTime,
  }));
}
