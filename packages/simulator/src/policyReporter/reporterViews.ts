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

import { reporterPage } from './reporterFilter';
import type { ReporterResult } from './reporterResults';

type View = (results: ReporterResult[], query: URLSearchParams) => unknown;

/** What each path of the API, version 2, answers of the results that its filter lets through. */
export const REPORTER_VIEWS: Record<string, View> = {
  '/v2/policies': policies,
  '/v2/findings': results => findings(results, ({ status }) => status),
  '/v2/severity-findings': results =>
    findings(results, ({ severity = '' }) => severity),
  '/v2/sources': results => distinct(results.map(({ source }) => source)),
  '/v2/namespaces': results =>
    distinct(results.map(({ namespace = '' }) => namespace)).filter(Boolean),
  '/v2/total-results': results => ({ total: results.length }),
  '/v2/namespace-scoped/results': (results, query) =>
    page(
      results.filter(({ namespace }) => namespace !== undefined),
      query,
    ),
  '/v2/cluster-scoped/results': (results, query) =>
    page(
      results.filter(({ namespace }) => namespace === undefined),
      query,
    ),
  '/v2/namespace-scoped/resource-results': (results, query) =>
    resources(
      results.filter(({ namespace }) => namespace !== undefined),
      query,
    ),
};

const NO_RESULTS: Record<string, number> = {
  pass: 0,
  skip: 0,
  warn: 0,
  error: 0,
  fail: 0,
};

interface PolicyView {
  source: string;
  category: string;
  policy: string;
  severity?: string;
  results: Record<string, number>;
}

/** By name alone, as Policy Reporter has it: of two sources the first one is named. */
function policies(results: ReporterResult[]): PolicyView[] {
  const views = new Map<string, PolicyView>();
  for (const { policy, source, category, severity, status } of results) {
    const view = views.get(policy) ?? {
      source,
      category: category ?? 'Other',
      policy,
      ...(severity && { severity }),
      results: {},
    };
    view.results[status] = (view.results[status] ?? 0) + 1;
    views.set(policy, view);
  }
  return [...views.values()];
}

function findings(
  results: ReporterResult[],
  valueOf: (result: ReporterResult) => string,
) {
  const perResult: Record<string, number> = {};
  const bySource = new Map<
    string,
    { total: number; source: string; counts: Record<string, number> }
  >();
  for (const result of results) {
    const value = valueOf(result);
    const { source } = result;
    const counted = bySource.get(source) ?? { total: 0, source, counts: {} };
    counted.total += 1;
    counted.counts[value] = (counted.counts[value] ?? 0) + 1;
    bySource.set(source, counted);
    perResult[value] = (perResult[value] ?? 0) + 1;
  }
  return { total: results.length, perResult, counts: [...bySource.values()] };
}

/** Policy Reporter does not say which source a result is of. */
function page(results: ReporterResult[], query: URLSearchParams) {
  const { items, count } = reporterPage(results, query);
  return {
    items: items.map(({ source: _source, ...item }) => item),
    count,
  };
}

/** One for each resource, with how many results of each kind it has. */
function resources(results: ReporterResult[], query: URLSearchParams) {
  const firsts = new Map<string, ReporterResult>();
  const counts = new Map<string, Record<string, number>>();
  for (const result of results) {
    const { resourceId, status } = result;
    firsts.set(resourceId, firsts.get(resourceId) ?? result);
    const counted = counts.get(resourceId) ?? NO_RESULTS;
    counts.set(resourceId, {
      ...counted,
      [status]: (counted[status] ?? 0) + 1,
    });
  }
  const { items, count } = reporterPage([...firsts.values()], query);
  return {
    items: items.map(({ apiVersion, kind, name, namespace, resourceId }) => ({
      id: resourceId,
      uid: resourceId,
      name,
      kind,
      apiVersion,
      namespace,
      status: counts.get(resourceId),
    })),
    count,
  };
}

function distinct(values: string[]): string[] {
  return [...new Set(values)].sort();
}
