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

import type { AccessEntrySpec } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { valueAt } from '../../edits/jsonPointer';
import { merged, readPairs, type FieldPair } from '../fieldPairs';
import type { FileDocument } from '../types';
import {
  ACCESS_ENTRY,
  ADDON,
  CLUSTER,
  NODE_GROUP,
  POD_IDENTITY,
} from './crossplaneFields';
import {
  accessScope,
  annotationOf,
  ofKind,
  readAnnotations,
  readVpcId,
} from './manifests';

export const EXTERNAL_NAME = 'crossplane.io/external-name';
const GROUP = /^eks\.aws\.(m\.)?upbound\.io\//;

/** What resources of either generation say of a cluster. */
export function readCrossplane(
  documents: readonly FileDocument[],
): Record<string, unknown> {
  const [cluster] = ofKind(documents, 'Cluster', GROUP);
  const all = (kind: string) =>
    ofKind(documents, kind, GROUP).filter(each => isOf(cluster, each));
  const forProvider = valueAt(cluster, ['spec', 'forProvider']);
  const compute: any = valueAt(forProvider, ['computeConfig']);
  const content = (kind: string, pairs: FieldPair[]) =>
    all(kind).map(each =>
      readPairs(pairs, valueAt(each, ['spec', 'forProvider'])),
    );
  return merged(readPairs(CLUSTER, forProvider), readAnnotations(cluster), {
    name:
      annotationOf(cluster, EXTERNAL_NAME) ??
      valueAt(cluster, ['metadata', 'name']),
    network: { vpcId: readVpcId(cluster) },
    compute: {
      autoMode: compute?.enabled
        ? { nodePools: compute.nodePools ?? [] }
        : undefined,
      nodeGroups: all('NodeGroup').map(each => readNodeGroup(each)),
    },
    addons: content('Addon', ADDON),
    accessEntries: readAccess(
      content('AccessEntry', ACCESS_ENTRY),
      all('AccessPolicyAssociation'),
    ),
    podIdentityAssociations: content('PodIdentityAssociation', POD_IDENTITY),
  });
}

function readNodeGroup(group: FileDocument): Record<string, unknown> {
  return merged(
    readPairs(NODE_GROUP, valueAt(group, ['spec', 'forProvider'])),
    {
      name: nameOf(group),
      desiredSize:
        valueAt(group, [
          'spec',
          'initProvider',
          'scalingConfig',
          'desiredSize',
        ]) ??
        valueAt(group, ['spec', 'forProvider', 'scalingConfig', 'desiredSize']),
    },
  );
}

function readAccess(
  entries: Record<string, unknown>[],
  associations: FileDocument[],
): Partial<Record<keyof AccessEntrySpec, unknown>>[] {
  return entries.map(entry => ({
    ...entry,
    accessPolicies: associations
      .map(each => valueAt(each, ['spec', 'forProvider']) as any)
      .filter(each => each?.principalArn === entry.principalArn)
      .map(each => ({
        policyArn: each.policyArn,
        namespaces: accessScope.from(each.accessScope),
      })),
  }));
}

/** What something is called in EKS. */
export function nameOf(document: FileDocument): unknown {
  return (
    annotationOf(document, EXTERNAL_NAME) ??
    valueAt(document, ['metadata', 'name'])
  );
}

/** Whether an object is of the cluster, by either way to say so. */
function isOf(cluster: FileDocument | undefined, member: FileDocument) {
  const of = valueAt(member, ['spec', 'forProvider']);
  const name =
    valueAt(of, ['clusterName']) ?? valueAt(of, ['clusterNameRef', 'name']);
  return (
    cluster !== undefined &&
    (name === nameOf(cluster) ||
      name === valueAt(cluster, ['metadata', 'name']))
  );
}
