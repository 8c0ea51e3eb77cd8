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
 * Whether a name fits a pattern in which `*` stands for any part of one. Without
 * a regular expression: patterns come from people, and names are long.
 *
 * @public
 */
export function fitsPattern(pattern: string, name: string): boolean {
  const [first, ...rest] = pattern.split('*');
  if (!rest.length) {
    return name === first;
  }
  const last = rest.pop()!;
  let at = first.length;
  if (!name.startsWith(first)) {
    return false;
  }
  for (const part of rest) {
    const found = name.indexOf(part, at);
    if (found < 0) {
      return false;
    }
    at = found + part.length;
  }
  return name.length - last.length >= at && name.endsWith(last);
}
