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

import type { PolicyExclusion } from '@eks-fleet/backstage-plugin-eks-fleet-common';

/** What an exclusion is held against. */
export interface Excludable {
  kind: string;
  /** Empty for what is in none. */
  namespace: string;
  name: string;
}

/** Whether a policy does not look at something. Pure. */
export function isExcluded(
  { namespaces = [], resources = [] }: PolicyExclusion,
  { kind, name, namespace }: Excludable,
): boolean {
  // A namespace is in itself.
  const within = kind === 'Namespace' && !namespace ? name : namespace;
  return (
    namespaces.some(pattern => within !== '' && fits(pattern, within)) ||
    resources.some(
      each =>
        Object.keys(each).length > 0 &&
        fits(each.kind, kind) &&
        fits(each.namespace, within) &&
        fits(each.name, name),
    )
  );
}

/** `*` stands for any part of a text. */
function fits(pattern: string | undefined, text: string): boolean {
  if (pattern === undefined) {
    return true;
  }
  const [first, ...rest] = pattern.split('*');
  if (rest.length === 0) {
    return pattern === text;
  }
  const last = rest.pop()!;
  if (
    !text.startsWith(first) ||
    !text.endsWith(last) ||
    text.length < first.length + last.length
  ) {
    return false;
  }
  let left = text.slice(first.length, text.length - last.length);
  for (const part of rest) {
    const at = left.indexOf(part);
    if (at < 0) {
      return false;
    }
    left = left.slice(at + part.length);
  }
  return true;
}
