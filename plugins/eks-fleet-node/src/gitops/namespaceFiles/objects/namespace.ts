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
  reservedLabelDomain,
  type NamespaceSpec,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { isMap } from '../../clusterFiles/fieldPairs';
import { annotationOf, argoGuards } from '../../clusterFiles/formats/manifests';
import type { FileDocument } from '../../clusterFiles/types';
import { valueAt } from '../../edits/jsonPointer';
import { teamLabels } from '../objectOf';

const COST_CENTER = 'eks-fleet.io/cost-center';
const CAPSULE_TENANT = 'capsule.clastix.io/tenant';
const POD_SECURITY = 'pod-security.kubernetes.io';
export const REQUEST = 'eks-fleet.io/request';

/** By field; each is said by an annotation. */
const ANNOTATIONS = {
  owner: 'eks-fleet.io/owner',
  environment: 'eks-fleet.io/environment',
  expiresOn: 'eks-fleet.io/expires-on',
  lifecycle: 'eks-fleet.io/lifecycle',
} as const;

/** Each of the modes by itself: what warns must not hang on what audits. */
const MODES = ['enforce', 'audit', 'warn'];

export function writeNamespace(
  spec: NamespaceSpec,
  requestId: string | undefined,
): FileDocument {
  const { costCenter, capsuleTenant, podSecurity } = spec;
  return {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: {
      name: spec.name,
      labels: {
        ...teamLabels(spec),
        ...(costCenter && { [COST_CENTER]: costCenter }),
        ...(capsuleTenant && { [CAPSULE_TENANT]: capsuleTenant }),
        ...Object.fromEntries(
          MODES.flatMap(mode => [
            [`${POD_SECURITY}/${mode}`, podSecurity.level],
            [`${POD_SECURITY}/${mode}-version`, podSecurity.version],
          ]),
        ),
        ...spec.labels,
      },
      annotations: namespaceAnnotations(spec, requestId),
    },
  };
}

/** Of the namespace, and of what stands for it on the hub. */
export function namespaceAnnotations(
  spec: NamespaceSpec,
  requestId: string | undefined,
): FileDocument {
  return {
    ...Object.fromEntries(
      Object.entries(ANNOTATIONS).flatMap(([field, annotation]) => {
        const value = spec[field as keyof typeof ANNOTATIONS];
        return value === undefined ? [] : [[annotation, value]];
      }),
    ),
    ...(requestId !== undefined && { [REQUEST]: requestId }),
    ...argoGuards(spec),
  };
}

export function readNamespace(document: FileDocument): Record<string, unknown> {
  const labels = valueAt(document, ['metadata', 'labels']);
  const label = (key: string) => valueAt(labels, [key]);
  const level = label(`${POD_SECURITY}/enforce`);
  const version = label(`${POD_SECURITY}/enforce-version`);
  return defined({
    name: valueAt(document, ['metadata', 'name']),
    ...Object.fromEntries(
      Object.entries(ANNOTATIONS).map(([field, annotation]) => [
        field,
        annotationOf(document, annotation),
      ]),
    ),
    costCenter: label(COST_CENTER),
    capsuleTenant: label(CAPSULE_TENANT),
    podSecurity: defined({ level, version }),
    labels: Object.fromEntries(
      Object.entries(isMap(labels) ? labels : {}).filter(
        ([key]) => reservedLabelDomain(key) === undefined,
      ),
    ),
  });
}

function defined(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  );
}
