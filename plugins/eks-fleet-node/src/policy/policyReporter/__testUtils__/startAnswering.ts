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

import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CollectingSink } from '../../__testUtils__/CollectingSink';
import { PolicyReporterClient } from '../PolicyReporterClient';
import { readPolicyReporter } from '../readPolicyReporter';
import type { ResultItem } from '../types';

/** A result with the source that Policy Reporter keeps to itself. */
export interface KeptResult extends ResultItem {
  source?: string;
}

/** Answers instead, and says that it did. */
export type Answering = (url: URL, response: ServerResponse) => boolean;

/** A Policy Reporter that has just these results, and answers like the original. */
export async function startAnswering(
  results: () => KeptResult[],
  intercept: Answering = () => false,
) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const url = new URL(request.url!, 'http://reporter');
    asked.push(`${url.pathname}${url.search}`);
    if (!intercept(url, response)) {
      answer(results(), url, response);
    }
  });
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    /** Paths with queries, as they were asked. */
    asked,
    async read(previous?: string) {
      const sink = new CollectingSink();
      const client = new PolicyReporterClient({
        cluster: 'arn:aws:eks:eu-west-1:111122223333:cluster/orders',
        url,
        allowLocalAddresses: true,
      });
      try {
        return {
          sink,
          snapshot: await readPolicyReporter(client, sink, { previous }),
        };
      } finally {
        client.close();
      }
    },
    async stop() {
      server.closeAllConnections();
      await new Promise(resolve => {
        server.close(resolve);
      });
    },
  };
}

export function answerWith(response: ServerResponse, value: unknown): true {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(JSON.stringify(value));
  return true;
}

function answer(
  results: KeptResult[],
  { pathname, searchParams }: URL,
  response: ServerResponse,
): void {
  const wanted = results.filter(
    each =>
      fits(searchParams.getAll('sources'), each.source ?? 'kyverno') &&
      fits(searchParams.getAll('status'), each.status) &&
      fits(searchParams.getAll('rules'), each.rule),
  );
  switch (pathname) {
    case '/v2/findings':
      answerWith(response, findingsOf(wanted));
      break;
    case '/v2/policies':
      answerWith(response, policiesOf(wanted));
      break;
    default: {
      const items = wanted
        .filter(({ namespace }) =>
          pathname.includes('/namespace-scoped/') ? namespace : !namespace,
        )
        .map(({ source: _, ...item }) => item);
      const size = Number(searchParams.get('offset'));
      const start = (Number(searchParams.get('page')) - 1) * size;
      answerWith(response, {
        items: items.slice(start, start + size),
        count: items.length,
      });
    }
  }
}

function fits(values: string[], value: unknown): boolean {
  return values.length === 0 || values.includes(String(value ?? ''));
}

function findingsOf(results: KeptResult[]) {
  const counts: Record<string, Record<string, number>> = {};
  for (const { source = 'kyverno', status } of results) {
    counts[source] ??= {};
    const word = String(status);
    counts[source][word] = (counts[source][word] ?? 0) + 1;
  }
  return {
    total: results.length,
    counts: Object.entries(counts).map(([source, words]) => ({
      source,
      total: Object.values(words).reduce((sum, count) => sum + count, 0),
      counts: words,
    })),
  };
}

/** By name alone; of rows that differ in severity the last one is counted. */
function policiesOf(results: KeptResult[]) {
  const rows = new Map<string, KeptResult & { count: number }>();
  for (const each of results) {
    const key = JSON.stringify([each.policy, each.severity, each.status]);
    rows.set(key, { ...each, count: (rows.get(key)?.count ?? 0) + 1 });
  }
  const policies = new Map<unknown, Record<string, number>>();
  for (const { count, policy, status } of rows.values()) {
    policies.set(policy, {
      ...policies.get(policy),
      [String(status)]: count,
    });
  }
  return [...policies].map(([policy, counted]) => ({
    policy,
    results: counted,
  }));
}
