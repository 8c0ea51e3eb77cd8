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
import { findKind } from '../../argocd/manifests/kinds';
import type { Manifest } from '../../model/policyStory';
import { qualifiedName } from '../apiResources';
import { manifestObject } from '../policies/manifestObject';
import type { KubernetesObject, MetadataOf } from './KubernetesObject';
import { quotaStatus } from './quotaStatus';

/**
 * Objects that were brought into a cluster word for word, by resource. A
 * Namespace is not among them: it is one with what else is known of it.
 */
export function appliedObjects(
  manifests: readonly Manifest[],
  byResource: ReadonlyMap<string, readonly KubernetesObject[]>,
  metadata: MetadataOf,
): [resource: string, objects: KubernetesObject[]][] {
  const found = new Map<string, KubernetesObject[]>();
  for (const manifest of manifests) {
    const known = findKind(manifest);
    if (known && known.kind !== 'Namespace') {
      const name = qualifiedName(known.plural, known.group);
      const object = manifestObject(withStatus(manifest, byResource), metadata);
      found.set(name, [...(found.get(name) ?? []), object]);
    }
  }
  return [...found];
}

function withStatus(
  manifest: Manifest,
  byResource: ReadonlyMap<string, readonly KubernetesObject[]>,
): Manifest {
  return manifest.kind === 'ResourceQuota'
    ? { ...manifest, status: quotaStatus(manifest, byResource) }
    : manifest;
}
