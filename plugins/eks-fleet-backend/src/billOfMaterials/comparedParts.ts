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

import type { ClusterObservations } from '../collection/types';

/** Names of what clusters are compared by. */
export const compared = {
  addon: (name: string) => `addon/${name}`,
  amiType: 'amiType',
  authenticationMode: 'authenticationMode',
  endpointAccess: 'endpointAccess',
  logTypes: 'logTypes',
  secretsEncryption: 'secretsEncryption',
};

/** What a cluster has, of all that clusters are compared by. */
export function comparedParts(
  observations: ClusterObservations,
): Map<string, string> {
  const parts = new Map<string, string>();
  for (const { name, version } of observations.addons?.document?.addons ?? []) {
    if (version) {
      parts.set(compared.addon(name), version);
    }
  }
  const nodegroups = observations.nodegroups?.document?.nodegroups ?? [];
  const amiTypes = new Set(nodegroups.flatMap(({ amiType }) => amiType ?? []));
  if (amiTypes.size === 1) {
    parts.set(compared.amiType, [...amiTypes][0]);
  }
  const controlPlane = observations.controlPlane?.document;
  if (controlPlane) {
    parts.set(compared.endpointAccess, endpointAccess(controlPlane));
    parts.set(compared.logTypes, logTypes(controlPlane));
    parts.set(
      compared.secretsEncryption,
      secretsEncryption(controlPlane.secretsKeyArn),
    );
    if (controlPlane.authenticationMode) {
      parts.set(compared.authenticationMode, controlPlane.authenticationMode);
    }
  }
  return parts;
}

export function endpointAccess(controlPlane: {
  endpointPublicAccess?: boolean;
  endpointPrivateAccess?: boolean;
  publicAccessCidrs: string[];
}): string {
  const { endpointPublicAccess, endpointPrivateAccess, publicAccessCidrs } =
    controlPlane;
  if (!endpointPublicAccess) {
    return 'private';
  }
  const open = publicAccessCidrs.includes('0.0.0.0/0');
  return [
    open ? 'public to everybody' : 'public to named networks',
    ...(endpointPrivateAccess ? ['private'] : []),
  ].join(' and ');
}

export function logTypes({ logTypes: types }: { logTypes: string[] }): string {
  return types.length ? [...types].sort().join(', ') : 'none';
}

/** Which key differs from cluster to cluster; whether there is one does not. */
export function secretsEncryption(keyArn: string | undefined): string {
  return keyArn ? 'with a KMS key' : 'with the key of EKS';
}
