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

import { hexFrom } from '../../model/ids';
import type { Manifest } from '../../model/policyStory';
import type { KubernetesObject, MetadataOf } from '../objects/KubernetesObject';

/** The same object, of a version that its content names. */
export function versioned<T extends KubernetesObject>(object: T): T {
  const digits = hexFrom(JSON.stringify(object), 7);
  return {
    ...object,
    metadata: {
      ...object.metadata,
      resourceVersion: String(parseInt(digits, 16)),
    },
  };
}

/** What somebody has written, with what the API server adds. */
export function manifestObject(
  { apiVersion: _apiVersion, kind, metadata: written, ...rest }: Manifest,
  metadata: MetadataOf,
): KubernetesObject {
  return versioned({
    metadata: {
      ...metadata(kind, written.name, {
        namespace: written.namespace,
        generation: 1,
      }),
      ...written,
    },
    ...rest,
  });
}
