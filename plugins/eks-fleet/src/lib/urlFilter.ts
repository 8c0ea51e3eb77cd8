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

/** Reads the values of filters from the URL; those that are not known are left out. */
export function parseValues<K extends string>(
  params: URLSearchParams,
  keys: readonly K[],
  known: Partial<Record<K, readonly string[]>> = {},
): Partial<Record<K, string[]>> {
  const filter: Partial<Record<K, string[]>> = {};
  for (const key of keys) {
    const values = [...new Set(params.getAll(key))].filter(
      value => value && (known[key]?.includes(value) ?? true),
    );
    if (values.length) {
      filter[key] = values;
    }
  }
  return filter;
}

/** Writes the values of filters into a URL, in the order of the keys. */
export function appendValues<K extends string>(
  params: URLSearchParams,
  keys: readonly K[],
  filter: Partial<Record<K, string[]>>,
): void {
  for (const key of keys) {
    for (const value of filter[key] ?? []) {
      params.append(key, value);
    }
  }
}
