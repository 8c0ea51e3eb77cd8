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
import {
  merged,
  readPairs,
  unlessEmpty,
  writePairs,
  type FieldPair,
} from '../fieldPairs';
import type { ClusterFormat, FileDocument } from '../types';
import { valueAt } from '../../edits/jsonPointer';
import {
  ACCESS_ENTRY,
  ADDON,
  CLUSTER,
  NODE_GROUP,
  POD_IDENTITY,
} from './ackFields';
import { ackAnnotations, ackNamespace } from './ackGuards';
import {
  addonObjectName,
  annotationOf,
  clusterAnnotations,
  identity,
  isShared,
  metadata,
  namespaceOf,
  namespaceSetting,
  objectName,
  ofKind,
  problemsOfNamespace,
  problemsWhere,
  readAnnotations,
  readVpcId,
} from './manifests';

const API = 'eks.services.k8s.aws/v1alpha1';
const GROUP = /^eks\.services\.k8s\.aws\//;

/** Where an AWS object of each kind is named. */
const NAMES: Record<string, string[]> = {
  Nodegroup: ['spec', 'name'],
  Addon: ['spec', 'name'],
  AccessEntry: ['spec', 'principalARN'],
};

/** Objects of AWS Controllers for Kubernetes. */
export const ack: ClusterFormat = {
  settings: { namespace: namespaceSetting },
  endings: /\.ya?ml$/,
  refuse: (spec, settings) => [
    ...problemsOfNamespace(spec, settings),
    ...problemsWhere(
      [
        'vpcCidr' in spec.network,
        'network.vpcCidr',
        "is nothing that ACK's EKS controller makes a VPC of; name network.vpcId and network.subnetIds of one that is there",
      ],
      [
        spec.roleArn === undefined,
        'roleArn',
        'is missing; ACK makes no role for a cluster',
      ],
      [
        Boolean(spec.compute.autoMode?.nodePools.length) && !spec.nodeRoleArn,
        'nodeRoleArn',
        "is missing; ACK makes no role for Auto Mode's nodes",
      ],
      [
        spec.gitopsAddons.length > 0,
        'gitopsAddons',
        'are labels of an Argo CD cluster Secret, which ACK does not make; set them there, and leave this empty',
      ],
    ),
    ...spec.compute.nodeGroups.flatMap((group, index) =>
      problemsWhere(
        [
          group.nodeRoleArn === undefined,
          `compute.nodeGroups[${index}].nodeRoleArn`,
          'is missing; ACK makes no role for nodes',
        ],
        [
          group.kubernetesVersion === undefined,
          `compute.nodeGroups[${index}].kubernetesVersion`,
          'is missing; with ACK nodes do not follow the control plane',
        ],
      ),
    ),
  ],
  write(spec, settings) {
    const namespace = namespaceOf(spec, settings);
    const guards = ackAnnotations(spec);
    const object = (
      kind: string,
      name: string,
      content: FileDocument,
      annotations: FileDocument = {},
    ) => ({
      apiVersion: API,
      kind,
      metadata: metadata(name, namespace, { ...annotations, ...guards }),
      spec: content,
    });
    const member = {
      clusterRef: { from: { name: spec.name } },
      tags: unlessEmpty(spec.tags),
    };
    return [
      ...(isShared(settings) ? [] : [ackNamespace(spec, namespace)]),
      object('Cluster', spec.name, clusterSpec(spec), clusterAnnotations(spec)),
      ...spec.compute.nodeGroups.map(group =>
        object(
          'Nodegroup',
          `${spec.name}-${group.name}`,
          merged(writePairs(NODE_GROUP, group), member, {
            subnets:
              'vpcId' in spec.network ? spec.network.subnetIds : undefined,
          }),
          {
            'eks.services.k8s.aws/desired-size-managed-by':
              'external-autoscaler',
          },
        ),
      ),
      ...spec.addons.map(addon =>
        object(
          'Addon',
          addonObjectName(spec.name, addon.name),
          merged(writePairs(ADDON, addon), member, {
            resolveConflicts: 'OVERWRITE',
          }),
        ),
      ),
      ...spec.accessEntries.map(entry =>
        object(
          'AccessEntry',
          objectName(spec.name, 'access', entry.principalArn),
          merged(writePairs(ACCESS_ENTRY, entry), member, { type: 'STANDARD' }),
        ),
      ),
      ...spec.podIdentityAssociations.map(each =>
        object(
          'PodIdentityAssociation',
          objectName(
            spec.name,
            'pod-identity',
            `${each.namespace}/${each.serviceAccount}`,
          ),
          merged(writePairs(POD_IDENTITY, each), member),
        ),
      ),
    ];
  },
  read(documents) {
    const [cluster] = ofKind(documents, 'Cluster', GROUP);
    const all = (kind: string, pairs: FieldPair[]) =>
      ofKind(documents, kind, GROUP)
        .filter(each => isOf(cluster, each))
        .map(each => readPairs(pairs, each.spec));
    const compute = cluster && (cluster.spec as any)?.computeConfig;
    return merged(readPairs(CLUSTER, cluster?.spec), readAnnotations(cluster), {
      region: regionOf(cluster),
      network: { vpcId: readVpcId(cluster) },
      compute: {
        autoMode: compute?.enabled
          ? { nodePools: compute.nodePools ?? [] }
          : undefined,
        nodeGroups: all('Nodegroup', NODE_GROUP),
      },
      addons: all('Addon', ADDON),
      accessEntries: all('AccessEntry', ACCESS_ENTRY),
      podIdentityAssociations: all('PodIdentityAssociation', POD_IDENTITY),
    });
  },
  identify: document => {
    const kind = String(document.kind);
    if (kind === 'Cluster' || kind === 'Namespace') {
      return kind;
    }
    const { namespace, serviceAccount } = (document.spec ?? {}) as FileDocument;
    return kind === 'PodIdentityAssociation'
      ? `${kind} ${namespace}/${serviceAccount}`
      : identity(document, ...(NAMES[kind] ?? []));
  },
};

function clusterSpec(spec: ClusterSpec): FileDocument {
  const { autoMode } = spec.compute;
  const enabled = autoMode !== undefined;
  // Auto Mode is these three together; and is not left without being switched off.
  return merged(writePairs(CLUSTER, spec), {
    accessConfig: { bootstrapClusterCreatorAdminPermissions: false },
    bootstrapSelfManagedAddons: false,
    computeConfig: {
      enabled,
      nodePools: autoMode && unlessEmpty(autoMode.nodePools),
    },
    kubernetesNetworkConfig: { elasticLoadBalancing: { enabled } },
    storageConfig: { blockStorage: { enabled } },
  });
}

/** Whether an object is of the cluster, by either way to say so. */
function isOf(cluster: FileDocument | undefined, member: FileDocument) {
  const name =
    valueAt(member, ['spec', 'clusterName']) ??
    valueAt(member, ['spec', 'clusterRef', 'from', 'name']);
  return (
    name === valueAt(cluster, ['spec', 'name']) ||
    name === valueAt(cluster, ['metadata', 'name'])
  );
}

function regionOf(cluster: FileDocument | undefined): unknown {
  return annotationOf(cluster, 'services.k8s.aws/region');
}
