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

import { toYaml } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { CoveredScope, ExceptionContent } from '../types';
import { celString, regexText } from './cel';
import { betweenOf } from './madeBy';

/** `PolicyException` of `policies.kyverno.io`, for policies in CEL. Pure. */
export function renderCelException(
  content: ExceptionContent,
  namespace: string,
): string {
  const { approvedBy, expiresAt, id, name, policy, requestedBy } = content;
  return toYaml({
    apiVersion: 'policies.kyverno.io/v1',
    kind: 'PolicyException',
    metadata: {
      name,
      namespace,
      annotations: { 'eks-fleet.io/request': id },
    },
    spec: {
      policyRefs: [{ kind: policy.kind, name: policy.name }],
      matchConditions: [{ name: 'covered', expression: covers(content.scope) }],
      reportResult: 'skip',
      expiresAt,
      properties: {
        reason: content.reason,
        ...(content.ticket && { ticket: content.ticket }),
        'requested-by': requestedBy,
        ...(approvedBy && { 'approved-by': approvedBy }),
        request: id,
      },
    },
  });
}

/** What it holds for, as CEL over `object`. */
function covers(scope: CoveredScope): string {
  const namespace = celString(scope.namespace);
  if (scope.kind === 'namespace') {
    return `(object.kind == "Namespace" ? object.metadata.name : object.metadata.?namespace.orValue("")) == ${namespace}`;
  }
  const { kind, name } = scope.resource;
  const itself = `(object.kind == ${celString(
    kind,
  )} && object.metadata.?name.orValue("") == ${celString(name)})`;
  const owners = [
    `(o.kind == ${celString(kind)} && o.name == ${celString(name)})`,
  ];
  const between = betweenOf(kind);
  if (between) {
    const pattern = `^${regexText(name)}-${between.suffix}$`;
    owners.push(
      `(o.kind == ${celString(between.kind)} && o.name.matches(${celString(
        pattern,
      )}))`,
    );
  }
  const made = `object.metadata.?ownerReferences.orValue([]).exists(o, o.?controller.orValue(false) && (${owners.join(
    ' || ',
  )}))`;
  return `object.metadata.?namespace.orValue("") == ${namespace} && (${itself} || ${made})`;
}
