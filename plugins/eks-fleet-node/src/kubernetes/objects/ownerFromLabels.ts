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

/**
 * The owner that labels name, as an entity reference: the first of the keys
 * that the first of the labels has.
 */
export function ownerFromLabels(
  keys: readonly string[],
  ...labelSets: Array<Record<string, string> | undefined>
): string | undefined {
  for (const labels of labelSets) {
    for (const key of keys) {
      const value = labels && Object.hasOwn(labels, key) ? labels[key] : '';
      const name = String(value)
        .toLowerCase()
        .replace(/[^a-z0-9._-]+/g, '-')
        .slice(0, 63)
        .replace(/^[^a-z0-9]+|[^a-z0-9]+$/g, '');
      if (name) {
        return `group:default/${name}`;
      }
    }
  }
  return undefined;
}
