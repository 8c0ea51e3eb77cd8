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
  ClusterSpec,
  VerdictReason,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { ClusterRules } from '../config/types';
import type { OwnerFacts } from '../ground/types';
import { deny } from '../verdictOf';
import { anyOf } from '../words';
import { reachesReserved } from './reachesReserved';
import { patternReasons } from './patternReasons';
import { clusterWords } from './roleReasons';

/** Whether a cluster lets in nobody but its owner, at most to edit within namespaces. */
export function accessReasons(
  spec: ClusterSpec,
  rules: Pick<
    ClusterRules,
    'accessPolicies' | 'kubernetesGroups' | 'principals'
  >,
  owner: OwnerFacts,
): VerdictReason[] {
  const words = clusterWords(spec);
  const entries = spec.accessEntries.map((entry, index) => ({
    ...entry,
    field: `accessEntries[${index}]`,
  }));
  return [
    ...patternReasons(
      entries.map(({ field, principalArn }) => ({
        field: `${field}.principalArn`,
        value: principalArn,
      })),
      {
        what: 'principal',
        code: 'principalNotAllowed',
        patterns: rules.principals,
        words,
        owner,
      },
    ),
    ...patternReasons(
      entries.flatMap(({ field, kubernetesGroups }) =>
        kubernetesGroups.map((value, index) => ({
          field: `${field}.kubernetesGroups[${index}]`,
          value,
        })),
      ),
      {
        what: 'Kubernetes group',
        code: 'kubernetesGroupNotAllowed',
        patterns: rules.kubernetesGroups,
        words,
        owner,
      },
    ),
    ...entries.flatMap(({ accessPolicies, field }) =>
      accessPolicies.flatMap((policy, index) =>
        policyReasons(policy, `${field}.accessPolicies[${index}]`, rules),
      ),
    ),
  ];
}

function policyReasons(
  policy: ClusterSpec['accessEntries'][number]['accessPolicies'][number],
  field: string,
  { accessPolicies }: Pick<ClusterRules, 'accessPolicies'>,
): VerdictReason[] {
  const name = policy.policyArn.split('/').at(-1)!;
  if (!accessPolicies.includes(name)) {
    return [
      deny(
        'accessTooHigh',
        `${field}.policyArn`,
        `Nobody may be given ${name} by a request; it must be ${anyOf(
          accessPolicies,
        )}.`,
      ),
    ];
  }
  if (!policy.namespaces) {
    return [
      deny(
        'accessTooWide',
        `${field}.namespaces`,
        `${name} may not hold in the whole cluster; name the namespaces that it holds in.`,
      ),
    ];
  }
  return policy.namespaces.flatMap((namespace, index) =>
    reachesReserved(namespace)
      ? [
          deny(
            'accessTooWide',
            `${field}.namespaces[${index}]`,
            `${name} may not hold in ${namespace}, which reaches namespaces of the platform; name those of the team.`,
          ),
        ]
      : [],
  );
}
