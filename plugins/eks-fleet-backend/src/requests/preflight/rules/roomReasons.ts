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
  parseQuantity,
  quantityAsNumber,
  type ApplicationSpec,
  type VerdictReason,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { KnownNamespace } from '../ground/types';
import { needsApproval } from '../verdictOf';
import { amount } from '../words';

const REPLICAS = ['replicaCount', 'replicas'];
const RESOURCES = [
  { name: 'resources.requests.cpu', of: 'vcpu', word: 'vCPUs', unit: '1' },
  {
    name: 'resources.requests.memory',
    of: 'memoryGib',
    word: 'GiB of memory',
    unit: '1Gi',
  },
] as const;

/**
 * Whether what parameters ask for, by the names that charts commonly have, fits
 * what the namespaces' quotas let pods request. A chart may mean something else
 * by them, so that somebody has to look.
 */
export function roomReasons(
  { namespace, parameters }: ApplicationSpec,
  targets: readonly KnownNamespace[],
): VerdictReason[] {
  const said = REPLICAS.map(name => parameters[name]).find(Boolean) ?? '1';
  const replicas = /^\d{1,6}$/.test(said) ? Number(said) : 1;
  return RESOURCES.flatMap(({ name, of, unit, word }) => {
    const each = parseQuantity(parameters[name] ?? '');
    const asked =
      each && replicas * quantityAsNumber(each, parseQuantity(unit)!);
    return targets.flatMap(({ amounts, cluster }) => {
      const has = amounts[of];
      return asked !== undefined && has !== undefined && asked > has
        ? [
            needsApproval(
              'namespaceTooSmall',
              `parameters.${name}`,
              `Its pods ask for ${amount(
                asked,
              )} ${word}, and the quota of ${namespace} on ${
                cluster.name
              } is ${amount(has)}.`,
            ),
          ]
        : [];
    });
  });
}
