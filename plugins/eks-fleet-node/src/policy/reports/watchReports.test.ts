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

import type { ServerResponse } from 'node:http';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { answerJson } from '../../kubernetes/__testUtils__/startApiServer';
import { reportsOf } from '../__testUtils__/reports';
import {
  startPolicyCluster,
  type Interception,
} from '../__testUtils__/startPolicyCluster';
import { watchReports } from './watchReports';

type Cluster = Awaited<ReturnType<typeof startPolicyCluster>>;

const POLR = '/apis/wgpolicyk8s.io/v1alpha2/policyreports';
const REPS = '/apis/openreports.io/v1alpha1/reports';

const event = (type: string, resourceVersion: string) =>
  `${JSON.stringify({ type, object: { metadata: { resourceVersion } } })}\n`;

describe('watchReports', () => {
  let cluster: Cluster;
  let open: Map<string, ServerResponse>;
  let opened: () => void;

  /** Watches stay open until the test ends them; lists have version 7. */
  const holding: Interception = ({ pathname, searchParams }, response) => {
    if (searchParams.get('watch')) {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.flushHeaders();
      open.set(pathname, response);
      opened();
      return true;
    }
    if (searchParams.get('limit') === '1') {
      answerJson(response, { metadata: { resourceVersion: '7' }, items: [] });
      return true;
    }
    return false;
  };

  const start = async (intercept: Interception = holding) => {
    open = new Map();
    opened = () => {};
    cluster = await startPolicyCluster(
      [reportsOf([]), reportsOf([], 'openreports.io/v1alpha1')],
      { intercept },
    );
  };
  const begin = (
    versions = new Map<string, string>(),
    signal = new AbortController().signal,
  ) => {
    const changes = { count: 0 };
    const round = watchReports({
      reader: cluster.client,
      versions,
      timeoutSeconds: 300,
      signal,
      onChange: () => {
        changes.count += 1;
      },
    });
    round.catch(() => {});
    return { changes, round, versions };
  };
  const nextOpen = () =>
    new Promise<void>(resolved => {
      opened = resolved;
    });
  const whenOpen = async (count: number) => {
    while (open.size < count) {
      await nextOpen();
    }
  };

  afterEach(() => cluster.stop());

  it('watches every kind of reports from what it is now, metadata alone', async () => {
    await start();
    const { changes, round, versions } = begin();
    await whenOpen(2);
    expect([...open.keys()].sort()).toEqual([REPS, POLR]);
    const { headers, url } = cluster.requests.find(
      each => each.url.includes('watch=1') && each.url.startsWith(POLR),
    )!;
    expect(headers.accept).toContain('as=PartialObjectMetadata;');
    expect(
      Object.fromEntries(new URL(url, 'https://cluster').searchParams),
    ).toEqual({
      watch: '1',
      allowWatchBookmarks: 'true',
      resourceVersion: '7',
      timeoutSeconds: '300',
    });
    open.get(POLR)!.write(event('MODIFIED', '9'));
    open.get(POLR)!.end(event('BOOKMARK', '12'));
    open.get(REPS)!.end();
    await round;
    expect(changes.count).toBe(1);
    expect([...versions].sort()).toEqual([
      [REPS, '7'],
      [POLR, '12'],
    ]);
  });

  it('goes on from what was told last, without a list', async () => {
    await start();
    const { round } = begin(
      new Map([
        [POLR, '12'],
        [REPS, '3'],
        ['/apis/gone', '1'],
      ]),
    );
    await whenOpen(2);
    expect(cluster.asked().filter(url => url.includes('limit'))).toEqual([]);
    expect(cluster.asked().join()).toContain('resourceVersion=12');
    open.forEach(response => response.end());
    await round;
  });

  it.each([
    [
      'by an event',
      (response: ServerResponse) => {
        response.writeHead(200);
        response.end('{"type":"ERROR","object":{"code":410}}\n');
      },
    ],
    [
      'by its status',
      (response: ServerResponse) => answerJson(response, {}, 410),
    ],
  ])(
    'takes a version that is too old, told %s, for a change',
    async (_, tell) => {
      await start(({ pathname, searchParams }, response, request) => {
        if (searchParams.get('watch') && pathname === POLR) {
          tell(response);
          return true;
        }
        return holding(
          new URL(request.url!, 'https://cluster'),
          response,
          request,
        );
      });
      const { changes, round, versions } = begin(
        new Map([
          [POLR, '1'],
          [REPS, '3'],
        ]),
      );
      await whenOpen(1);
      open.forEach(response => response.end());
      await round;
      expect(changes.count).toBe(1);
      expect([...versions.keys()]).toEqual([REPS]);
    },
  );

  it('takes a report that is too long to be looked at for a change, and holds none of it', async () => {
    await start();
    const { changes, round } = begin();
    await whenOpen(2);
    open.get(POLR)!.write(event('ADDED', '8').replace('8', '8'.repeat(2e6)));
    open.get(POLR)!.end(event('MODIFIED', '9'));
    open.get(REPS)!.end();
    await round;
    expect(changes.count).toBe(2);
  });

  it('leaves out what it may not watch, and fails where that is everything', async () => {
    const forbidding =
      (...paths: string[]): Interception =>
      (url, response, request) => {
        if (url.searchParams.get('watch') && paths.includes(url.pathname)) {
          answerJson(response, { message: 'no' }, 403);
          return true;
        }
        return holding(url, response, request);
      };
    await start(forbidding(POLR));
    const { round } = begin();
    await whenOpen(1);
    open.get(REPS)!.end();
    await round;
    cluster.serve(
      [reportsOf([]), reportsOf([], 'openreports.io/v1alpha1')],
      forbidding(POLR, REPS),
    );
    await expect(begin().round).rejects.toMatchObject({
      code: 'forbidden',
      message:
        'May not watch policyreports.wgpolicyk8s.io, reports.openreports.io',
    });
  });

  it('ends all watches when one breaks', async () => {
    await start();
    const { round } = begin();
    await whenOpen(2);
    const other = new Promise(resolved => {
      open.get(REPS)!.on('close', resolved);
    });
    open.get(POLR)!.destroy();
    await expect(round).rejects.toMatchObject({ code: 'unreachable' });
    await other;
  });

  it('has nothing to watch where no reports are served', async () => {
    await start();
    cluster.serve([]);
    await expect(begin().round).rejects.toMatchObject({
      code: 'notInstalled',
    });
  });

  it('needs no rights beyond those that the documentation gives to watches', async () => {
    const documented = [
      ...readFileSync(
        resolve(__dirname, '../../../../../docs/kubernetes-access.md'),
        'utf8',
      ).matchAll(/^```yaml\n([\s\S]*?)^```$/gm),
    ]
      .flatMap(([, text]) => parseAllDocuments(text).map(each => each.toJSON()))
      .filter(document => document?.kind === 'ClusterRole');
    const watchesOf = (name: string) =>
      documented
        .find(({ metadata }) => metadata.name === name)
        .rules.flatMap(
          (rule: {
            apiGroups: string[];
            resources: string[];
            verbs: string[];
          }) =>
            rule.verbs.includes('watch')
              ? rule.resources.map(each => `${each}.${rule.apiGroups[0]}`)
              : [],
        )
        .sort();
    expect(watchesOf('eks-fleet-reader')).toEqual([]);
    expect(watchesOf('eks-fleet-policies')).toEqual([]);
    expect(watchesOf('eks-fleet-policy-watches')).toEqual([
      'clusterpolicyreports.wgpolicyk8s.io',
      'clusterreports.openreports.io',
      'policyreports.wgpolicyk8s.io',
      'reports.openreports.io',
    ]);
  });
});
