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

import type { SpecProblem } from './types';

/** Where in a value something stands, and where what is wrong with it is noted. */
export class Place {
  readonly field: string;
  readonly #problems: SpecProblem[];

  constructor(field: string, problems: SpecProblem[]) {
    this.field = field;
    this.#problems = problems;
  }

  at(part: string | number): Place {
    const inner = typeof part === 'number' ? `[${part}]` : `.${part}`;
    const field = this.field ? `${this.field}${inner}` : String(part);
    return new Place(field, this.#problems);
  }

  wrong(message: string): void {
    this.#problems.push({ field: this.field, message });
  }
}

/** Takes a value that may be anything for what it should be, and notes what it is not. */
export interface Reader<T> {
  read(value: unknown, place: Place): T;
  /** What a value that is left out counts as. */
  absent?: () => T;
}

/** Whoever reads a file later must not find an instruction in it. */
const HOSTILE = /\{\{|\$\{|%\{|\p{Cc}|[\u2028\u2029\ufeff]|\p{Cs}/u;

/** Why a text is refused wherever it stands; `undefined` where it is not. */
export function hostile(value: string): string | undefined {
  return HOSTILE.test(value)
    ? 'must not hold {{, ${, %{, line ends or control characters'
    : undefined;
}

/** A text of a closed character set. */
export function text(pattern: RegExp, right: string): Reader<string> {
  return {
    read(value, place) {
      if (typeof value !== 'string') {
        place.wrong(`must be a text: ${right}`);
        return '';
      }
      const problem =
        hostile(value) ??
        (pattern.test(value) ? undefined : `must be ${right}`);
      if (problem) {
        place.wrong(problem);
      }
      return value;
    },
  };
}

export function oneOf<T extends string>(...values: T[]): Reader<T> {
  return {
    read(value, place) {
      if (!values.includes(value as T)) {
        place.wrong(`must be ${values.join(' or ')}`);
      }
      return value as T;
    },
  };
}

export function integer(min: number, max: number): Reader<number> {
  return {
    read(value, place) {
      if (
        !Number.isInteger(value) ||
        Number(value) < min ||
        Number(value) > max
      ) {
        place.wrong(`must be a whole number from ${min} to ${max}`);
      }
      return Number(value);
    },
  };
}

export const flag: Reader<boolean> = {
  read(value, place) {
    if (typeof value !== 'boolean') {
      place.wrong('must be true or false');
    }
    return value === true;
  },
};

/** At most so many of the same kind, each once. */
export function list<T>(
  item: Reader<T>,
  max: number,
  nameOf: (item: T) => string = String,
): Reader<T[]> {
  return {
    absent: () => [],
    read(value, place) {
      if (!Array.isArray(value)) {
        place.wrong('must be a list');
        return [];
      }
      if (value.length > max) {
        place.wrong(`must be a list of at most ${max}`);
        return [];
      }
      const items = value.map((each, index) =>
        item.read(each, place.at(index)),
      );
      const seen = new Set<string>();
      items.forEach((each, index) => {
        const name = nameOf(each);
        if (seen.has(name)) {
          place.at(index).wrong('is in the list already');
        }
        seen.add(name);
      });
      return items;
    },
  };
}

/** A list whose order means nothing, in order. */
export function sorted<T extends string>(reader: Reader<T[]>): Reader<T[]> {
  return {
    ...reader,
    read: (value, place) => reader.read(value, place).sort(),
  };
}

/** A list whose order means nothing, in order of its names. */
export function ordered<T>(
  reader: Reader<T[]>,
  nameOf: (item: T) => string,
): Reader<T[]> {
  return {
    ...reader,
    read: (value, place) =>
      reader
        .read(value, place)
        .sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1)),
  };
}

/** A map with keys of a closed character set. */
export function record<T>(
  key: Reader<string>,
  value: Reader<T>,
  max: number,
): Reader<Record<string, T>> {
  return {
    absent: () => ({}),
    read(given, place) {
      if (!isRecord(given)) {
        place.wrong('must be a map');
        return {};
      }
      const entries = Object.entries(given);
      if (entries.length > max) {
        place.wrong(`must be a map of at most ${max}`);
        return {};
      }
      return Object.fromEntries(
        entries.map(([name, each]) => {
          const inner = place.at(printable(name));
          return [key.read(name, inner), value.read(each, inner)];
        }),
      );
    },
  };
}

/** Fields by name; any other one is refused. */
export function fields<T extends object>(readers: {
  [K in keyof T]-?: Reader<T[K]>;
}): Reader<T> {
  const names = Object.keys(readers) as (keyof T & string)[];
  return {
    read(value, place) {
      if (!isRecord(value)) {
        place.wrong(`must have the fields ${names.join(', ')}`);
        return {} as T;
      }
      Object.keys(value)
        .filter(name => !Object.hasOwn(readers, name))
        .forEach(name =>
          place
            .at(printable(name))
            .wrong(`is not known; there are ${names.join(', ')}`),
        );
      const entries = names.map(name => {
        const reader = readers[name] as Reader<unknown>;
        const given = Object.hasOwn(value, name) ? value[name] : undefined;
        return given === undefined && reader.absent
          ? [name, reader.absent()]
          : [name, reader.read(given, place.at(name))];
      });
      return Object.fromEntries(
        entries.filter(([, each]) => each !== undefined),
      ) as T;
    },
  };
}

/** What may be left out. */
export function optional<T>(reader: Reader<T>): Reader<T | undefined> {
  return { ...reader, absent: () => undefined };
}

/** What counts as something else where it is left out. */
export function orElse<T>(reader: Reader<T>, value: T): Reader<T> {
  return { ...reader, absent: () => value };
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A name of a field in a sentence, whatever somebody made of it. */
function printable(name: string): string {
  return name.replaceAll(/[^A-Za-z0-9._/:-]/g, '?').slice(0, 80);
}
