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

/** Stand where values will; private to Unicode, so that no text has them. */
const FIRST_MARK = 0xe000;
const MARKS = /[\ue000-\uf8ff]/g;

/**
 * Translates a text once, and then only puts values into it: a grid words
 * hundreds of cells with one turn of the wheel.
 *
 * @param word - the translated text with given values
 */
export function textPattern<TName extends string>(
  names: readonly TName[],
  word: (values: Record<TName, string>) => string,
): (values: Record<TName, string>) => string {
  const marks = names.map((name, index) => [
    name,
    String.fromCharCode(FIRST_MARK + index),
  ]);
  const pattern = word(Object.fromEntries(marks));
  return values =>
    pattern.replace(
      MARKS,
      mark => values[names[mark.charCodeAt(0) - FIRST_MARK]] ?? mark,
    );
}
