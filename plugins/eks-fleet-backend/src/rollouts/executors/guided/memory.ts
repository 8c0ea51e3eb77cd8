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
import type { GuidedMemory } from './types';

const KEY = 'guided';

/** Of a track; empty before its first look. */
export function guidedOf(memory: JsonObject): GuidedMemory {
  return (
    (memory[KEY] as unknown as GuidedMemory | undefined) ?? {
      seen: {},
    }
  );
}

export function withGuided(
  memory: JsonObject,
  guided: GuidedMemory,
): JsonObject {
  return {
    ...memory,
    [KEY]: JSON.parse(JSON.stringify(guided)) as JsonObject,
  };
}

/** Of all tracks of a cluster together: each step as it was first seen done. */
export function mergeGuided(memories: JsonObject[]): GuidedMemory {
  const merged: GuidedMemory = { seen: {} };
  for (const memory of memories) {
    const { applications, seen } = guidedOf(memory);
    merged.applications ??= applications;
    for (const [id, at] of Object.entries(seen)) {
      const known = merged.seen[id as keyof typeof seen];
      merged.seen[id as keyof typeof seen] =
        known !== undefined && known < at ? known : at;
    }
  }
  return merged;
}
