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
  ClusterSpec,
  ClusterSpecProblem,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { ClusterFileContext, FileDocument } from '../types';
import {
  fill,
  namespaceOf,
  problemsOfNamespace,
  problemsWhere,
} from './manifests';

type Settings = ClusterFileContext['settings'];

/** How objects of one generation of the provider's API are written. */
export interface Generation {
  apiVersion(kind: string): string;
  /** Of the cluster's object; unique where it is. */
  clusterObject: string;
  namespace?: string;
  /** What each object's `spec` begins with: whose credentials, and whether AWS's thing goes with the object. */
  spec: FileDocument;
}

/** Kinds that the older generation has in a newer version. */
const SECOND_BETA = ['Cluster', 'NodeGroup'];

const KEEPS = ['Observe', 'Create', 'Update', 'LateInitialize'];

export function generationOf(
  spec: ClusterSpec,
  settings: Settings,
): Generation {
  const isDeleting = spec.lifecycle === 'deleting';
  const managementPolicies = isDeleting ? ['*'] : KEEPS;
  const name = fill(settings.providerConfig ?? 'aws-{account}', spec);
  return settings.scope === 'cluster'
    ? {
        apiVersion: kind =>
          `eks.aws.upbound.io/${
            SECOND_BETA.includes(kind) ? 'v1beta2' : 'v1beta1'
          }`,
        clusterObject: `${spec.name}-${spec.accountId}-${spec.region}`,
        spec: {
          managementPolicies,
          deletionPolicy: isDeleting ? 'Delete' : 'Orphan',
          providerConfigRef: { name },
        },
      }
    : {
        apiVersion: () => 'eks.aws.m.upbound.io/v1beta1',
        clusterObject: spec.name,
        namespace: namespaceOf(spec, settings),
        spec: {
          managementPolicies,
          providerConfigRef: { kind: 'ClusterProviderConfig', name },
        },
      };
}

export function refuseCrossplane(
  spec: ClusterSpec,
  settings: Settings,
): ClusterSpecProblem[] {
  return [
    ...problemsOfNamespace(spec, settings),
    ...problemsWhere(
      [
        'vpcCidr' in spec.network,
        'network.vpcCidr',
        'is of a VPC that these resources do not make; name network.vpcId and network.subnetIds of one that is there',
      ],
      [
        spec.roleArn === undefined,
        'roleArn',
        'is missing; no role is made for a cluster',
      ],
      [
        Boolean(spec.compute.autoMode?.nodePools.length) && !spec.nodeRoleArn,
        'nodeRoleArn',
        "is missing; no role is made for Auto Mode's nodes",
      ],
      [
        spec.gitopsAddons.length > 0,
        'gitopsAddons',
        'are labels of an Argo CD cluster Secret, which Crossplane does not make; set them there, and leave this empty',
      ],
    ),
    ...spec.compute.nodeGroups.flatMap((group, index) =>
      problemsWhere(
        [
          group.nodeRoleArn === undefined,
          `compute.nodeGroups[${index}].nodeRoleArn`,
          'is missing; no role is made for nodes',
        ],
        [
          group.kubernetesVersion === undefined,
          `compute.nodeGroups[${index}].kubernetesVersion`,
          'is missing; with Crossplane nodes do not follow the control plane',
        ],
      ),
    ),
  ];
}
