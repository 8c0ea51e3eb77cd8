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

import {
  arnPartition,
  type NamespaceSpec,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { valueAt } from '../../edits/jsonPointer';
import type { FileDocument } from '../../clusterFiles/types';
import type { NamespaceFileSettings } from '../../config/types';
import { teamLabels } from '../objectOf';
import { namespaceAnnotations } from './namespace';

/** What would let a team out of what its namespace may have. */
const NOT_FOR_TEAMS = [
  { group: '', kind: 'LimitRange' },
  { group: '', kind: 'ResourceQuota' },
  { group: 'networking.k8s.io', kind: 'NetworkPolicy' },
  { group: 'rbac.authorization.k8s.io', kind: 'Role' },
  { group: 'rbac.authorization.k8s.io', kind: 'RoleBinding' },
];

/**
 * What the namespace's `AppProject` is called, and the `Application` that brings
 * the namespace.
 *
 * @public
 */
export function namespaceObjectName({
  cluster,
  name,
}: Pick<NamespaceSpec, 'cluster' | 'name'>): string {
  return `${name}-${cluster.name}-${cluster.accountId}-${cluster.region}`;
}

/** What Argo CD may bring into the namespace, and nowhere else. */
export function writeAppProject(
  spec: NamespaceSpec,
  settings: NamespaceFileSettings,
  requestId: string | undefined,
): FileDocument {
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'AppProject',
    metadata: {
      name: namespaceObjectName(spec),
      namespace: settings.argocdNamespace,
      labels: teamLabels(spec),
      annotations: namespaceAnnotations(spec, requestId),
      // Stays as long as an Application is of it.
      finalizers: ['resources-finalizer.argocd.argoproj.io'],
    },
    spec: {
      sourceRepos: spec.project.sourceRepos,
      destinations: [
        { ...destinationOf(spec, settings), namespace: spec.name },
      ],
      clusterResourceWhitelist: [],
      namespaceResourceBlacklist: NOT_FOR_TEAMS,
    },
  };
}

export function readAppProject(document: FileDocument): {
  sourceRepos: unknown;
} {
  return { sourceRepos: valueAt(document, ['spec', 'sourceRepos']) };
}

function destinationOf(
  { cluster: { accountId, name, region } }: NamespaceSpec,
  { destination }: NamespaceFileSettings,
): FileDocument {
  return destination === 'name'
    ? { name }
    : {
        server: `arn:${arnPartition(
          region,
        )}:eks:${region}:${accountId}:cluster/${name}`,
      };
}
