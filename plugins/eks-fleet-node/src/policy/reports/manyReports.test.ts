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
  answerJson,
  startApiServer,
} from '../../kubernetes/__testUtils__/startApiServer';
import { KubernetesClient } from '../../kubernetes/client/KubernetesClient';
import { CollectingSink } from '../__testUtils__/CollectingSink';
import { NOW, report, result } from '../__testUtils__/reports';
import {
  reportColumns,
  type TestObject,
} from '../__testUtils__/startPolicyCluster';
import { readPolicyReports } from './readPolicyReports';

const REPORTS = 10_000;
const RESULTS = 16;
const PATH = '/apis/wgpolicyk8s.io/v1alpha2/policyreports';

/** Report `at` of many, made when it is asked for; `failing` says of which results. */
function makeReport(
  at: number,
  failing: (index: number) => boolean,
): TestObject {
  return report(
    `web-${at}`,
    Array.from({ length: RESULTS }, (_, index) =>
      result({
        policy: `policy-${index}`,
        result: failing(at * RESULTS + index) ? 'fail' : 'pass',
      }),
    ),
  );
}

async function startLargeCluster(failing: (index: number) => boolean) {
  const answered = { tables: 0, pages: 0, single: 0, mostItems: 0 };
  const server = await startApiServer((request, response) => {
    const url = new URL(request.url!, 'https://server');
    const { pathname, searchParams } = url;
    const single = /\/policyreports\/uid-web-(\d+)$/.exec(pathname);
    if (pathname === '/apis') {
      answerJson(response, {
        groups: [
          { name: 'wgpolicyk8s.io', versions: [{ version: 'v1alpha2' }] },
        ],
      });
    } else if (pathname === '/apis/wgpolicyk8s.io/v1alpha2') {
      answerJson(response, {
        resources: [
          { name: 'policyreports', kind: 'PolicyReport', namespaced: true },
        ],
      });
    } else if (single) {
      answered.single += 1;
      answerJson(response, makeReport(Number(single[1]), failing));
    } else if (pathname === PATH) {
      const from = Number(searchParams.get('continue') ?? 0);
      const to = Math.min(REPORTS, from + Number(searchParams.get('limit')));
      const items = Array.from({ length: to - from }, (_, at) =>
        makeReport(from + at, failing),
      );
      const metadata = to < REPORTS ? { continue: String(to) } : {};
      const isTable = request.headers.accept!.includes('as=Table');
      answered[isTable ? 'tables' : 'pages'] += 1;
      answered.mostItems = Math.max(answered.mostItems, items.length);
      answerJson(
        response,
        isTable
          ? {
              metadata,
              columnDefinitions: Object.keys(reportColumns(items[0])).map(
                name => ({ name: name.trim() }),
              ),
              rows: items.map(item => ({
                cells: Object.values(reportColumns(item)),
                object: { metadata: item.metadata },
              })),
            }
          : { metadata, items },
      );
    } else {
      answerJson(response, { items: [] });
    }
  });
  const client = KubernetesClient.create({
    endpoint: server.endpoint,
    certificateAuthority: server.certificateAuthority,
    allowLocalAddresses: true,
    token: async () => 'token',
  });
  return {
    answered,
    async read(previous?: string) {
      const sink = new CollectingSink();
      const snapshot = await readPolicyReports(client, sink, {
        signal: new AbortController().signal,
        now: () => NOW,
        previous,
      });
      return { sink, snapshot };
    },
    async stop() {
      client.close();
      await server.stop();
    },
  };
}

describe('a cluster of 10,000 reports', () => {
  it('is read in pages of 500, each whole where many of it fail', async () => {
    // 3 of 100, spread over nearly every other report.
    const cluster = await startLargeCluster(index => (index * 7) % 100 < 3);
    const { sink, snapshot } = await cluster.read();
    const again = await cluster.read(snapshot.state);
    await cluster.stop();
    expect(sink.given).toHaveLength(REPORTS * RESULTS * 0.03);
    expect(sink.tallies).toHaveLength(RESULTS);
    const passes = sink.tallies.reduce((sum, { pass = 0 }) => sum + pass, 0);
    expect(passes).toBe(REPORTS * RESULTS * 0.97);
    expect(snapshot.passes).toBe('exact');
    expect(again.snapshot.unchanged).toBe(true);
    expect(cluster.answered).toEqual({
      tables: 40,
      pages: 20,
      single: 0,
      mostItems: 500,
    });
  });

  it('is hardly read where little of it fails', async () => {
    const cluster = await startLargeCluster(index => index % 16_000 === 0);
    const { sink, snapshot } = await cluster.read();
    await cluster.stop();
    expect(sink.given).toHaveLength(10);
    // Those that fail, and three of the others: nothing breaks most policies.
    expect(cluster.answered).toEqual({
      tables: 20,
      pages: 0,
      single: 13,
      mostItems: 500,
    });
    expect(sink.tallies).toHaveLength(RESULTS);
    expect(snapshot.passes).toBe('atLeast');
    expect(
      sink.tallies.find(({ policy }) => policy.name === 'policy-3'),
    ).toMatchObject({
      pass: 13,
      passes: 'atLeast',
    });
  });
});
