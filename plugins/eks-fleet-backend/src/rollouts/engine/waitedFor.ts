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

/** One rollout that wants a cluster, and the other that is changing it. */
export interface Wait {
  by: string;
  of: string;
}

/** Which rollouts this one waits for, and those that they wait for in turn. Pure. */
export function waitedFor(rolloutId: string, waits: Wait[]): Set<string> {
  const found = new Set<string>();
  const open = [rolloutId];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const { by, of } of waits) {
      if (by === id && !found.has(of)) {
        found.add(of);
        open.push(of);
      }
    }
  }
  return found;
}
