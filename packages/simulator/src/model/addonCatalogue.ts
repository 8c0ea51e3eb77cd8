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

import { minorOf } from './minors';
import { KUBERNETES_VERSIONS } from './versions';

/** An add-on version and the Kubernetes versions that EKS runs it on. */
export interface AddonVersion {
  version: string;
  /** Oldest first. */
  kubernetesVersions: string[];
  /** Where EKS chooses it for who does not choose. */
  defaultFor: string[];
}

/** An add-on that EKS can install. */
export interface CatalogueAddon {
  name: string;
  /** What it is for, in EKS's words. */
  type: string;
  publisher: string;
  /** `aws`, `community` or `aws-marketplace`. */
  owner: string;
  namespace: string;
  requiresIamPermissions: boolean;
  marketplace?: { productId: string; productUrl: string };
  /** Newest first. */
  versions: AddonVersion[];
}

/** Minors of Kubernetes 1: first, last. */
type Range = [number, number];
type Row = [version: string, runsOn: Range, defaultFor?: Range];

const NEWEST_MINOR = 36;

const EKS = {
  publisher: 'eks',
  owner: 'aws',
  namespace: 'kube-system',
  requiresIamPermissions: false,
};

/**
 * What EKS offers. Names, publishers and owners are AWS's; versions and what
 * they run on are assumed, after the pattern of AWS's own answers.
 */
export const ADDON_CATALOGUE: readonly CatalogueAddon[] = [
  {
    ...EKS,
    name: 'adot',
    type: 'observability',
    namespace: 'opentelemetry-operator-system',
    versions: rows(
      ['v0.151.0-eksbuild.1', [31, 36], [31, 36]],
      ['v0.117.0-eksbuild.1', [29, 33], [29, 30]],
    ),
  },
  {
    ...EKS,
    name: 'amazon-cloudwatch-observability',
    type: 'observability',
    namespace: 'amazon-cloudwatch',
    requiresIamPermissions: true,
    versions: rows(
      ['v5.2.0-eksbuild.1', [30, 36], [30, 36]],
      ['v4.4.0-eksbuild.1', [29, 34], [29, 29]],
    ),
  },
  {
    ...EKS,
    name: 'aws-ebs-csi-driver',
    type: 'storage',
    requiresIamPermissions: true,
    versions: rows(
      ['v1.54.0-eksbuild.1', [30, 36], [30, 36]],
      ['v1.45.0-eksbuild.2', [29, 35], [29, 29]],
      ['v1.38.1-eksbuild.2', [29, 33]],
    ),
  },
  {
    ...EKS,
    name: 'aws-efs-csi-driver',
    type: 'storage',
    requiresIamPermissions: true,
    versions: rows(
      ['v2.3.0-eksbuild.2', [30, 36], [30, 36]],
      ['v2.1.9-eksbuild.1', [29, 34], [29, 29]],
    ),
  },
  {
    ...EKS,
    name: 'aws-guardduty-agent',
    type: 'security',
    namespace: 'amazon-guardduty',
    versions: rows(
      ['v1.12.1-eksbuild.2', [29, 36], [29, 36]],
      ['v1.7.1-eksbuild.2', [29, 33]],
    ),
  },
  {
    ...EKS,
    name: 'cert-manager',
    type: 'security',
    owner: 'community',
    namespace: 'cert-manager',
    versions: rows(
      ['v1.19.2-eksbuild.1', [31, 36], [31, 36]],
      ['v1.17.2-eksbuild.1', [29, 33], [29, 30]],
    ),
  },
  {
    ...EKS,
    name: 'coredns',
    type: 'networking',
    versions: rows(
      ['v1.13.2-eksbuild.1', [33, 36], [34, 36]],
      ['v1.12.4-eksbuild.1', [31, 35], [32, 33]],
      ['v1.11.4-eksbuild.24', [29, 33], [29, 31]],
      ['v1.11.1-eksbuild.9', [29, 31]],
    ),
  },
  {
    ...EKS,
    name: 'eks-node-monitoring-agent',
    type: 'observability',
    versions: rows(['v1.5.1-eksbuild.1', [29, 36], [29, 36]]),
  },
  {
    ...EKS,
    name: 'eks-pod-identity-agent',
    type: 'security',
    versions: rows(
      ['v1.3.10-eksbuild.2', [29, 36], [29, 36]],
      ['v1.3.4-eksbuild.1', [29, 34]],
    ),
  },
  {
    ...EKS,
    name: 'kube-proxy',
    type: 'networking',
    // May be three minors older than the control plane, and never newer.
    versions: KUBERNETES_VERSIONS.map(({ version, patchVersion }): Row => {
      const minor = minorOf(version);
      return [
        `v${patchVersion}-eksbuild.2`,
        [minor, Math.min(minor + 3, NEWEST_MINOR)],
        [minor, minor],
      ];
    })
      .reverse()
      .map(toVersion),
  },
  {
    ...EKS,
    name: 'kube-state-metrics',
    type: 'observability',
    owner: 'community',
    namespace: 'kube-state-metrics',
    versions: rows(
      ['v2.17.0-eksbuild.4', [31, 36], [31, 36]],
      ['v2.15.0-eksbuild.4', [29, 34], [29, 30]],
    ),
  },
  {
    name: 'kubecost_kubecost',
    type: 'cost-management',
    publisher: 'kubecost',
    owner: 'aws-marketplace',
    namespace: 'kubecost',
    requiresIamPermissions: false,
    marketplace: {
      productId: '60f2a9d4-3d5d-4ac6-9d0c-0c1b7e2f5a18',
      productUrl:
        'https://aws.amazon.com/marketplace/pp/prodview-asiz4x22pm2n2',
    },
    versions: rows(
      ['v2.8.2-eksbuild.1', [30, 33], [30, 33]],
      ['v2.4.1-eksbuild.1', [29, 31], [29, 29]],
    ),
  },
  {
    ...EKS,
    name: 'metrics-server',
    type: 'observability',
    owner: 'community',
    versions: rows(
      ['v0.8.1-eksbuild.1', [30, 36], [30, 36]],
      ['v0.7.2-eksbuild.4', [29, 34], [29, 29]],
    ),
  },
  {
    ...EKS,
    name: 'snapshot-controller',
    type: 'storage',
    versions: rows(
      ['v8.4.1-eksbuild.1', [30, 36], [30, 36]],
      ['v8.2.0-eksbuild.1', [29, 33], [29, 29]],
    ),
  },
  {
    ...EKS,
    name: 'vpc-cni',
    type: 'networking',
    requiresIamPermissions: true,
    versions: rows(
      ['v1.21.1-eksbuild.3', [31, 36], [31, 36]],
      ['v1.20.4-eksbuild.2', [29, 35], [29, 30]],
      ['v1.19.5-eksbuild.1', [29, 33]],
    ),
  },
];

export function findCatalogueAddon(name: string): CatalogueAddon | undefined {
  return ADDON_CATALOGUE.find(addon => addon.name === name);
}

/** The version that EKS installs where none is asked for. */
export function defaultAddonVersion(
  name: string,
  kubernetesVersion: string,
): string | undefined {
  return findCatalogueAddon(name)?.versions.find(({ defaultFor }) =>
    defaultFor.includes(kubernetesVersion),
  )?.version;
}

/** The versions of an add-on that run on a Kubernetes version, newest first. */
export function compatibleAddonVersions(
  name: string,
  kubernetesVersion: string,
): string[] {
  return (findCatalogueAddon(name)?.versions ?? [])
    .filter(version => version.kubernetesVersions.includes(kubernetesVersion))
    .map(({ version }) => version);
}

function rows(...versions: Row[]): AddonVersion[] {
  return versions.map(toVersion);
}

function toVersion([version, runsOn, defaultFor]: Row): AddonVersion {
  return {
    version,
    kubernetesVersions: minorsOf(runsOn),
    defaultFor: defaultFor ? minorsOf(defaultFor) : [],
  };
}

function minorsOf([first, last]: Range): string[] {
  return Array.from(
    { length: last - first + 1 },
    (_, index) => `1.${first + index}`,
  );
}
