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

import { parseDocument } from 'yaml';
import type { YamlValue } from './assignYaml';
import { formatPointer } from './jsonPointer';
import { EditRefusal } from './types';

/**
 * The new text, which must say what was asked for, and nothing else.
 *
 * @throws EditRefusal where it says anything else
 */
export function confirmAssignment(
  before: unknown,
  text: string,
  path: readonly string[],
  value: YamlValue | undefined,
): string {
  const after = parseDocument(text);
  const expected = assigned(before, path, value) ?? {};
  if (
    after.errors.length > 0 ||
    canonical(after.toJS() ?? {}) !== canonical(expected)
  ) {
    throw new EditRefusal(
      'notUnderstood',
      `Writing ${formatPointer(path)} would change more than that`,
    );
  }
  return text;
}

function assigned(
  into: unknown,
  [key, ...rest]: readonly string[],
  value: YamlValue | undefined,
): unknown {
  const map = isRecord(into) ? { ...into } : {};
  const inner = rest.length === 0 ? value : assigned(map[key], rest, value);
  if (inner === undefined) {
    delete map[key];
    return value === undefined && Object.keys(map).length === 0
      ? undefined
      : map;
  }
  return { ...map, [key]: inner };
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, each) =>
    isRecord(each)
      ? Object.fromEntries(
          Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)),
        )
      : each,
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
