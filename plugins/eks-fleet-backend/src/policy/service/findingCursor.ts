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
import {
  FINDING_ORDER_FIELDS,
  type FindingOrder,
  type FindingPosition,
} from '../store/types';
import type { RawPolicyQuery } from './policyQuery';

/** A place in the list of findings, with all that made the list. */
export interface FindingCursor extends RawPolicyQuery {
  order: FindingOrder;
  after?: FindingPosition;
  before?: FindingPosition;
}

const position = z
  .object({
    key: z.union([z.string().max(500), z.number()]),
    fingerprint: z.string().regex(/^[0-9a-f]{32}$/),
  })
  .strict();

const schema = z
  .object({
    filter: z.array(z.string().max(4000)).max(1).optional(),
    fullTextFilterTerm: z.string().max(200).optional(),
    order: z
      .object({
        field: z.enum(FINDING_ORDER_FIELDS),
        direction: z.enum(['asc', 'desc']),
      })
      .strict(),
    after: position.optional(),
    before: position.optional(),
  })
  .strict();

export function encodeFindingCursor(cursor: FindingCursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url');
}

/**
 * A cursor gives no rights: the caller's conditions are applied to each page
 * anew.
 *
 * @throws InputError for a cursor that was not made here
 */
export function decodeFindingCursor(text: string): FindingCursor {
  const cursor = parse(text);
  const edge = cursor?.after ?? cursor?.before;
  if (
    !cursor ||
    !edge ||
    (cursor.after && cursor.before) ||
    (typeof edge.key === 'number') !== (cursor.order.field === 'severity')
  ) {
    throw new InputError('cursor: not one that this list gave out');
  }
  return cursor;
}

function parse(text: string): FindingCursor | undefined {
  try {
    return schema.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
  } catch {
    return undefined;
  }
}
