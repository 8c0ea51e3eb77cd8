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

import type { FileDocument } from '../../clusterFiles/types';
import { valueAt } from '../../edits/jsonPointer';

/** A label that Kubernetes itself puts on each namespace. */
const NAME = 'kubernetes.io/metadata.name';

/** Any pod of a namespace. */
export function namedNamespace(name: string): FileDocument {
  return { namespaceSelector: { matchLabels: { [NAME]: name } } };
}

interface Peer {
  namespace: unknown;
  cidr: unknown;
  rule: unknown;
}

/** Who is allowed by all rules of a policy. */
export function peersOf(
  policy: unknown,
  direction: 'ingress' | 'egress',
): Peer[] {
  return listAt(policy, ['spec', direction]).flatMap(rule =>
    listAt(rule, [direction === 'ingress' ? 'from' : 'to']).map(peer => ({
      namespace: valueAt(peer, ['namespaceSelector', 'matchLabels', NAME]),
      cidr: valueAt(peer, ['ipBlock', 'cidr']),
      rule,
    })),
  );
}

export function portsOf(rule: unknown): unknown[] {
  return listAt(rule, ['ports']).map(each => valueAt(each, ['port']));
}

function listAt(value: unknown, path: string[]): unknown[] {
  const found = valueAt(value, path);
  return Array.isArray(found) ? found : [];
}
