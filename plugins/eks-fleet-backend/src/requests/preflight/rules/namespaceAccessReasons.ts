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

import {
  arnPartition,
  teamOf,
  type NamespaceSpec,
  type VerdictReason,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { NamespaceRules } from '../config/types';
import type { OwnerFacts } from '../ground/types';
import { patternReasons } from './patternReasons';

/** Whether who is let in, and what its pods may be, are the owner's. */
export function namespaceAccessReasons(
  spec: Pick<
    NamespaceSpec,
    'access' | 'cluster' | 'environment' | 'owner' | 'podIdentityAssociations'
  >,
  rules: Pick<NamespaceRules, 'kubernetesGroups' | 'principals' | 'roles'>,
  owner: OwnerFacts,
): VerdictReason[] {
  const common = {
    owner,
    words: {
      partition: arnPartition(spec.cluster.region),
      account: spec.cluster.accountId,
      owner: teamOf(spec.owner) ?? '',
      environment: spec.environment,
      cluster: spec.cluster.name,
    },
  };
  const named = <Field extends 'kubernetesGroup' | 'principalArn'>(
    field: Field,
  ) =>
    spec.access.flatMap((entry, index) => {
      const value = (entry as Partial<Record<Field, string>>)[field];
      return value === undefined
        ? []
        : [{ field: `access[${index}].${field}`, value }];
    });
  return [
    ...patternReasons(named('kubernetesGroup'), {
      ...common,
      what: 'Kubernetes group',
      code: 'kubernetesGroupNotAllowed',
      patterns: rules.kubernetesGroups,
    }),
    ...patternReasons(named('principalArn'), {
      ...common,
      what: 'principal',
      code: 'principalNotAllowed',
      patterns: rules.principals,
    }),
    ...patternReasons(
      spec.podIdentityAssociations.map(({ roleArn }, index) => ({
        field: `podIdentityAssociations[${index}].roleArn`,
        value: roleArn,
      })),
      {
        ...common,
        what: 'role',
        code: 'roleNotAllowed',
        patterns: rules.roles,
      },
    ),
  ];
}
