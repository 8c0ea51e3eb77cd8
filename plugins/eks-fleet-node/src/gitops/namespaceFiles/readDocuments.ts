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

import { annotationOf, ofKind } from '../clusterFiles/formats/manifests';
import type { FileDocument } from '../clusterFiles/types';
import type { NamespacePlace } from '../config/types';
import { readLimits, readQuota } from './objects/amounts';
import { readAppProject } from './objects/appProject';
import { readNamespace, REQUEST } from './objects/namespace';
import { readNetworkPolicies } from './objects/networkPolicies';
import { readRoleBindings } from './objects/roleBindings';
import { OURS } from './objectOf';

/** What documents say of a namespace, to be checked; nothing is expected of them. */
export function readDocuments(
  documents: readonly FileDocument[],
  { accountId, cluster, region }: NamespacePlace,
): Record<string, unknown> {
  const [namespace] = ofKind(documents, 'Namespace', /^v1$/);
  const quota = ourOwn(ofKind(documents, 'ResourceQuota', /^v1$/));
  const limits = ourOwn(ofKind(documents, 'LimitRange', /^v1$/));
  const [project] = ofKind(documents, 'AppProject', /^argoproj\.io\//);
  return {
    cluster: { accountId, region, name: cluster },
    ...(namespace && readNamespace(namespace)),
    ...(quota && { quota: readQuota(quota) }),
    ...(limits && { limits: readLimits(limits) }),
    network: readNetworkPolicies(
      ofKind(documents, 'NetworkPolicy', /^networking\.k8s\.io\//),
    ),
    access: readRoleBindings(
      ofKind(documents, 'RoleBinding', /^rbac\.authorization\.k8s\.io\//),
    ),
    ...(project && { project: readAppProject(project) }),
  };
}

/** The request that last wrote documents. */
export function readRequestId(
  documents: readonly FileDocument[],
): string | undefined {
  const [namespace] = ofKind(documents, 'Namespace', /^v1$/);
  const id = annotationOf(namespace, REQUEST);
  return typeof id === 'string' ? id : undefined;
}

function ourOwn(documents: FileDocument[]): FileDocument | undefined {
  return documents.find(
    ({ metadata }) => (metadata as FileDocument)?.name === OURS,
  );
}
