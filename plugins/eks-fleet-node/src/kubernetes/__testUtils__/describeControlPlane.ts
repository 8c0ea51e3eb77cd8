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

import { DescribeClusterCommand } from '@aws-sdk/client-eks';
import type { ControlPlaneDocument } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { AwsTarget, EksFleetAwsService } from '../../aws/types';

/** What `DescribeCluster` says of how to reach a cluster. */
export async function describeControlPlane(
  aws: EksFleetAwsService,
  cluster: AwsTarget & { name: string },
): Promise<ControlPlaneDocument> {
  const { name } = cluster;
  const { cluster: described } = await aws
    .eks(cluster)
    .send(new DescribeClusterCommand({ name }));
  return {
    name,
    version: described!.version!,
    status: described!.status!,
    endpoint: described!.endpoint,
    certificateAuthority: described!.certificateAuthority?.data,
    oidcIssuer: described!.identity?.oidc?.issuer,
    endpointPublicAccess: described!.resourcesVpcConfig?.endpointPublicAccess,
    healthIssues: [],
    subnetIds: [],
    securityGroupIds: [],
    publicAccessCidrs: [],
    logTypes: [],
    autoMode: false,
    autoModeNodePools: [],
    hybridNodes: false,
  };
}
