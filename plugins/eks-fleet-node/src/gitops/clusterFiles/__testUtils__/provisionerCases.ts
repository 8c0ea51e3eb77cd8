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

import type { ClusterSpec } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { shippedProvisioners } from '../../provisioners/shippedProvisioners';
import type { Provisioner } from '../../provisioners/types';
import type { ClusterFileContext } from '../types';
import { AUTO_MODE_SMALL, role } from './exampleSpecs';

/** One way to write clusters, and what makes a bill of materials fit it. */
export interface ProvisionerCase {
  title: string;
  provisioner: Required<Provisioner>;
  context: ClusterFileContext;
  fit(spec: ClusterSpec): ClusterSpec;
}

const VPC = {
  vpcId: 'vpc-0a1b2c3d4e5f60718',
  subnetIds: ['subnet-0a1b2c3d', 'subnet-4e5f6071'],
};

export const KRO_SETTINGS = {
  managementAccountId: '444455556666',
  argoCdHubRoleArn: 'arn:aws:iam::444455556666:role/argocd-hub',
  argoCdCapabilityRoleArn: 'arn:aws:iam::444455556666:role/argocd-capability',
  tenant: 'tenant1',
  domainName: 'clusters.example.com',
  resourcePrefix: 'acme',
  repoUrl: 'https://github.com/acme/fleet',
  repoRevision: 'main',
};

export const CASES: ProvisionerCase[] = [
  {
    title: 'kro',
    ...by('kro', 'clusters/cluster.yaml', KRO_SETTINGS),
    fit: spec => ({
      ...AUTO_MODE_SMALL,
      name: spec.name,
      environment: spec.environment,
      owner: spec.owner,
      kubernetesVersion: spec.kubernetesVersion,
      gitopsAddons: spec.gitopsAddons,
      lifecycle: spec.lifecycle,
      network: {
        vpcCidr:
          'vpcCidr' in spec.network ? spec.network.vpcCidr : '10.8.0.0/18',
        availabilityZones: 2,
      },
    }),
  },
  { title: 'ack', ...by('ack', 'clusters/cluster.yaml'), fit: fitObjects },
  {
    title: 'terraform',
    ...by('terraform', 'clusters/cluster.auto.tfvars.json'),
    fit: spec => spec,
  },
  {
    title: 'crossplane, namespaced',
    ...by('crossplane', 'clusters/cluster.yaml', {
      namespace: '{cluster}-{account}',
    }),
    fit: fitObjects,
  },
  {
    title: 'crossplane, cluster-scoped',
    ...by('crossplane', 'clusters/cluster.yaml', { scope: 'cluster' }),
    fit: fitObjects,
  },
  {
    title: 'capa',
    ...by('capa', 'clusters/cluster.yaml', { namespace: 'clusters' }),
    fit: fitCapa,
  },
];

const BOUNDARY = {
  permissionsBoundary: 'arn:aws:iam::{account}:policy/{environment}-boundary',
};

/** Those that make roles, with what bounds them. */
export const BOUNDED: ProvisionerCase[] = [
  {
    title: 'terraform',
    ...by('terraform', 'clusters/cluster.auto.tfvars.json', BOUNDARY),
    fit: spec => spec,
  },
  {
    title: 'capa',
    ...by('capa', 'clusters/cluster.yaml', {
      namespace: 'clusters',
      ...BOUNDARY,
    }),
    fit: fitCapa,
  },
];

function by(
  id: string,
  path: string,
  settings: Record<string, string> = {},
): Pick<ProvisionerCase, 'provisioner' | 'context'> {
  return {
    provisioner: shippedProvisioners.find(
      each => each.id === id,
    ) as Required<Provisioner>,
    context: { path, settings },
  };
}

/** For provisioners that make neither VPCs nor roles. */
function fitObjects(spec: ClusterSpec): ClusterSpec {
  const { autoMode, nodeGroups } = spec.compute;
  return {
    ...spec,
    network: {
      ...VPC,
      ...(spec.network.serviceIpv4Cidr && {
        serviceIpv4Cidr: spec.network.serviceIpv4Cidr,
      }),
    },
    gitopsAddons: [],
    roleArn: spec.roleArn ?? role('cluster'),
    ...(autoMode?.nodePools.length && {
      nodeRoleArn: spec.nodeRoleArn ?? role('node'),
    }),
    compute: {
      ...spec.compute,
      nodeGroups: nodeGroups.map(each => ({
        ...each,
        kubernetesVersion: each.kubernetesVersion ?? spec.kubernetesVersion,
        nodeRoleArn: each.nodeRoleArn ?? role('node'),
      })),
    },
  };
}

function fitCapa(spec: ClusterSpec): ClusterSpec {
  const { nodeRoleArn, ...rest } = spec;
  const nodeGroups = spec.compute.nodeGroups.map(each => ({
    ...each,
    instanceTypes: each.instanceTypes.slice(0, 1),
    kubernetesVersion: each.kubernetesVersion ?? spec.kubernetesVersion,
    taints: each.taints.map(taint => ({ value: 'x', ...taint })),
  }));
  return {
    ...rest,
    gitopsAddons: [],
    podIdentityAssociations: [],
    zonalShift: false,
    deletionProtection: false,
    ...(spec.roleArn && { roleArn: role('cluster') }),
    addons: spec.addons.map(each => ({
      ...each,
      version: each.version ?? 'v1.0.0-eksbuild.1',
      podIdentityAssociations: [],
    })),
    compute: {
      nodeGroups: nodeGroups.length
        ? nodeGroups
        : [
            {
              name: 'general',
              instanceTypes: ['m7i.large'],
              capacityType: 'ON_DEMAND',
              amiType: 'AL2023_x86_64_STANDARD',
              minSize: 1,
              desiredSize: 1,
              maxSize: 2,
              labels: {},
              taints: [],
              kubernetesVersion: spec.kubernetesVersion,
            },
          ],
    },
  };
}
