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

/** A document, ready to be stored. */
export interface PreparedDocument {
  value: unknown;
  /** JSON. */
  text: string;
  /** Does not mind the order of keys. */
  hash: string;
}

/** @throws TypeError for what is no JSON */
export function prepareDocument(value: unknown): PreparedDocument {
  const text = JSON.stringify(value);
  if (text === undefined) {
    throw new TypeError('What was observed is no JSON document');
  }
  const hash = createHash('sha256')
    .update(JSON.stringify(sortKeys(JSON.parse(text))))
    .digest('hex');
  return { value, text, hash };
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(sortKeys);
  }
  if (typeof value === 'object' && value !== null) {
    return {
      keys: Object.entries(value)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, item]) => [key, sortKeys(item)]),
    };
  }
  return value;
}
