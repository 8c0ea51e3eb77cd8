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
import {
  ALERT_FILTER_KEYS,
  type AlertFilterKey,
  type AlertSelection,
} from './types';

/** What a caller asks for, as it stands in the query string. */
export interface RawAlertQuery {
  filter?: string[];
  fullTextFilterTerm?: string;
  limit?: number;
  cursor?: string;
}

export interface AlertQuery {
  filter: string[];
  text?: string;
  after?: string;
}

const cursorSchema = z
  .object({
    filter: z.array(z.string().max(4000)).max(50),
    text: z.string().max(200).optional(),
    after: z.string().max(300),
  })
  .strict();

/** @throws InputError that names the parameter and what would be right */
export function parseAlertQuery(raw: RawAlertQuery): AlertQuery {
  return raw.cursor === undefined
    ? {
        filter: raw.filter ?? [],
        text: raw.fullTextFilterTerm?.trim() || undefined,
      }
    : decode(raw.cursor);
}

export function toAlertCursor(query: AlertQuery, after: string): string {
  return Buffer.from(JSON.stringify({ ...query, after })).toString('base64url');
}

/** What fires, unless a state is asked for. */
export function toFilters({ filter }: AlertQuery): AlertSelection['filters'] {
  const filters = filter.map(text =>
    parsePairs(text, {
      isKey: isAlertFilterKey,
      keys: ALERT_FILTER_KEYS.join(', '),
    }),
  );
  return (filters.length > 0 ? filters : [new Map()]).map(one =>
    one.has('state')
      ? one
      : new Map<AlertFilterKey, string[]>([
          ...one,
          ['state', ['firing', 'silenced']],
        ]),
  );
}

function decode(cursor: string): AlertQuery {
  try {
    return cursorSchema.parse(
      JSON.parse(Buffer.from(cursor, 'base64url').toString()),
    );
  } catch {
    throw new InputError('cursor: not one that this list gave out');
  }
}

function isAlertFilterKey(key: string): key is AlertFilterKey {
  return (ALERT_FILTER_KEYS as readonly string[]).includes(key);
}
