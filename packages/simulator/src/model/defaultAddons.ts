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
import type { AddonSpec } from './addons';

const NODE_ADDONS = [
  'vpc-cni',
  'coredns',
  'kube-proxy',
  'aws-ebs-csi-driver',
  'eks-pod-identity-agent',
];

/** What a cluster with nodes has at most by default. */
export const SIX_ADDONS = [...NODE_ADDONS, 'metrics-server'];

/** Auto Mode brings network, DNS, storage and identity itself. */
const AUTO_MODE_ADDONS = ['metrics-server'];

const FARGATE_ADDONS = ['vpc-cni', 'coredns', 'kube-proxy'];

/** Add-ons as most clusters have them: five or six on nodes. */
export function defaultAddons(
  cluster: { version: string; autoMode: boolean; fargateOnly: boolean },
  random: () => number,
): AddonSpec[] {
  return usualNames(cluster, random)
    .filter(name => defaultAddonVersion(name, cluster.version) !== undefined)
    .map(name => ({ name }));
}

function usualNames(
  cluster: { autoMode: boolean; fargateOnly: boolean },
  random: () => number,
): string[] {
  if (cluster.autoMode) {
    return AUTO_MODE_ADDONS;
  }
  if (cluster.fargateOnly) {
    return FARGATE_ADDONS;
  }
  return random() < 0.6 ? SIX_ADDONS : NODE_ADDONS;
}
