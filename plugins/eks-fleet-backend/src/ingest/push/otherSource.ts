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

import type { ClusterObservations } from '../../collection/types';

/** The source of these kinds that last read all of a cluster, as long as that is fresh. */
export function otherSource(
  known: ClusterObservations | undefined,
  kinds: readonly string[],
  now: Date,
): { kind: string; observedAt: string } | undefined {
  const at = now.toISOString();
  return kinds
    .flatMap(kind => {
      const { document, freshUntil = '', observedAt } = known?.[kind] ?? {};
      return document !== undefined && freshUntil > at && observedAt
        ? [{ kind, observedAt }]
        : [];
    })
    .sort((a, b) => (a.observedAt < b.observedAt ? 1 : -1))[0];
}
