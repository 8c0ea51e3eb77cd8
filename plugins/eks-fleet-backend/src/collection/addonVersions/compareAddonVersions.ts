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
 * Orders versions of an add-on, such as `v1.18.1-eksbuild.3`: numbers by their
 * size, what is no number by its letters.
 */
export function compareAddonVersions(a: string, b: string): number {
  const [left, right] = [partsOf(a), partsOf(b)];
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const [x, y] = [left[i], right[i]];
    if (x === undefined || y === undefined) {
      return x === undefined ? -1 : 1;
    }
    if (x !== y) {
      const numeric = typeof x === 'number' && typeof y === 'number';
      return numeric ? x - y : String(x).localeCompare(String(y), 'en');
    }
  }
  return 0;
}

function partsOf(version: string): Array<string | number> {
  return (version.replace(/^v/, '').match(/\d+|[a-zA-Z]+/g) ?? []).map(part =>
    /^\d/.test(part) ? Number(part) : part,
  );
}
