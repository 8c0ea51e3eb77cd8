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
import { merged, unlessEmpty, writePairs } from '../fieldPairs';
import type { ClusterFormat, FileDocument } from '../types';
import {
  ACCESS_ENTRIES,
  ADDONS,
  CONTROL_PLANE,
  LOG_TYPES,
  machinePoolVersion,
  NODE_GROUP,
  roleNameOf,
} from './capaFields';
import { refuseCapa } from './capaRefusals';
import {
  argoGuards,
  clusterAnnotations,
  fill,
  identity,
  isShared,
  metadata,
  namespaceMark,
  namespaceOf,
  namespaceSetting,
} from './manifests';
import { boundaryOf, permissionsBoundarySetting } from './permissionsBoundary';
import { readCapa } from './readCapa';

const CAPI = 'cluster.x-k8s.io/v1beta1';
const CONTROL_PLANE_API = 'controlplane.cluster.x-k8s.io/v1beta2';
const INFRASTRUCTURE_API = 'infrastructure.cluster.x-k8s.io/v1beta2';

/** Cluster API with its AWS provider. */
export const capa: ClusterFormat = {
  settings: {
    namespace: namespaceSetting,
    permissionsBoundary: permissionsBoundarySetting,
    identity: {
      pattern: /^([a-z0-9.-]|\{(cluster|account|region|environment)\}){1,63}$/,
      right:
        'the name of an AWSClusterRoleIdentity, in which {account} and the like stand for the cluster’s own',
    },
  },
  endings: /\.ya?ml$/,
  refuse: refuseCapa,
  write(spec, settings) {
    const namespace = namespaceOf(spec, settings);
    const object = (
      apiVersion: string,
      kind: string,
      name: string,
      content: FileDocument,
      annotations: FileDocument = {},
    ) => ({
      apiVersion,
      kind,
      metadata: metadata(name, namespace, {
        ...annotations,
        ...argoGuards(spec),
      }),
      spec: content,
    });
    const reference = (apiVersion: string, kind: string, name: string) => ({
      apiVersion,
      kind,
      name,
    });
    const { serviceIpv4Cidr } = spec.network;
    return [
      ...(isShared(settings)
        ? []
        : [
            {
              apiVersion: 'v1',
              kind: 'Namespace',
              metadata: metadata(namespace, undefined, {
                ...argoGuards(spec),
                ...namespaceMark(spec),
              }),
            },
          ]),
      object(
        CAPI,
        'Cluster',
        spec.name,
        merged({
          clusterNetwork: serviceIpv4Cidr && {
            services: { cidrBlocks: [serviceIpv4Cidr] },
          },
          controlPlaneRef: reference(
            CONTROL_PLANE_API,
            'AWSManagedControlPlane',
            spec.name,
          ),
          infrastructureRef: reference(
            INFRASTRUCTURE_API,
            'AWSManagedCluster',
            spec.name,
          ),
        }),
        clusterAnnotations(spec),
      ),
      object(INFRASTRUCTURE_API, 'AWSManagedCluster', spec.name, {}),
      object(
        CONTROL_PLANE_API,
        'AWSManagedControlPlane',
        spec.name,
        merged(writePairs(CONTROL_PLANE, spec), {
          network: networkOf(spec),
          roleName: roleNameOf(spec.roleArn),
          rolePermissionsBoundary: boundaryOf(spec, settings, spec.roleArn),
          logging: Object.fromEntries(
            Object.entries(LOG_TYPES).map(([type, field]) => [
              field,
              spec.logTypes.includes(type as keyof typeof LOG_TYPES),
            ]),
          ),
          bootstrapSelfManagedAddons: false,
          addons: unlessEmpty(ADDONS.to(spec.addons)),
          accessEntries: unlessEmpty(ACCESS_ENTRIES.to(spec.accessEntries)),
          identityRef: {
            kind: 'AWSClusterRoleIdentity',
            name: fill(settings.identity ?? 'aws-{account}', spec),
          },
        }),
      ),
      ...spec.compute.nodeGroups.flatMap(group => {
        const name = `${spec.name}-${group.name}`;
        return [
          object(
            CAPI,
            'MachinePool',
            name,
            {
              clusterName: spec.name,
              replicas: group.desiredSize,
              template: {
                spec: {
                  clusterName: spec.name,
                  version: machinePoolVersion.to(group.kubernetesVersion!),
                  bootstrap: { dataSecretName: '' },
                  infrastructureRef: reference(
                    INFRASTRUCTURE_API,
                    'AWSManagedMachinePool',
                    name,
                  ),
                },
              },
            },
            {
              'cluster.x-k8s.io/replicas-managed-by': 'external-autoscaler',
            },
          ),
          object(
            INFRASTRUCTURE_API,
            'AWSManagedMachinePool',
            name,
            merged(writePairs(NODE_GROUP, group), {
              roleName: roleNameOf(group.nodeRoleArn),
              rolePermissionsBoundary: boundaryOf(
                spec,
                settings,
                group.nodeRoleArn,
              ),
              subnetIDs:
                'vpcId' in spec.network ? spec.network.subnetIds : undefined,
              additionalTags: unlessEmpty(spec.tags),
            }),
          ),
        ];
      }),
    ];
  },
  read: readCapa,
  identify(document) {
    switch (document.kind) {
      case 'MachinePool':
        return identity(document);
      case 'AWSManagedMachinePool':
        return identity(document, 'spec', 'eksNodegroupName');
      default:
        return String(document.kind);
    }
  },
};

function networkOf({ network }: ClusterSpec): FileDocument {
  return 'vpcId' in network
    ? {
        vpc: { id: network.vpcId },
        subnets: network.subnetIds.map(id => ({ id })),
      }
    : {
        vpc: {
          cidrBlock: network.vpcCidr,
          availabilityZoneUsageLimit: network.availabilityZones,
        },
      };
}
