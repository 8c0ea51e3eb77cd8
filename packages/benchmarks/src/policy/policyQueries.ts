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

import {
  SupportCalendar,
  type DatabasePolicyStore,
  type FindingOrder,
  type FindingSelection,
  type PolicySelection,
} from './internals';

/** A question to the store, as a page asks it. */
export interface PolicyQuestion {
  name: string;
  ask(store: DatabasePolicyStore): Promise<number>;
}

const DAY_MS = 86_400_000;
const FAILING = ['fail', 'warn', 'error'] as const;

/** What the pages of policies and findings ask, each filter alone among it. */
export function policyQuestions(example: {
  arn: string;
  accountId: string;
  policyId: string;
  lastPolicyId: string;
  fingerprint: string;
}): PolicyQuestion[] {
  const now = new Date();
  const everything: PolicySelection = {
    scope: 'all',
    filters: [],
    calendar: new SupportCalendar(),
    now,
  };
  const clusters = (facet: string, value: string) => ({
    filters: [[{ facet, values: [value] }]] as never,
  });
  const list = (
    name: string,
    selection: Partial<FindingSelection> = {},
    order: FindingOrder = { field: 'severity', direction: 'desc' },
  ): PolicyQuestion => ({
    name: `findings, ${name}`,
    async ask(store) {
      const whole: FindingSelection = {
        ...everything,
        state: 'open',
        results: [...FAILING],
        ...selection,
      };
      const [, { count }] = await Promise.all([
        store.findings(whole, { order, limit: 50 }),
        store.countFindings(whole),
      ]);
      return count;
    },
  });
  const ordered = (field: FindingOrder['field'], direction: 'asc' | 'desc') =>
    list(`by ${field} ${direction}`, {}, { field, direction });
  const inProd = clusters('environment', 'prod');
  const isOwner = {
    scope: {
      anyOf: [{ kind: 'owner', owners: ['group:default/payments'] }],
    } as never,
  };
  return [
    {
      name: 'matrix',
      ask: async store =>
        (await store.matrix(everything, 'cluster')).cells.size,
    },
    {
      name: 'matrix by environment',
      ask: async store =>
        (await store.matrix(everything, 'environment')).cells.size,
    },
    {
      name: 'new this week',
      ask: async store =>
        (await store.week(everything, new Date(now.getTime() - 7 * DAY_MS)))
          .length,
    },
    {
      name: 'trend',
      ask: async store => (await store.trend(everything, 90)).points.length,
    },
    {
      name: 'trend of two years of one policy',
      ask: async store =>
        (
          await store.trend(
            { ...everything, policyIds: [example.policyId] },
            730,
          )
        ).points.length,
    },
    list('all'),
    list('exempt too', { results: undefined }),
    ordered('severity', 'asc'),
    ordered('firstSeen', 'asc'),
    ordered('firstSeen', 'desc'),
    ordered('due', 'asc'),
    ordered('policy', 'asc'),
    ordered('policy', 'desc'),
    ordered('cluster', 'asc'),
    ordered('namespace', 'asc'),
    list('as an owner', isOwner),
    list('environment', inProd),
    list('account', clusters('account', example.accountId)),
    list('cluster', clusters('cluster', example.arn)),
    list('environment by due', inProd, { field: 'due', direction: 'asc' }),
    list('policy', { policyIds: [example.policyId] }),
    list(
      'policy by namespace',
      { policyIds: [example.lastPolicyId] },
      { field: 'namespace', direction: 'asc' },
    ),
    list('policy of few', { policyIds: [example.lastPolicyId] }),
    list('engine', { engines: ['gatekeeper'] }),
    list('category', { categories: ['upgrade-safety'] }),
    list('severity', { severities: ['info'] }),
    list('mode', { modes: ['enforce'] }),
    list('result', { results: ['error'] }),
    list('owner', { owners: ['group:default/payments'] }),
    list(
      'owner by cluster',
      { owners: ['group:default/payments'] },
      {
        field: 'cluster',
        direction: 'asc',
      },
    ),
    list('owner of clusters too', { owners: ['group:default/platform'] }),
    list('namespace', { namespaces: ['payments-41'] }),
    list(
      'namespace by policy',
      { namespaces: ['payments-41'] },
      {
        field: 'policy',
        direction: 'asc',
      },
    ),
    list('kind', { kinds: ['CronJob'] }),
    list(
      'kind by firstSeen',
      { kinds: ['CronJob'] },
      {
        field: 'firstSeen',
        direction: 'desc',
      },
    ),
    list('resource', { resources: ['payments-service-1041-0'] }),
    list('rule', { rules: ['rule-3'] }),
    list('exception', {
      results: undefined,
      exceptions: ['exceptions/legacy'],
    }),
    list('assignee of nothing', { assignees: ['user:default/nobody'] }),
    list('overdue', { dueBefore: now.toISOString() }),
    list('due in 30 days', {
      dueBefore: new Date(now.getTime() + 30 * DAY_MS).toISOString(),
    }),
    list('new this week', {
      firstSeenAfter: new Date(now.getTime() - 7 * DAY_MS).toISOString(),
    }),
    list('resolved', { state: 'resolved' }),
    list('text', { findingText: 'service-1041' }),
    list('text of many', { findingText: 'payments' }),
    list('text of nothing', { findingText: 'zzzz' }),
    list('fingerprint', { fingerprints: [example.fingerprint] }),
    list(
      'everything at once',
      {
        ...inProd,
        severities: ['high', 'medium'],
        kinds: ['CronJob', 'Deployment'],
        owners: ['group:default/payments'],
        findingText: 'service-1',
        engines: ['kyverno'],
      },
      { field: 'due', direction: 'asc' },
    ),
  ];
}
