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

import { isDeepStrictEqual } from 'node:util';
import type { JsonValue } from '@backstage/types';
import { formatPointer } from '../edits/jsonPointer';
import { isMap } from './fieldPairs';

/** One place that two values have other than each other; `undefined` is nothing. */
export interface Difference {
  pointer: string;
  a?: JsonValue;
  b?: JsonValue;
}

/**
 * Where two values differ, as far into maps as both have them; a list is one
 * value.
 */
export function differences(
  a: unknown,
  b: unknown,
  path: readonly string[] = [],
): Difference[] {
  if (isDeepStrictEqual(a, b)) {
    return [];
  }
  if (isMap(a) && isMap(b)) {
    const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
    return [...keys].flatMap(key =>
      differences(a[key], b[key], [...path, key]),
    );
  }
  return [
    {
      pointer: formatPointer(path),
      ...(a !== undefined && { a: a as JsonValue }),
      ...(b !== undefined && { b: b as JsonValue }),
    },
  ];
}
