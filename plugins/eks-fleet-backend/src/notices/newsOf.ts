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

import type { ReadinessChange } from '../readiness/ReadinessListener';

/**
 * The blockers that came up, rather than being there when somebody looked for
 * the first time.
 *
 * @param recent - kinds of observations that were first made lately
 */
export function newsOf(
  { before, isNext, newBlockers }: ReadinessChange,
  recent: ReadonlySet<string>,
): ReadinessChange['newBlockers'] {
  return isNext && before !== undefined
    ? newBlockers.filter(({ evidence }) => !recent.has(evidence.source))
    : [];
}
