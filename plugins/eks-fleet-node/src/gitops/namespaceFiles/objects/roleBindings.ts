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
  NamespaceAccess,
  NamespaceSpec,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { FileDocument } from '../../clusterFiles/types';
import { valueAt } from '../../edits/jsonPointer';
import { objectOf, OURS } from '../objectOf';

const GROUP = 'rbac.authorization.k8s.io';
const LEVELS = ['view', 'edit'] as const;

type GroupAccess = Extract<NamespaceAccess, { kubernetesGroup: string }>;

/** Groups of Kubernetes by what they may do; principals of AWS are the cluster's. */
export function writeRoleBindings(spec: NamespaceSpec): FileDocument[] {
  return LEVELS.flatMap(level => {
    const groups = spec.access.filter(
      (each): each is GroupAccess =>
        'kubernetesGroup' in each && each.level === level,
    );
    return groups.length === 0
      ? []
      : [
          objectOf(spec, `${GROUP}/v1`, 'RoleBinding', `${OURS}-${level}`, {
            roleRef: { apiGroup: GROUP, kind: 'ClusterRole', name: level },
            subjects: groups.map(({ kubernetesGroup }) => ({
              apiGroup: GROUP,
              kind: 'Group',
              name: kubernetesGroup,
            })),
          }),
        ];
  });
}

/** What bindings of these names say, whatever role they give. */
export function readRoleBindings(
  documents: readonly FileDocument[],
): { kubernetesGroup: unknown; level: unknown }[] {
  return documents
    .filter(document =>
      LEVELS.some(
        level => valueAt(document, ['metadata', 'name']) === `${OURS}-${level}`,
      ),
    )
    .flatMap(document => {
      const subjects = valueAt(document, ['subjects']);
      return (Array.isArray(subjects) ? subjects : []).map(each => ({
        kubernetesGroup: valueAt(each, ['name']),
        level: valueAt(document, ['roleRef', 'name']),
      }));
    });
}
