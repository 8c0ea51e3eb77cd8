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

import type { Reply, RestContext } from './types';

const MAX_PER_PAGE = 100;

/** The page that `per_page` and `page` ask for. */
export function pageAsked(
  query: URLSearchParams,
  usual = 30,
): { page: number; perPage: number } {
  const number = (name: string, otherwise: number) => {
    const value = Number(query.get(name) ?? otherwise);
    return Number.isInteger(value) && value > 0 ? value : otherwise;
  };
  return {
    page: number('page', 1),
    perPage: Math.min(number('per_page', usual), MAX_PER_PAGE),
  };
}

/** One page of a list, with `Link` to the others. */
export function paged<T>(
  context: Pick<RestContext, 'query' | 'path' | 'links'>,
  items: T[],
  render: (page: T[]) => unknown = page => page,
): Reply {
  const { page, perPage } = pageAsked(context.query);
  const last = Math.max(1, Math.ceil(items.length / perPage));
  const start = (page - 1) * perPage;
  return {
    status: 200,
    body: render(items.slice(start, start + perPage)),
    headers: linkHeader(context, { page, last }),
  };
}

/** `Link`, as far as there is anything to link to. */
export function linkHeader(
  { query, path, links }: Pick<RestContext, 'query' | 'path' | 'links'>,
  { page, last }: { page: number; last: number },
): Record<string, string> {
  const to = (number: number, rel: string) => {
    const next = new URLSearchParams(query);
    next.set('page', String(number));
    return `<${links.api}${path}?${next}>; rel="${rel}"`;
  };
  const others = [
    ...(page > 1 ? [to(Math.min(page - 1, last), 'prev')] : []),
    ...(page < last ? [to(page + 1, 'next'), to(last, 'last')] : []),
    ...(page > 1 ? [to(1, 'first')] : []),
  ];
  return others.length > 0 ? { link: others.join(', ') } : {};
}
