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
import { isFacet, type ClusterQuery } from './clusterQuery';
import {
  ORDER_FIELDS,
  type ClusterPosition,
  type Facet,
  type OrderField,
} from './types';

/** A place in a list, with all that made the list. */
export interface ClusterCursor extends ClusterQuery {
  after?: ClusterPosition;
  before?: ClusterPosition;
}

const position = z
  .object({
    key: z.union([z.string().max(500), z.number().int()]),
    entityRef: z.string().min(1).max(200),
  })
  .strict();

const schema = z
  .object({
    filters: z
      .array(
        z.array(
          z
            .object({
              facet: z.custom<Facet>(
                value => typeof value === 'string' && isFacet(value),
              ),
              values: z.array(z.string()).max(500),
            })
            .strict(),
        ),
      )
      .max(50),
    text: z.string().max(200).optional(),
    order: z
      .object({
        field: z.enum(ORDER_FIELDS),
        direction: z.enum(['asc', 'desc']),
      })
      .strict(),
    after: position.optional(),
    before: position.optional(),
  })
  .strict();

export function encodeCursor(cursor: ClusterCursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url');
}

/**
 * A cursor gives no rights: the caller's conditions are applied to each page
 * anew.
 *
 * @throws InputError for a cursor that was not made here
 */
export function decodeCursor(text: string): ClusterCursor {
  const cursor = parse(text);
  const edge = cursor?.after ?? cursor?.before;
  if (
    !cursor ||
    !edge ||
    (cursor.after && cursor.before) ||
    (typeof edge.key === 'number') !== isNumeric(cursor.order.field)
  ) {
    throw new InputError('cursor: not one that this list gave out');
  }
  return cursor;
}

function parse(text: string): ClusterCursor | undefined {
  try {
    return schema.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
  } catch {
    return undefined;
  }
}

function isNumeric(field: OrderField): boolean {
  return field === 'version' || field === 'support';
}
