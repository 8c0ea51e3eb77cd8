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
import type { FileDocument } from '../types';
import {
  argoGuards,
  metadata,
  namespaceMark,
  reconcileMark,
} from './manifests';

/** ACK's services that make what a cluster consists of. */
const SERVICES = ['ec2', 'eks', 'iam'];

/** Of each object that stands for something in AWS: where that is, and that it stays when the object goes. */
export function ackAnnotations(spec: ClusterSpec): FileDocument {
  return {
    'services.k8s.aws/region': spec.region,
    'services.k8s.aws/deletion-policy': deletionPolicy(spec),
    ...reconcileMark(spec),
    ...argoGuards(spec),
  };
}

/**
 * The cluster's namespace on the hub: by its annotations ACK knows the account,
 * and leaves in AWS what objects in it stand for.
 */
export function ackNamespace(
  spec: ClusterSpec,
  namespace: string,
): FileDocument {
  return {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: metadata(namespace, undefined, {
      'services.k8s.aws/owner-account-id': spec.accountId,
      ...Object.fromEntries(
        SERVICES.map(service => [
          `${service}.services.k8s.aws/deletion-policy`,
          deletionPolicy(spec),
        ]),
      ),
      ...argoGuards(spec),
      ...namespaceMark(spec),
    }),
  };
}

function deletionPolicy({ lifecycle }: ClusterSpec): 'retain' | 'delete' {
  return lifecycle === 'deleting' ? 'delete' : 'retain';
}
