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

import type { NamespaceSpec } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { isMap, unlessEmpty } from '../../clusterFiles/fieldPairs';
import type { FileDocument } from '../../clusterFiles/types';
import { valueAt } from '../../edits/jsonPointer';
import { objectOf, OURS } from '../objectOf';

const AMOUNTS = {
  cpuRequests: 'requests.cpu',
  memoryRequests: 'requests.memory',
  cpuLimits: 'limits.cpu',
  memoryLimits: 'limits.memory',
  storage: 'requests.storage',
} as const;

const COUNTS = {
  gpus: 'requests.nvidia.com/gpu',
  pods: 'pods',
  persistentVolumeClaims: 'persistentvolumeclaims',
  loadBalancers: 'services.loadbalancers',
  nodePorts: 'services.nodeports',
} as const;

const LIMITS = ['default', 'defaultRequest', 'min', 'max'] as const;

export function writeQuota(spec: NamespaceSpec): FileDocument {
  const { quota } = spec;
  const hard = Object.entries({ ...AMOUNTS, ...COUNTS }).flatMap(
    ([field, key]) => {
      const value = quota[field as keyof typeof quota];
      return value === undefined ? [] : [[key, String(value)]];
    },
  );
  return objectOf(spec, 'v1', 'ResourceQuota', OURS, {
    spec: { hard: Object.fromEntries(hard) },
  });
}

export function readQuota(document: FileDocument): Record<string, unknown> {
  const hard = (key: string) => valueAt(document, ['spec', 'hard', key]);
  const fields = [
    ...Object.entries(AMOUNTS).map(([field, key]) => [
      field,
      asText(hard(key)),
    ]),
    ...Object.entries(COUNTS).map(([field, key]) => [
      field,
      asCount(hard(key)),
    ]),
  ];
  return Object.fromEntries(fields.filter(([, value]) => value !== undefined));
}

export function writeLimits(spec: NamespaceSpec): FileDocument {
  const { limits } = spec;
  const given = LIMITS.flatMap(each => {
    const amounts = unlessEmpty(limits[each]);
    return amounts ? [[each, { ...amounts }]] : [];
  });
  return objectOf(spec, 'v1', 'LimitRange', OURS, {
    spec: { limits: [{ type: 'Container', ...Object.fromEntries(given) }] },
  });
}

export function readLimits(document: FileDocument): unknown {
  const all = valueAt(document, ['spec', 'limits']);
  const found = Array.isArray(all)
    ? all.find(each => valueAt(each, ['type']) === 'Container')
    : undefined;
  return Object.fromEntries(
    LIMITS.flatMap(each => {
      const amounts = valueAt(found, [each]);
      return isMap(amounts)
        ? [
            [
              each,
              Object.fromEntries(
                Object.entries(amounts).map(([key, value]) => [
                  key,
                  asText(value),
                ]),
              ),
            ],
          ]
        : [];
    }),
  );
}

/** People leave out the quotes. */
function asText(value: unknown): unknown {
  return typeof value === 'number' ? String(value) : value;
}

function asCount(value: unknown): unknown {
  return typeof value === 'string' && /^\d{1,9}$/.test(value)
    ? Number(value)
    : value;
}
