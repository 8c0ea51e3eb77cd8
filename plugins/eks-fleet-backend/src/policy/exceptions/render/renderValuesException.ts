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

import type { JsonObject } from '@backstage/types';
import type { ExceptionContent } from '../types';

/** An entry of `exceptions` in the values of the chart fleet-policies. Pure. */
export function renderValuesException({
  approvedBy,
  expiresAt,
  policy,
  reason,
  requestedBy,
  scope,
  ticket,
}: ExceptionContent): JsonObject {
  return {
    policies: [policy.name],
    ...(scope.namespace && { namespaces: [scope.namespace] }),
    ...(scope.kind === 'resource' && {
      resources: [{ kind: scope.resource.kind, name: scope.resource.name }],
    }),
    reason: oneLine(reason),
    ...(ticket && { ticket: oneLine(ticket) }),
    requestedBy,
    ...(approvedBy && { approvedBy }),
    expiresAt,
  };
}

/** The chart's schema takes no lines. */
function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
