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
  ExceptionValues,
  FleetPoliciesValues,
  Manifest,
} from '../../model/policyStory';
import type { Exemption } from './exceptions';
import { isCoveredBy } from './wildcards';

/** `data/exempt.cel` of the chart. */
const EXEMPT = `exists(e,
  (object.kind == 'Namespace' ? object.metadata.name : object.metadata.?namespace.orValue('')).matches(e.namespace) &&
  ((object.kind.matches(e.kind) &&
    object.metadata.?name.orValue(object.metadata.?generateName.orValue('')).matches(e.name)) ||
   object.metadata.?ownerReferences.orValue([]).exists(o, o.?controller.orValue(false) && o.name.matches(e.owner) &&
     (o.kind.matches(e.kind) || (o.kind == 'ReplicaSet' && 'Deployment'.matches(e.kind)) ||
      (o.kind == 'Job' && 'CronJob'.matches(e.kind))))))`;

/** What the chart makes of `exceptions` in its values, for Kyverno. */
export function exceptionsOfValues(
  { exceptions = {} }: FleetPoliciesValues,
  namespace: string,
  labels: Record<string, string>,
): { manifest: Manifest; exemption: Exemption }[] {
  return Object.entries(exceptions)
    .filter(([, values]) => values)
    .map(([name, values]) => ({
      manifest: {
        apiVersion: 'policies.kyverno.io/v1',
        kind: 'PolicyException',
        metadata: { name, namespace, labels },
        spec: {
          policyRefs: policiesOf(values).map(policy => ({
            kind: 'ValidatingPolicy',
            name: policy,
          })),
          matchConditions: [
            { name: 'covered', expression: expressionOf(values) },
          ],
          reportResult: 'skip',
          ...(values.expiresAt && { expiresAt: values.expiresAt }),
          properties: propertiesOf(values),
        },
      },
      exemption: {
        name,
        namespace,
        result: 'skip',
        covers: (policy, _rule, subject) =>
          policiesOf(values).includes(policy) &&
          entriesOf(values).some(entry => isCoveredBy(subject, entry)),
      },
    }));
}

function propertiesOf({
  reason,
  ticket,
  requestedBy,
  approvedBy,
}: ExceptionValues): Record<string, string> {
  return Object.fromEntries(
    Object.entries({
      reason,
      ticket,
      'requested-by': requestedBy,
      'approved-by': approvedBy,
    }).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

/** What people write is not always what the chart's schema asks for. */
export function policiesOf({ policies }: ExceptionValues): string[] {
  return Array.isArray(policies) ? policies : [];
}

/** What an exception leaves out, entry by entry. */
export function entriesOf({ namespaces, resources }: ExceptionValues) {
  return (resources ?? [{}]).map(resource => ({ ...resource, namespaces }));
}

/** The same with regular expressions, as the chart writes them. */
export function regularEntries(values: ExceptionValues) {
  return entriesOf(values).map(({ namespaces = [], kind, name }) => ({
    namespace:
      namespaces.length > 0 ? `^(${namespaces.map(glob).join('|')})$` : '.*',
    kind: `^(${glob(kind ?? '*')})$`,
    name: `^(${glob(name ?? '*')})$`,
    owner: `^(${glob(name ?? '*')})(-[a-z0-9]+)?$`,
  }));
}

/** The same in CEL. */
function expressionOf(values: ExceptionValues): string {
  return `${JSON.stringify(regularEntries(values))}.${EXEMPT}`;
}

function glob(pattern: string): string {
  return pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*');
}
