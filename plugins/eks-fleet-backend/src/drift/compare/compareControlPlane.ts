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

import type { ControlPlaneDocument } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { ClusterStatement } from '../types';
import type { Comparison } from './driftOfCluster';
import { Findings } from './findings';

/** What EKS takes where a public endpoint names nobody. */
const ANYBODY = ['0.0.0.0/0'];

/** Version and settings of the control plane. */
export function compareControlPlane(
  said: ClusterStatement,
  found: ControlPlaneDocument | undefined,
): Comparison {
  const findings = new Findings();
  const { endpointAccess: access = {}, network = {} } = said;
  findings.compare('kubernetesVersion', said.kubernetesVersion, found?.version);
  findings.compare(
    'upgradePolicy.supportType',
    said.supportType,
    found?.supportType,
  );
  findings.compare(
    'deletionProtection',
    said.deletionProtection,
    found?.deletionProtection,
  );
  findings.compare(
    'authenticationMode',
    said.authenticationMode,
    found?.authenticationMode,
  );
  findings.compare(
    'endpointAccess.private',
    access.private,
    found?.endpointPrivateAccess,
  );
  findings.compare(
    'endpointAccess.public',
    access.public,
    found?.endpointPublicAccess,
  );
  // Who reaches an endpoint that is not public is nobody's business.
  if (access.public !== false && found?.endpointPublicAccess) {
    findings.compare(
      'endpointAccess.publicCidrs',
      access.public && !access.publicCidrs?.length
        ? ANYBODY
        : access.publicCidrs,
      found.publicAccessCidrs.length > 0 ? found.publicAccessCidrs : ANYBODY,
    );
  }
  findings.compare('logTypes', said.logTypes, found?.logTypes);
  findings.compare('zonalShift', said.zonalShift, found?.zonalShift);
  findings.compare('roleArn', said.roleArn, found?.roleArn);
  findings.compare(
    'encryptionKeyArn',
    said.encryptionKeyArn,
    // That none encrypts is seen as well.
    found && (found.secretsKeyArn ?? '–'),
  );
  findings.compare('network.vpcId', network.vpcId, found?.vpcId);
  findings.compare('network.subnetIds', network.subnetIds, found?.subnetIds);
  findings.compare(
    'network.serviceIpv4Cidr',
    network.serviceIpv4Cidr,
    found?.serviceCidr,
  );
  findings.compare(
    'compute.autoMode',
    said.autoMode && autoMode(said.autoMode.isOn, said.autoMode.nodePools),
    found && autoMode(found.autoMode, found.autoModeNodePools),
  );
  return findings;
}

function autoMode(isOn: boolean, nodePools: readonly string[]): string {
  return isOn ? ['on', ...[...nodePools].sort()].join(', ') : 'off';
}
