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

import type { CallContext } from '../../aws/types';
import { integerBetween } from '../parameters';
import { invalidParameter } from './errors';

const MAX_PAGE = 100;

/**
 * The page of a list that a call asks for.
 *
 * @param list - what the list is of, beside account and Region
 */
export function pageOf<T>(
  context: CallContext,
  list: { name: string; items: T[]; keyOf: (item: T) => string },
): { items: T[]; nextToken: string | null } {
  const { call, caller, region, pageTokens } = context;
  const { name, items, keyOf } = list;
  const { maxResults = MAX_PAGE } = call.parameters;
  const pageSize = integerBetween(maxResults, 1, MAX_PAGE);
  if (pageSize === undefined) {
    throw invalidParameter(
      `maxResults must be a whole number from 1 to ${MAX_PAGE}.`,
    );
  }
  const page = pageTokens.page({
    list: `eks:${call.operation}/${caller.accountId}/${region}/${name}`,
    items: [...items].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)),
    keyOf,
    pageSize,
    token: call.pageToken,
  });
  if (!page) {
    throw invalidParameter('The nextToken is invalid or has expired.');
  }
  return { items: page.items, nextToken: page.nextToken ?? null };
}
