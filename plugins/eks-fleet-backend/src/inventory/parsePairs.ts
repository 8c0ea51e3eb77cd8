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

import { InputError } from '@backstage/errors';

const MAX_PAIRS = 500;

/**
 * One `filter` parameter: `key=value` pairs joined by commas.
 *
 * @throws InputError that says what would be right
 */
export function parsePairs<K extends string>(
  filter: string,
  options: {
    isKey: (key: string) => key is K;
    /** The keys in words. */
    keys: string;
  },
): Map<K, string[]> {
  const values = new Map<K, string[]>();
  const pairs = filter.split(',').filter(pair => pair !== '');
  if (pairs.length > MAX_PAIRS) {
    throw new InputError(`filter: at most ${MAX_PAIRS} pairs are taken`);
  }
  for (const pair of pairs) {
    const at = pair.indexOf('=');
    const key = pair.slice(0, at).trim();
    if (at < 0) {
      throw new InputError(
        `filter: ${JSON.stringify(pair)} is no key=value pair`,
      );
    }
    if (!options.isKey(key)) {
      throw new InputError(
        `filter: unknown key ${JSON.stringify(key)}; use ${options.keys}`,
      );
    }
    values.set(key, [...(values.get(key) ?? []), pair.slice(at + 1).trim()]);
  }
  return values;
}
