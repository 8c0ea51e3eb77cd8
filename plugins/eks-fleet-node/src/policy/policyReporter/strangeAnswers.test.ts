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
import { failureOf } from '../__testUtils__/readWith';
import {
  answerWith,
  startAnswering,
  type Answering,
  type KeptResult,
} from './__testUtils__/startAnswering';

const kept = (more: KeptResult = {}): KeptResult => ({
  namespace: 'shop',
  kind: 'Deployment',
  apiVersion: 'apps/v1',
  name: 'web',
  policy: 'require-owner',
  rule: '',
  status: 'fail',
  message: 'has no owner',
  timestamp: 1_764_400_000,
  ...more,
});

const many = (count: number, more: KeptResult = {}) =>
  Array.from({ length: count }, (_, index) =>
    kept({ name: `web-of-${String(index).padStart(5, '0')}`, ...more }),
  );

describe('answers of Policy Reporter', () => {
  let stop: () => Promise<void> = async () => {};

  const start = async (
    results: KeptResult[] | (() => KeptResult[]),
    intercept?: Answering,
  ) => {
    const started = await startAnswering(
      typeof results === 'function' ? results : () => results,
      intercept,
    );
    stop = started.stop;
    return started;
  };
  const host = (url: string) => new URL(url).host;

  afterEach(() => stop());

  it('asks source by source, as policies of one name are one to it', async () => {
    const { read } = await start([
      kept({ source: 'kyverno' }),
      kept({ source: 'kyverno', status: 'pass', name: 'ok' }),
      kept({ source: 'KyvernoValidatingPolicy', status: 'warn' }),
      kept({ source: 'Trivy ConfigAudit', status: 'pass' }),
      kept({ source: 'Trivy ConfigAudit', name: 'job', policy: 'shop/p' }),
    ]);
    const { sink, snapshot } = await read();
    expect(
      sink.given.map(({ policy, result }) =>
        [policy.engine, policy.kind, policy.name, result].join(' '),
      ),
    ).toEqual([
      'kyverno ValidatingPolicy require-owner warn',
      'trivy ConfigAudit shop/p fail',
      'kyverno ClusterPolicy require-owner fail',
    ]);
    expect(
      sink.tallies.map(({ pass, passes, policy }) =>
        [policy.kind, policy.name, passes, pass].join(' '),
      ),
    ).toEqual([
      'ValidatingPolicy require-owner exact 0',
      'ConfigAudit require-owner exact 1',
      'ConfigAudit shop/p exact 0',
      'ClusterPolicy require-owner exact 1',
    ]);
    expect(snapshot.passes).toBe('exact');
  });

  it('knows at least how many pass where rows of a policy differ', async () => {
    const { read } = await start([
      ...many(3, { status: 'pass', severity: 'high' }),
      ...many(2, { status: 'pass', severity: 'low', namespace: 'post' }),
    ]);
    const { sink, snapshot } = await read();
    expect(sink.tallies).toMatchObject([{ passes: 'atLeast', pass: 2 }]);
    expect(snapshot.passes).toBe('atLeast');
  });

  it('knows them all where some came meanwhile', async () => {
    let results = many(40, { status: 'pass' });
    const { read } = await start(
      () => results,
      ({ pathname }) => {
        if (pathname === '/v2/policies') {
          results = many(41, { status: 'pass' });
        }
        return false;
      },
    );
    const { sink } = await read();
    expect(sink.tallies).toMatchObject([{ passes: 'exact', pass: 41 }]);
  });

  it('reads results that name no resource, of the cluster and of a namespace', async () => {
    const { read } = await start([
      kept({ namespace: '', kind: '', name: '', apiVersion: '' }),
      kept({ kind: '', name: '', apiVersion: '', policy: 'other' }),
    ]);
    const { sink } = await read();
    expect(sink.given.map(({ resource }) => resource)).toEqual([
      { apiVersion: 'v1', kind: 'Namespace', name: 'shop' },
      { kind: 'Cluster' },
    ]);
  });

  it('counts results that are none, and leaves them out', async () => {
    const { asked, read } = await start([
      ...many(4, { status: 'info', source: 'Kube Bench', namespace: '' }),
      kept({ status: '' }),
    ]);
    const { sink, snapshot } = await read();
    expect(sink.given).toEqual([]);
    expect(snapshot.notes).toEqual([
      '4 results are “info”, which says neither that they pass nor that they do not.',
      '1 results are “none”, which says neither that they pass nor that they do not.',
    ]);
    expect(asked.some(path => path.includes('/results'))).toBe(false);
  });

  it('has nothing to say of a cluster that has no results', async () => {
    const { read } = await start([], (url, response) =>
      url.pathname === '/v2/findings'
        ? answerWith(response, { total: 0, perResult: {}, counts: null })
        : false,
    );
    const { sink, snapshot } = await read();
    expect([sink.given, sink.tallies]).toEqual([[], []]);
    expect(snapshot).toMatchObject({ engines: [], notes: [] });
  });

  it('keeps hostile text short, and none of it invisible', async () => {
    const { read } = await start([
      kept({
        name: 'web\u202e\u0000',
        message: `<img src=x onerror=alert(1)>${'x'.repeat(1_000_000)}`,
        policy: '__proto__',
        properties: JSON.parse('{"__proto__":"x","a":"\\u001b[31m"}'),
      }),
    ]);
    const { sink } = await read();
    expect(sink.given).toHaveLength(1);
    const [{ message, policy, properties, resource }] = sink.given;
    expect(message).toHaveLength(2_000);
    expect(message).toMatch(/^<img src=x onerror=alert\(1\)>x+…$/);
    expect(policy.name).toBe('__proto__');
    expect(resource.name).toBe('web');
    expect(properties).toEqual({ a: '[31m' });
  });

  it('reads pages of 500, and never a larger one', async () => {
    const { asked, read } = await start(many(1_203));
    const { sink } = await read();
    expect(sink.given).toHaveLength(1_203);
    const sizes = asked
      .filter(path => path.includes('/namespace-scoped/'))
      .map(path => /offset=(\d+)$/.exec(path)?.[1]);
    expect(sizes.filter(size => size === '500')).toHaveLength(3);
    // Besides, what came last before a page is looked at once more.
    expect(sizes.filter(size => size === '1')).toHaveLength(2);
  });

  it('reads smaller pages where messages are half a megabyte each', async () => {
    const { asked, read } = await start(
      many(60, { message: 'x'.repeat(500_000) }),
    );
    const { sink } = await read();
    expect(sink.given).toHaveLength(60);
    expect(sink.given[7].message).toHaveLength(2_000);
    expect(asked).toContainEqual(expect.stringMatching(/page=6&offset=10$/));
  });

  it('reads anew what shifted between two pages', async () => {
    let results = many(700);
    let pages = 0;
    const { read } = await start(
      () => results,
      ({ searchParams }) => {
        pages += searchParams.get('offset') === '500' ? 1 : 0;
        if (pages === 2 && results.length === 700) {
          // One before the cursor goes and another one comes after it.
          results = [...results.slice(1), kept({ name: 'web-of-99999' })];
          pages += 1;
        }
        return false;
      },
    );
    const { sink } = await read();
    const names = new Set(sink.given.map(({ resource }) => resource.name));
    expect(results.every(({ name }) => names.has(String(name)))).toBe(true);
  });

  it('gives up on what never holds still', async () => {
    let count = 700;
    const { read } = await start(() => many((count += 3)).reverse());
    expect(await failureOf(read())).toEqual({
      code: 'timeout',
      message:
        'What Policy Reporter lists at /v2/namespace-scoped/results changed faster than it could be read, 3 times',
    });
  });

  it('takes nothing to be gone while reports are still being read', async () => {
    let results = many(30);
    const { read } = await start(
      () => results,
      ({ pathname }) => {
        if (pathname === '/v2/policies') {
          results = many(300);
        }
        return false;
      },
    );
    expect(await failureOf(read())).toEqual({
      code: 'timeout',
      message:
        'Policy Reporter had 30 results when it was asked, and 300 a moment later: it is still reading reports',
    });
  });

  const html = (response: ServerResponse) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end('<html>Sign in</html>');
    return true;
  };
  it.each<[string, Answering, string, string]>([
    [
      'a page to sign in',
      (_, response) => html(response),
      'invalid',
      ' answered /v2/findings with text/html, not with JSON: something else answers at this address, or asks to sign in',
    ],
    [
      'a redirect',
      (_, response) => {
        response.writeHead(302, { location: 'http://169.254.169.254/' });
        return Boolean(response.end());
      },
      'invalid',
      ' answered /v2/findings with 302; redirects are not followed',
    ],
    [
      'nothing at this path',
      (_, response) => {
        response.writeHead(404);
        return Boolean(response.end('404 page not found'));
      },
      'notInstalled',
      ' does not serve /v2/findings (404); Policy Reporter 3 serves it where `rest.enabled` is set',
    ],
    [
      'that it is not ready',
      (_, response) => {
        response.writeHead(503);
        return Boolean(response.end());
      },
      'unreachable',
      ' is not ready to answer /v2/findings (503); after a start it reads all reports first',
    ],
    [
      'broken JSON',
      (_, response) => {
        response.writeHead(200, { 'content-type': 'application/json' });
        return Boolean(response.end('{"counts":['));
      },
      'invalid',
      ' answered /v2/findings with broken JSON',
    ],
  ])('says what is wrong with %s', async (_, intercept, code, message) => {
    const { read, url } = await start([kept()], intercept);
    expect(await failureOf(read())).toEqual({
      code,
      message: `${host(url)}${message}`,
    });
  });

  it.each<[string, string, unknown]>([
    [
      '/v2/findings',
      'What answers at /v2/findings is not Policy Reporter',
      { counts: 'many' },
    ],
    [
      '/v2/findings',
      'What answers at /v2/findings is not Policy Reporter',
      null,
    ],
    [
      '/v2/policies',
      'What answers at /v2/policies is no list of Policy Reporter, or too long a one',
      { policies: [] },
    ],
    [
      '/v2/namespace-scoped/results',
      'What answers at /v2/namespace-scoped/results is no page of Policy Reporter',
      [],
    ],
    [
      '/v2/namespace-scoped/results',
      'What answers at /v2/namespace-scoped/results is no page of Policy Reporter',
      { items: 'all', count: 1 },
    ],
  ])('refuses what %s answers: %s', async (path, message, value) => {
    const { read } = await start([kept()], (url, response) =>
      url.pathname === path ? answerWith(response, value) : false,
    );
    expect(await failureOf(read())).toEqual({ code: 'invalid', message });
  });
});
