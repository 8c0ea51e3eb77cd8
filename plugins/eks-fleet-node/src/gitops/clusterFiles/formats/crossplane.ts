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
import { valueAt } from '../../edits/jsonPointer';
import { merged, unlessEmpty, writePairs } from '../fieldPairs';
import type { ClusterFileContext, ClusterFormat, FileDocument } from '../types';
import {
  ACCESS_ENTRY,
  ADDON,
  CLUSTER,
  NODE_GROUP,
  POD_IDENTITY,
} from './crossplaneFields';
import { generationOf, refuseCrossplane } from './crossplaneGenerations';
import {
  accessScope,
  addonObjectName,
  argoGuards,
  clusterAnnotations,
  identity,
  isShared,
  metadata,
  namespaceMark,
  namespaceOf,
  namespaceSetting,
  objectName,
} from './manifests';
import { EXTERNAL_NAME, nameOf, readCrossplane } from './readCrossplane';

/** Managed resources of Crossplane's AWS provider, of either generation. */
export const crossplane: ClusterFormat = {
  settings: {
    scope: {
      pattern: /^(namespaced|cluster)$/,
      right:
        'namespaced, for eks.aws.m.upbound.io of Crossplane 2, or cluster, for eks.aws.upbound.io',
    },
    namespace: namespaceSetting,
    providerConfig: {
      pattern: /^([a-z0-9.-]|\{(cluster|account|region|environment)\}){1,63}$/,
      right:
        'the name of a ClusterProviderConfig or ProviderConfig, in which {account} and the like stand for the cluster’s own',
    },
  },
  endings: /\.ya?ml$/,
  refuse: refuseCrossplane,
  write(spec, settings) {
    const generation = generationOf(spec, settings);
    const { clusterObject } = generation;
    const object = (
      kind: string,
      name: string,
      content: FileDocument,
      annotations: FileDocument = {},
      beside: FileDocument = {},
    ) => ({
      apiVersion: generation.apiVersion(kind),
      kind,
      metadata: metadata(name, generation.namespace, {
        ...annotations,
        ...argoGuards(spec),
      }),
      spec: {
        ...generation.spec,
        forProvider: merged({ region: spec.region }, content),
        ...beside,
      },
    });
    const member = { clusterNameRef: { name: clusterObject } };
    const tagged = { ...member, tags: unlessEmpty(spec.tags) };
    return [
      ...namespaceDocument(spec, settings, generation.namespace),
      object('Cluster', clusterObject, clusterContent(spec), {
        [EXTERNAL_NAME]: spec.name,
        ...clusterAnnotations(spec),
      }),
      ...spec.compute.nodeGroups.map(group =>
        object(
          'NodeGroup',
          `${clusterObject}-${group.name}`,
          merged(writePairs(NODE_GROUP, group), tagged, {
            subnetIds:
              'vpcId' in spec.network ? spec.network.subnetIds : undefined,
          }),
          { [EXTERNAL_NAME]: group.name },
          // When it is made; then an autoscaler's business.
          {
            initProvider: { scalingConfig: { desiredSize: group.desiredSize } },
          },
        ),
      ),
      ...spec.addons.map(addon =>
        object(
          'Addon',
          addonObjectName(clusterObject, addon.name),
          merged(writePairs(ADDON, addon), tagged, {
            resolveConflictsOnCreate: 'OVERWRITE',
            resolveConflictsOnUpdate: 'OVERWRITE',
          }),
        ),
      ),
      ...spec.accessEntries.flatMap(entry => [
        object(
          'AccessEntry',
          objectName(clusterObject, 'access', entry.principalArn),
          merged(writePairs(ACCESS_ENTRY, entry), tagged, { type: 'STANDARD' }),
        ),
        ...entry.accessPolicies.map(({ namespaces, policyArn }) =>
          object(
            'AccessPolicyAssociation',
            objectName(
              clusterObject,
              'policy',
              `${entry.principalArn} ${policyArn}`,
            ),
            merged(member, {
              principalArn: entry.principalArn,
              policyArn,
              accessScope: accessScope.to(namespaces),
            }),
          ),
        ),
      ]),
      ...spec.podIdentityAssociations.map(each =>
        object(
          'PodIdentityAssociation',
          objectName(
            clusterObject,
            'pod-identity',
            `${each.namespace}/${each.serviceAccount}`,
          ),
          merged(writePairs(POD_IDENTITY, each), tagged),
        ),
      ),
    ];
  },
  read: readCrossplane,
  identify(document) {
    const of = (field: string) =>
      String(valueAt(document, ['spec', 'forProvider', field]));
    switch (document.kind) {
      case 'NodeGroup':
        return `NodeGroup ${nameOf(document)}`;
      case 'Addon':
        return `Addon ${of('addonName')}`;
      case 'AccessEntry':
        return `AccessEntry ${of('principalArn')}`;
      case 'AccessPolicyAssociation':
        return `${document.kind} ${of('principalArn')} ${of('policyArn')}`;
      case 'PodIdentityAssociation':
        return `${document.kind} ${of('namespace')}/${of('serviceAccount')}`;
      case 'Cluster':
      case 'Namespace':
        return document.kind;
      default:
        return identity(document);
    }
  },
};

function clusterContent(spec: ClusterSpec): FileDocument {
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

function namespaceDocument(
  spec: ClusterSpec,
  settings: ClusterFileContext['settings'],
  namespace: string | undefined,
): FileDocument[] {
  return namespace === undefined || isShared(settings)
    ? []
    : [
        {
          apiVersion: 'v1',
          kind: 'Namespace',
          metadata: metadata(namespaceOf(spec, settings), undefined, {
            ...argoGuards(spec),
            ...namespaceMark(spec),
          }),
        },
      ];
}
