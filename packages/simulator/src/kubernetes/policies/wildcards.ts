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

import type { Subject } from './types';

/** Whether a text is one of those, in which `*` stands for anything. */
export function isAmong(
  text: string | undefined,
  patterns: readonly string[],
): boolean {
  return (
    text !== undefined &&
    patterns.some(pattern => matchesWildcard(text, pattern))
  );
}

/** `*` for any text and `?` for one letter, as Kyverno and Gatekeeper have them. */
export function matchesWildcard(text: string, pattern: string): boolean {
  const expression = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${expression}$`, 's').test(text);
}

/** The namespace that a resource is in, or that it is. */
export function namespaceOf({
  kind,
  object: { metadata },
}: Subject): string | undefined {
  return kind === 'Namespace' ? metadata.name : metadata.namespace;
}

/** What is left out, as the chart writes it: what makes pods takes its pods with it. */
export function isCoveredBy(
  subject: Subject,
  entry: { namespaces?: string[]; kind?: string; name?: string },
): boolean {
  const { namespaces = [], kind = '*', name = '*' } = entry;
  const { metadata } = subject.object;
  const owners = (metadata.ownerReferences ?? []).filter(
    ({ controller }) => controller,
  );
  return (
    (namespaces.length === 0 || isAmong(namespaceOf(subject), namespaces)) &&
    ((matchesWildcard(subject.kind, kind) &&
      matchesWildcard(metadata.name, name)) ||
      owners.some(
        owner =>
          (matchesWildcard(owner.name, name) ||
            matchesWildcard(owner.name.replace(/-[a-z0-9]+$/, ''), name)) &&
          (matchesWildcard(owner.kind, kind) ||
            (owner.kind === 'ReplicaSet' &&
              matchesWildcard('Deployment', kind))),
      ))
  );
}
