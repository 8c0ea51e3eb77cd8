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

/** What can be called on a value; `undefined` is a field that is not there. */
export function celCall(value: unknown, name: string, given: unknown[]) {
  const text = String(value);
  const argument = String(given[0]);
  switch (name) {
    case 'startsWith':
      return text.startsWith(argument);
    case 'endsWith':
      return text.endsWith(argument);
    case 'contains':
      return text.includes(argument);
    case 'matches':
      return new RegExp(argument).test(text);
    case 'orValue':
      return value ?? given[0];
    case 'size':
      return sizeOf(value);
    default:
      throw new Error(`undeclared reference to '${name}'`);
  }
}

export function sizeOf(value: unknown): number {
  if (typeof value === 'string' || Array.isArray(value)) {
    return value.length;
  }
  return Object.keys(value as object).length;
}

export function celCompare(
  operator: string,
  one: unknown,
  other: unknown,
): boolean {
  switch (operator) {
    case '==':
      return one === other;
    case '!=':
      return one !== other;
    case '<':
      return Number(one) < Number(other);
    case '<=':
      return Number(one) <= Number(other);
    case '>':
      return Number(one) > Number(other);
    case '>=':
      return Number(one) >= Number(other);
    default:
      return Array.isArray(other)
        ? other.includes(one)
        : Object.hasOwn(other as object, String(one));
  }
}

type Macro = (items: unknown[], test: (item: unknown) => unknown) => unknown;

/** Calls whose argument is evaluated once for each member. */
export const CEL_MACROS: Record<string, Macro> = {
  all: (items, test) => items.every(test),
  exists: (items, test) => items.some(test),
  exists_one: (items, test) => items.filter(test).length === 1,
  filter: (items, test) => items.filter(test),
  map: (items, test) => items.map(test),
};

/** What a macro goes through: members of a list, keys of a mapping. */
export function membersOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : Object.keys(value as object);
}
