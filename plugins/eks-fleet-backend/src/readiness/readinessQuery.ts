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
import type { ReadinessVerdict } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { z } from 'zod';
import { isFacet, parseClusterQuery } from '../inventory/clusterQuery';
import type { ClusterFilter, Facet } from '../inventory/types';
import {
  READINESS_ORDER_FIELDS,
  type ReadinessOrder,
  type ReadinessPosition,
  type ReadinessTarget,
} from './store/types';

/** What a caller asks for, as it stands in the query string. */
export interface RawReadinessQuery {
  target?: string;
  filter?: string[];
  fullTextFilterTerm?: string;
  verdict?: string[];
  cause?: string;
  orderField?: string;
}

/** What a caller asks for. */
export interface ReadinessQuery {
  target: ReadinessTarget;
  filters: ClusterFilter[];
  text?: string;
  verdicts?: ReadinessVerdict[];
  cause?: string;
  order: ReadinessOrder;
}

/** A place in a list, with all that made the list. */
export interface ReadinessCursor extends ReadinessQuery {
  after?: ReadinessPosition;
  before?: ReadinessPosition;
}

const VERDICTS = ['ready', 'blocked', 'unknown'] as const;
const TARGET = /^(next|supported|1\.\d{1,3})$/;

/** @throws InputError that names the parameter and what would be right */
export function parseReadinessQuery(raw: RawReadinessQuery): ReadinessQuery {
  const { filters, text } = parseClusterQuery({
    filter: raw.filter,
    fullTextFilterTerm: raw.fullTextFilterTerm,
  });
  return {
    target: parseTarget(raw.target),
    filters,
    text,
    verdicts: raw.verdict?.length ? raw.verdict.map(parseVerdict) : undefined,
    cause: raw.cause || undefined,
    order: parseOrder(raw.orderField),
  };
}

/** @throws InputError for what is no target */
export function parseTarget(target: string | undefined): ReadinessTarget {
  if (target !== undefined && !TARGET.test(target)) {
    throw new InputError(
      `target: ${JSON.stringify(
        target,
      )} is none of next, supported and a version such as 1.35`,
    );
  }
  return target ?? 'next';
}

function parseVerdict(verdict: string): ReadinessVerdict {
  const known = VERDICTS.find(item => item === verdict);
  if (!known) {
    throw new InputError(
      `verdict: ${JSON.stringify(verdict)} is none of ${VERDICTS.join(', ')}`,
    );
  }
  return known;
}

function parseOrder(order: string | undefined): ReadinessOrder {
  const [name, direction = 'asc'] = (order ?? 'verdict').split(',');
  const field = READINESS_ORDER_FIELDS.find(item => item === name);
  if (!field || (direction !== 'asc' && direction !== 'desc')) {
    throw new InputError(
      `orderField: ${JSON.stringify(
        order,
      )} is none of ${READINESS_ORDER_FIELDS.join(
        ', ',
      )}, each with ",asc" or ",desc"`,
    );
  }
  return { field, direction };
}

const position = z
  .object({
    key: z.union([z.string().max(500), z.number().int()]),
    entityRef: z.string().min(1).max(200),
  })
  .strict();

const schema = z
  .object({
    target: z.string().regex(TARGET),
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
    verdicts: z.array(z.enum(VERDICTS)).max(VERDICTS.length).optional(),
    cause: z.string().max(500).optional(),
    order: z
      .object({
        field: z.enum(READINESS_ORDER_FIELDS),
        direction: z.enum(['asc', 'desc']),
      })
      .strict(),
    after: position.optional(),
    before: position.optional(),
  })
  .strict();

const NUMERIC: ReadonlySet<string> = new Set([
  'verdict',
  'version',
  'blockers',
  'supportEnds',
]);

export function encodeReadinessCursor(cursor: ReadinessCursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url');
}

/**
 * A cursor gives no rights: the caller's conditions are applied to each page
 * anew.
 *
 * @throws InputError for a cursor that was not made here
 */
export function decodeReadinessCursor(text: string): ReadinessCursor {
  const cursor = parse(text);
  const edge = cursor?.after ?? cursor?.before;
  if (
    !cursor ||
    !edge ||
    (cursor.after && cursor.before) ||
    (typeof edge.key === 'number') !== NUMERIC.has(cursor.order.field)
  ) {
    throw new InputError('cursor: not one that this list gave out');
  }
  return cursor;
}

function parse(text: string): ReadinessCursor | undefined {
  try {
    return schema.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
  } catch {
    return undefined;
  }
}
