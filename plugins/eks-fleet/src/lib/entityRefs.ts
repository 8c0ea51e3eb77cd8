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

import { parseEntityRef } from '@backstage/catalog-model';

/** The parts of an entity's address; `undefined` for what is no reference. */
export function entityRouteParams(
  entityRef: string,
  defaultKind = 'resource',
): { namespace: string; kind: string; name: string } | undefined {
  try {
    const { namespace, kind, name } = parseEntityRef(entityRef, {
      defaultKind,
      defaultNamespace: 'default',
    });
    return {
      namespace: namespace.toLocaleLowerCase('en-US'),
      kind: kind.toLocaleLowerCase('en-US'),
      name,
    };
  } catch {
    return undefined;
  }
}

/** An entity reference as people read it: without kind and default namespace. */
export function entityTitle(entityRef: string): string {
  const parts = entityRouteParams(entityRef);
  if (!parts) {
    return entityRef;
  }
  return parts.namespace === 'default'
    ? parts.name
    : `${parts.namespace}/${parts.name}`;
}
