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

import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { applicationSchema } from './applicationSchema';
import { approvalSchema, quotaSchema } from './approvalSchema';
import { clusterSchema } from './clusterSchema';
import { costSchema } from './costSchema';
import { namespaceSchema } from './namespaceSchema';
import type { RequestConfig } from './types';
import { anyList, flag, oneOf, owner, strict, whole } from './values';

const ROOT = 'eksFleet.requests';

const requestSchema = strict({
  enabled: flag.default(true),
  quotas: anyList(quotaSchema).default([]),
  approvals: anyList(approvalSchema).default([]),
  approvers: anyList(owner).default([]),
  ticket: oneOf('optional', 'required').default('optional'),
  clusters: clusterSchema,
  namespaces: namespaceSchema,
  applications: applicationSchema,
  costs: costSchema,
  ttl: strict({
    warnDays: anyList(whole(1, 365)).default([14, 3, 1]),
    remove: flag.default(true),
  }).prefault({}),
  keepDays: whole(1, 3650).default(400),
}).prefault({});

/** @throws InputError with a sentence for each key that is wrong */
export function readRequestConfig(config: Config): RequestConfig {
  const given = config.getOptional(ROOT);
  const result = requestSchema.safeParse(given ?? {});
  if (!result.success) {
    throw new InputError(
      result.error.issues
        .map(({ path, message }) => `${at(path)}: ${message}`)
        .join('; '),
    );
  }
  const read = result.data;
  return {
    ...read,
    quotas: checkQuotas(read.quotas),
    ttl: {
      ...read.ttl,
      warnDays: [...new Set(read.ttl.warnDays)].sort((a, b) => b - a),
    },
  };
}

/** Two rules for one owner would leave it open which one counts. */
function checkQuotas(quotas: RequestConfig['quotas']): RequestConfig['quotas'] {
  const seen = new Map<string, number>();
  quotas.forEach(({ owners = ['all others'] }, index) =>
    owners.forEach(each => {
      const before = seen.get(each);
      if (before !== undefined) {
        throw new InputError(
          `${ROOT}.quotas[${index}]: ${each} has a quota already, in quotas[${before}]`,
        );
      }
      seen.set(each, index);
    }),
  );
  return quotas;
}

/** As in `eksFleet.requests.quotas[1].clusters`. */
function at(path: PropertyKey[]): string {
  return path.reduce<string>(
    (key, part) =>
      typeof part === 'number' ? `${key}[${part}]` : `${key}.${String(part)}`,
    ROOT,
  );
}
