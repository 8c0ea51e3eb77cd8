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

import type { ReporterResult } from './reporterResults';

/** Which field a repeatable parameter of the API is about. */
const FIELDS: Record<string, (result: ReporterResult) => string | undefined> = {
  namespaces: ({ namespace }) => namespace,
  kinds: ({ kind }) => kind,
  resources: ({ name }) => name,
  apis: ({ apiVersion }) => apiVersion,
  sources: ({ source }) => source,
  categories: ({ category }) => category,
  severities: ({ severity }) => severity,
  policies: ({ policy }) => policy,
  rules: ({ rule }) => rule,
  status: ({ status }) => status,
  id: ({ resourceId }) => resourceId,
  resource_id: ({ resourceId }) => resourceId,
};

/** What the query parameters let through. */
export function reporterFilter(
  query: URLSearchParams,
): (result: ReporterResult) => boolean {
  const wanted = Object.entries(FIELDS)
    .map(([name, fieldOf]) => ({ values: query.getAll(name), fieldOf }))
    .filter(({ values }) => values.length > 0);
  const excluded = query.getAll('exclude');
  const search = query.get('search')?.toLowerCase();
  const namespacedOnly = query.get('namespaced') === 'true';
  return result =>
    wanted.every(({ values, fieldOf }) =>
      values.includes(fieldOf(result) ?? ''),
    ) &&
    !excluded.includes(`${result.source}:${result.kind}`) &&
    (!namespacedOnly || result.namespace !== undefined) &&
    (!search ||
      [
        result.policy,
        result.rule,
        result.name,
        result.namespace,
        result.kind,
        result.status,
        result.severity,
      ].some(value => value?.toLowerCase().includes(search)));
}

const ORDER: ((result: ReporterResult) => string)[] = [
  ({ namespace = '' }) => namespace,
  ({ name }) => name,
  ({ resourceId }) => resourceId,
  ({ policy }) => policy,
  ({ rule }) => rule,
  ({ message }) => message,
];

const SORTABLE: Record<string, (result: ReporterResult) => string> = {
  resource_namespace: ORDER[0],
  resource_name: ORDER[1],
  resource_uid: ORDER[2],
  policy: ORDER[3],
  rule: ORDER[4],
  message: ORDER[5],
  severity: ({ severity = '' }) => severity,
};

/** One page, of those that are let through, in the order that was asked for. */
export function reporterPage(
  results: ReporterResult[],
  query: URLSearchParams,
): { items: ReporterResult[]; count: number } {
  const named = query
    .getAll('sortBy')
    .map(name => SORTABLE[name])
    .filter(Boolean);
  const order = named.length > 0 ? named : ORDER;
  const keys = new Map(
    results.map(result => [
      result,
      order.map(keyOf => keyOf(result)).join('\u0000'),
    ]),
  );
  const sign = query.get('direction') === 'desc' ? -1 : 1;
  const sorted = [...results].sort(
    (one, other) => sign * (keys.get(one)! < keys.get(other)! ? -1 : 1),
  );
  const page = wholeNumber(query.get('page'));
  // What they call the offset is the size of a page.
  const size = wholeNumber(query.get('offset'));
  const start = page && size ? (page - 1) * size : 0;
  return {
    items: sorted.slice(start, size ? start + size : undefined),
    count: results.length,
  };
}

function wholeNumber(text: string | null): number {
  const number = Number(text ?? 0);
  return Number.isInteger(number) && number > 0 ? number : 0;
}
