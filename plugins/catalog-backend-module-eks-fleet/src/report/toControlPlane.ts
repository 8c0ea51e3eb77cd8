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
  ControlPlaneDocument,
  ObservationError,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { DescribedCluster } from '../discovery/readTarget';

const LONGEST_TEXT = 2000;
const LONGEST_CERTIFICATE = 20_000;
const MOST_NAMES = 500;
const MOST_TAGS = 200;
const MOST_ISSUES = 2000;

/** What matters of EKS `DescribeCluster`, the same for the same facts. */
export function toControlPlane(
  cluster: DescribedCluster,
): ControlPlaneDocument {
  const vpc = cluster.resourcesVpcConfig;
  const network = cluster.kubernetesNetworkConfig;
  const remote = cluster.remoteNetworkConfig;
  return {
    name: cluster.name,
    version: text(cluster.version) ?? '',
    platformVersion: text(cluster.platformVersion),
    status: text(cluster.status) ?? 'UNKNOWN',
    createdAt: cluster.createdAt?.toISOString(),
    roleArn: text(cluster.roleArn),
    endpoint: text(cluster.endpoint),
    certificateAuthority: cluster.certificateAuthority?.data?.slice(
      0,
      LONGEST_CERTIFICATE,
    ),
    oidcIssuer: text(cluster.identity?.oidc?.issuer),
    supportType: text(cluster.upgradePolicy?.supportType),
    deletionProtection: cluster.deletionProtection,
    healthIssues: (cluster.health?.issues ?? [])
      .slice(0, MOST_ISSUES)
      .map(issue => ({
        code: text(issue.code) ?? 'Unknown',
        message: text(issue.message) ?? '',
        resourceIds: names(issue.resourceIds),
      }))
      .sort((a, b) =>
        `${a.code} ${a.message}` < `${b.code} ${b.message}` ? -1 : 1,
      ),
    vpcId: text(vpc?.vpcId),
    subnetIds: names(vpc?.subnetIds),
    securityGroupIds: names([
      ...(vpc?.clusterSecurityGroupId ? [vpc.clusterSecurityGroupId] : []),
      ...(vpc?.securityGroupIds ?? []),
    ]),
    endpointPublicAccess: vpc?.endpointPublicAccess,
    endpointPrivateAccess: vpc?.endpointPrivateAccess,
    publicAccessCidrs: names(vpc?.publicAccessCidrs),
    ipFamily: text(network?.ipFamily),
    serviceCidr: text(network?.serviceIpv4Cidr ?? network?.serviceIpv6Cidr),
    logTypes: names(
      cluster.logging?.clusterLogging
        ?.filter(({ enabled }) => enabled)
        .flatMap(({ types }) => types ?? []),
    ),
    tags: cluster.tags && tagsOf(cluster.tags),
    secretsKeyArn: text(
      cluster.encryptionConfig?.find(({ resources }) =>
        resources?.includes('secrets'),
      )?.provider?.keyArn,
    ),
    authenticationMode: text(cluster.accessConfig?.authenticationMode),
    autoMode: cluster.computeConfig?.enabled === true,
    autoModeNodePools: names(cluster.computeConfig?.nodePools),
    zonalShift: cluster.zonalShiftConfig?.enabled,
    scalingTier: text(cluster.controlPlaneScalingConfig?.tier),
    hybridNodes:
      (remote?.remoteNodeNetworks?.length ?? 0) > 0 ||
      (remote?.remotePodNetworks?.length ?? 0) > 0,
  };
}

/** What kept a cluster from being described. */
export function toControlPlaneFailure(failure: {
  name: string;
  error: ObservationError;
}): { name: string; error: ObservationError } {
  const { code, message } = failure.error;
  return { name: failure.name, error: { code, message: text(message) ?? '' } };
}

function text(value: string | undefined): string | undefined {
  return value?.slice(0, LONGEST_TEXT);
}

/** EKS has at most 50 of them, in no order. */
function tagsOf(tags: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(tags)
      .slice(0, MOST_TAGS)
      .map(([key, value]) => [key, value.slice(0, LONGEST_TEXT)])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** In an order of their own: EKS gives another one each time. */
function names(values: string[] | undefined): string[] {
  return (values ?? [])
    .slice(0, MOST_NAMES)
    .map(value => value.slice(0, LONGEST_TEXT))
    .sort();
}
