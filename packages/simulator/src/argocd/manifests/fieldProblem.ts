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
 * Which fields an object may have: `true` for anything, `'text'` for a string,
 * in brackets for a list of such, `{ '*': … }` for any names.
 */
export type Fields = 'text' | true | [Fields] | { [name: string]: Fields };

/** What the API server has of an object's metadata. */
export const METADATA_FIELDS: Fields = {
  name: 'text',
  namespace: 'text',
  labels: { '*': 'text' },
  annotations: { '*': 'text' },
  finalizers: ['text'],
};

/** The first field that is not as a kind has it, in the words of structured merges. */
export function fieldProblem(
  value: unknown,
  fields: Fields,
  path = '',
): string | undefined {
  if (fields === true || value === null || value === undefined) {
    return undefined;
  }
  if (fields === 'text') {
    return typeof value === 'string'
      ? undefined
      : `${path}: expected string, got ${shown(value)}`;
  }
  if (Array.isArray(fields)) {
    return Array.isArray(value)
      ? firstOf(value, (item, index) =>
          fieldProblem(item, fields[0], `${path}[${index}]`),
        )
      : `${path}: expected list, got ${shown(value)}`;
  }
  if (typeof value !== 'object' || Array.isArray(value)) {
    return `${path}: expected map, got ${shown(value)}`;
  }
  return firstOf(Object.entries(value), ([name, item]) => {
    const known = Object.hasOwn(fields, name) ? fields[name] : fields['*'];
    return known === undefined
      ? `${path}.${name}: field not declared in schema`
      : fieldProblem(item, known, `${path}.${name}`);
  });
}

function firstOf<T>(
  items: readonly T[],
  look: (item: T, index: number) => string | undefined,
): string | undefined {
  for (const [index, item] of items.entries()) {
    const found = look(item, index);
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
}

function shown(value: unknown): string {
  return `&value.valueUnstructured{Value:${JSON.stringify(value)}}`;
}
