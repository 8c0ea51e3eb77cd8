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
import type { RawPolicyQuery } from './policyQuery';

/** What of a list a caller asks for, as it stands in the query string. */
export interface RawPageQuery extends RawPolicyQuery {
  limit?: number;
  cursor?: string;
}

/** Where a page of a list begins, with all that made the list. */
export interface Place {
  asked: RawPolicyQuery;
  offset: number;
}

const DEFAULT_LIMIT = 50;

const schema = z
  .object({
    asked: z
      .object({
        filter: z.array(z.string().max(4000)).max(1).optional(),
        fullTextFilterTerm: z.string().max(200).optional(),
      })
      .strict(),
    offset: z.number().int().min(0).max(1_000_000),
  })
  .strict();

/** @throws InputError for a cursor that was not made here */
export function placeOf({
  cursor,
  filter,
  fullTextFilterTerm,
}: RawPageQuery): Place {
  if (cursor === undefined) {
    return { asked: { filter, fullTextFilterTerm }, offset: 0 };
  }
  try {
    return schema.parse(
      JSON.parse(Buffer.from(cursor, 'base64url').toString()),
    );
  } catch {
    throw new InputError('cursor: not one that this list gave out');
  }
}

/** A page of a list that is short enough to be made whole each time. */
export function pageOf<T>(
  all: T[],
  { asked, offset }: Place,
  limit = DEFAULT_LIMIT,
) {
  const cursorTo = (to: number) =>
    Buffer.from(JSON.stringify({ asked, offset: to })).toString('base64url');
  const end = offset + limit;
  return {
    items: all.slice(offset, end),
    totalItems: all.length,
    pageInfo: {
      nextCursor: end < all.length ? cursorTo(end) : undefined,
      prevCursor:
        offset > 0 ? cursorTo(Math.max(0, offset - limit)) : undefined,
    },
  };
}
