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

import { createHash } from 'node:crypto';
import type {
  RequestKind,
  RequestOperation,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { JsonObject } from '@backstage/types';

/** Of what Git says of a thing: the same however its fields are ordered. */
export function hashOfSpec(spec: JsonObject): string {
  return digest(spec);
}

/** Of all that is decided about: what is wanted, for whom, and what is there. */
export function hashOfAsk(ask: {
  kind: RequestKind;
  operation: RequestOperation;
  key: string;
  owner: string;
  spec: JsonObject;
  before?: JsonObject;
}): string {
  const { before, key, kind, operation, owner, spec } = ask;
  return digest({ before, key, kind, operation, owner, spec });
}

function digest(value: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(sorted(value)))
    .digest('hex');
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(sorted);
  }
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(
        Object.entries(value)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([key, each]) => [key, sorted(each)]),
      )
    : value;
}
