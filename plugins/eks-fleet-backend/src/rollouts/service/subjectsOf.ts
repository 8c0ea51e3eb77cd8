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

import type { RolloutRecord } from '../records';

/** What permissions ask about. A rollout over nothing belongs to who made it. */
export function subjectsOf(
  clusters: Array<{ owner?: string; environment?: string }>,
  by: string,
): Pick<RolloutRecord, 'owners' | 'environments'> {
  const unique = (values: string[]) => [...new Set(values)].sort();
  return {
    owners:
      clusters.length > 0
        ? unique(clusters.map(({ owner = '' }) => owner))
        : [by],
    environments: unique(clusters.map(({ environment = '' }) => environment)),
  };
}
