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

import type { KubernetesReader } from '../../kubernetes/client/types';
import type { KubernetesObject } from '../../kubernetes/objects/types';
import { ifAllowed } from '../common/allowed';
import type { PolicyReadContext } from '../common/types';
import { ownerLabelOf } from './ownerLabel';

/** Owners that labels of namespaces name, by namespace. */
export async function readNamespaceOwners(
  reader: KubernetesReader,
  { ownerLabels, signal }: PolicyReadContext,
): Promise<Map<string, string> | 'forbidden'> {
  return ifAllowed(
    reader.list<KubernetesObject, Map<string, string>>(
      { path: '/api/v1/namespaces', metadataOnly: true },
      {
        start: () => new Map(),
        add: (owners, items) => {
          for (const { metadata } of items) {
            const owner = ownerLabelOf(metadata?.labels, ownerLabels);
            if (owner && metadata?.name) {
              owners.set(metadata.name, owner);
            }
          }
          return owners;
        },
      },
      signal,
    ),
  );
}
