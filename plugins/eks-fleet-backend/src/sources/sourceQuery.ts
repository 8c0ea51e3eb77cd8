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

import { InputError } from '@backstage/errors';
import { z } from 'zod';
import { parsePairs } from '../inventory/parsePairs';
import { SOURCE_STATES } from './sourceState';
import {
  SOURCE_FILTERS,
  SOURCE_KINDS,
  type SourceFilter,
  type SourceFilterKey,
  type SourcePosition,
} from './types';

/** What a caller asks for, as it stands in the query string. */
export interface RawSourceQuery {
  filter?: string[];
  fullTextFilterTerm?: string;
}

/** What a caller asks for. */
export interface SourceQuery {
  filters: SourceFilter[];
  text?: string;
}

/** A place in a list, with all that made the list. */
export interface SourceCursor extends SourceQuery {
  after?: SourcePosition;
  before?: SourcePosition;
}

const WORDS: Partial<Record<SourceFilterKey, readonly string[]>> = {
  kind: SOURCE_KINDS,
  state: SOURCE_STATES,
};

/** @throws InputError that names the parameter and what would be right */
export function parseSourceQuery(raw: RawSourceQuery): SourceQuery {
  return {
    filters: (raw.filter ?? []).map(parseFilter),
    text: raw.fullTextFilterTerm?.trim() || undefined,
  };
}

function parseFilter(filter: string): SourceFilter {
  const values = parsePairs(filter, {
    isKey: (key): key is SourceFilterKey =>
      (SOURCE_FILTERS as readonly string[]).includes(key),
    keys: SOURCE_FILTERS.join(', '),
  });
  for (const [key, list] of values) {
    const wrong = list.find(value => WORDS[key]?.includes(value) === false);
    if (wrong !== undefined) {
      throw new InputError(
        `filter: ${key}: ${JSON.stringify(wrong)} is none of ${WORDS[key]!.join(
          ', ',
        )}`,
      );
    }
  }
  return Array.from(values, ([key, list]) => ({ key, values: list }));
}

const position = z
  .object({
    state: z.enum(SOURCE_STATES),
    nameKey: z.string().max(500),
    entityRef: z.string().min(1).max(200),
    kind: z.enum(SOURCE_KINDS),
  })
  .strict();

const schema = z
  .object({
    filters: z
      .array(
        z.array(
          z
            .object({
              key: z.enum(SOURCE_FILTERS),
              values: z.array(z.string()).max(500),
            })
            .strict(),
        ),
      )
      .max(50),
    text: z.string().max(200).optional(),
    after: position.optional(),
    before: position.optional(),
  })
  .strict();

export function encodeSourceCursor(cursor: SourceCursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url');
}

/**
 * A cursor gives no rights: the caller's conditions are applied to each page
 * anew.
 *
 * @throws InputError for a cursor that was not made here
 */
export function decodeSourceCursor(text: string): SourceCursor {
  const cursor = parse(text);
  if (!cursor || Boolean(cursor.after) === Boolean(cursor.before)) {
    throw new InputError('cursor: not one that this list gave out');
  }
  return cursor;
}

function parse(text: string): SourceCursor | undefined {
  try {
    return schema.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
  } catch {
    return undefined;
  }
}
