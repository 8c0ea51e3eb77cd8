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

import type { Record } from './types';

/** Measures, by name, what can be measured alone. */
export type Parts = { [name: string]: (record: Record) => Promise<void> };

/** Runs the parts one after the other: two at once would disturb each other. */
export async function runParts(
  parts: Parts,
  record: Record,
  only: string,
): Promise<void> {
  for (const [name, measure] of Object.entries(parts)) {
    if (name.includes(only)) {
      process.stderr.write(`${name} …\n`);
      await measure(record);
    }
  }
}
