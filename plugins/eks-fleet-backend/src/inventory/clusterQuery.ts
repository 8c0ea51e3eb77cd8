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
import { parsePairs } from './parsePairs';
import {
  COLUMN_FACETS,
  ORDER_FIELDS,
  type ClusterFilter,
  type ClusterOrder,
  type Facet,
  type OrderField,
} from './types';

const FACETS: readonly string[] = [
  ...COLUMN_FACETS,
  'support',
  'observation',
  'drift',
];

/** What a caller asks for, as it stands in the query string. */
export interface RawClusterQuery {
  filter?: string[];
  fullTextFilterTerm?: string;
  orderField?: string;
}

/** What a caller asks for. */
export interface ClusterQuery {
  filters: ClusterFilter[];
  text?: string;
  order: ClusterOrder;
}

/**
 * @throws InputError that names the parameter and what would be right
 */
export function parseClusterQuery(raw: RawClusterQuery): ClusterQuery {
  return {
    filters: (raw.filter ?? []).map(parseFilter),
    text: raw.fullTextFilterTerm?.trim() || undefined,
    order: parseOrder(raw.orderField),
  };
}

export function isFacet(name: string): name is Facet {
  return FACETS.includes(name) || /^label\../s.test(name);
}

function parseFilter(filter: string): ClusterFilter {
  const values = parsePairs(filter, {
    isKey: isFacet,
    keys: `${FACETS.join(', ')} or label.<key>`,
  });
  return Array.from(values, ([facet, list]) => ({ facet, values: list }));
}

function parseOrder(order: string | undefined): ClusterOrder {
  const [field, direction = 'asc'] = (order ?? 'name').split(',');
  if (!isOrderField(field) || (direction !== 'asc' && direction !== 'desc')) {
    throw new InputError(
      `orderField: ${JSON.stringify(order)} is none of ${ORDER_FIELDS.join(
        ', ',
      )}, each with ",asc" or ",desc"`,
    );
  }
  return { field, direction };
}

function isOrderField(field: string): field is OrderField {
  return (ORDER_FIELDS as readonly string[]).includes(field);
}
