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
import type { CoveredScope, ExceptedPolicy, ExceptionContent } from '../types';
import { madeBy } from './madeBy';

/**
 * `PolicyException` of `kyverno.io`, for `ClusterPolicy` and `Policy`. It has
 * no end and no reason of its own; annotations hold both. Pure.
 */
export function renderKyvernoException(
  content: ExceptionContent,
  namespace: string,
): string {
  const { approvedBy, expiresAt, id, name, policy, requestedBy } = content;
  return toYaml({
    apiVersion: 'kyverno.io/v2',
    kind: 'PolicyException',
    metadata: {
      name,
      namespace,
      annotations: {
        'eks-fleet.io/request': id,
        'eks-fleet.io/reason': content.reason,
        ...(content.ticket && { 'eks-fleet.io/ticket': content.ticket }),
        'eks-fleet.io/requested-by': requestedBy,
        ...(approvedBy && { 'eks-fleet.io/approved-by': approvedBy }),
        'eks-fleet.io/expires-at': expiresAt,
      },
    },
    spec: {
      background: true,
      exceptions: [
        { policyName: policyNameOf(policy), ruleNames: ruleNamesOf(policy) },
      ],
      match: { any: resourcesOf(content.scope) },
    },
  });
}

function policyNameOf({ kind, name, namespace }: ExceptedPolicy): string {
  return kind === 'Policy' && namespace ? `${namespace}/${name}` : name;
}

/** With what Kyverno makes of a rule about pods for what makes pods. */
function ruleNamesOf({ rule }: ExceptedPolicy): string[] {
  if (!rule) {
    return ['*'];
  }
  const own = rule.replace(/^autogen-(cronjob-)?/, '');
  return [own, `autogen-${own}`, `autogen-cronjob-${own}`];
}

function resourcesOf(scope: CoveredScope) {
  const { namespace } = scope;
  if (scope.kind === 'namespace') {
    return [
      { resources: { kinds: ['*'], namespaces: [namespace] } },
      { resources: { kinds: ['Namespace'], names: [namespace] } },
    ];
  }
  const { kind, name } = scope.resource;
  const namespaces = namespace && { namespaces: [namespace] };
  const made = madeBy(kind);
  return [
    { resources: { kinds: [kind], names: [name], ...namespaces } },
    ...(made.length
      ? [{ resources: { kinds: made, names: [`${name}-*`], ...namespaces } }]
      : []),
  ];
}
