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

import type {
  AddonCompatibility,
  Capability,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { AddonVersions } from '../collection/types';
import { compared } from './comparedParts';
import type { Part, PartSources } from './types';

/** EKS add-ons, and components that EKS does not manage. */
export function addonParts(sources: PartSources): Part[] {
  return [...managedAddons(sources), ...selfManagedAddons(sources)];
}

function managedAddons(sources: PartSources): Part[] {
  const { catalogue, observations, usual } = sources;
  const observation = sources.age('addons');
  return (observations.addons?.document?.addons ?? []).map(addon => {
    const newest = catalogue[0]?.addons?.[addon.name]?.[0]?.version;
    const listed = catalogue.some(({ addons }) => addons?.[addon.name]);
    return {
      group: 'addons',
      kind: 'addon',
      name: addon.name,
      version: addon.version,
      detail: addon.marketplace
        ? `AWS Marketplace · ${addon.publisher ?? 'unknown publisher'}`
        : undefined,
      newestVersion: newest,
      newestState: newestState(addon.version, newest),
      status: addon.status,
      healthIssues: addon.healthIssues,
      observation,
      compatibility: catalogue.map(({ kubernetesVersion, addons }) =>
        compatibility(addon, kubernetesVersion, addons, listed),
      ),
      outlier: usual.outlier(compared.addon(addon.name), addon.version),
    };
  });
}

/**
 * Whether EKS lists the installed version for a Kubernetes version. An add-on
 * that it does not list for any version says nothing; one that it lists for
 * others only has no version for this one.
 */
function compatibility(
  addon: { name: string; version?: string },
  kubernetesVersion: string,
  addons: AddonVersions | undefined,
  listed: boolean,
): AddonCompatibility {
  if (!addons || !addon.version || !listed) {
    return { kubernetesVersion, compatible: 'unknown' };
  }
  const versions = addons[addon.name] ?? [];
  return {
    kubernetesVersion,
    compatible: versions.some(({ version }) => version === addon.version)
      ? 'yes'
      : 'no',
    newestVersion: versions[0]?.version,
    defaultVersion: versions.find(one => one.default)?.version,
  };
}

function selfManagedAddons(sources: PartSources): Part[] {
  const { observations } = sources;
  const observation = sources.age('kubernetesAddons');
  const managed = new Set(
    observations.addons?.document?.addons.map(({ name }) => name),
  );
  return (observations.kubernetesAddons?.document?.addons ?? [])
    .filter(({ component }) => !managed.has(component))
    .map(addon => ({
      group: 'addons',
      kind: 'selfManagedAddon',
      name: addon.component,
      version: addon.version,
      detail: `${addon.namespace}/${addon.workload} · ${addon.image}`,
      newestState: 'unknown',
      status:
        addon.replicas === undefined
          ? undefined
          : `${addon.ready ?? 0} of ${addon.replicas} ready`,
      healthIssues: [],
      observation,
      compatibility: [],
    }));
}

const CAPABILITY_NAMES: Record<string, string> = {
  ARGOCD: 'Argo CD',
  ACK: 'AWS Controllers for Kubernetes',
  KRO: 'kro',
};

/** What EKS runs outside of the cluster on its behalf. */
export function capabilityParts(sources: PartSources): Part[] {
  const observation = sources.age('capabilities');
  const { document } = sources.observations.capabilities ?? {};
  return (document?.capabilities ?? []).map((capability: Capability) => ({
    group: 'capabilities',
    kind: capability.type,
    name: capability.name,
    version: capability.version,
    detail: [CAPABILITY_NAMES[capability.type], capability.serverUrl]
      .filter(Boolean)
      .join(' · '),
    // EKS keeps them current by itself.
    newestState: 'unknown',
    status: capability.status,
    healthIssues: capability.healthIssues,
    observation,
    compatibility: [],
  }));
}

function newestState(
  version: string | undefined,
  newest: string | undefined,
): Part['newestState'] {
  if (!version || !newest) {
    return 'unknown';
  }
  return version === newest ? 'current' : 'behind';
}
