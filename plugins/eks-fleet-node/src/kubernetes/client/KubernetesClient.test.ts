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

import { once } from 'node:events';
import { gzipSync } from 'node:zlib';
import { toObservationError } from '../../observation/toObservationError';
import {
  answerJson,
  startApiServer,
  type Handler,
} from '../__testUtils__/startApiServer';
import {
  KubernetesClient,
  type KubernetesClientOptions,
} from './KubernetesClient';
import type { TableRow } from './types';

type Server = Awaited<ReturnType<typeof startApiServer>>;

/** Names, in the order of the pages that they came in. */
const names = {
  start: (): string[][] => [],
  add: (pages: string[][], items: Array<{ metadata: { name: string } }>) => [
    ...pages,
    items.map(({ metadata }) => metadata.name),
  ],
};

const page = (items: string[], token?: string) => ({
  items: items.map(name => ({ metadata: { name } })),
  metadata: token ? { continue: token } : {},
});

const EXPIRED = {
  kind: 'Status',
  code: 410,
  reason: 'Expired',
  message: 'The provided continue parameter is too old',
};

describe('KubernetesClient', () => {
  let server: Server;
  let client: KubernetesClient;

  const start = async (
    handler: Handler,
    more: Partial<KubernetesClientOptions> = {},
    certificateNames?: string[],
  ) => {
    server = await startApiServer(handler, certificateNames);
    client = KubernetesClient.create({
      endpoint: server.endpoint,
      certificateAuthority: server.certificateAuthority,
      allowLocalAddresses: true,
      token: async () => 'secret-token',
      identity: 'arn:aws:iam::111122223333:role/eks-fleet-kubernetes',
      ...more,
    });
  };
  const query = (index: number) =>
    Object.fromEntries(
      new URL(server.requests[index].url, server.endpoint).searchParams,
    );
  const pods = (signal?: AbortSignal) =>
    client.list({ path: '/api/v1/pods' }, names, signal);
  const failureOf = async (read: Promise<unknown>) =>
    toObservationError(
      await read.then(
        () => 'no failure',
        error => error,
      ),
    );

  afterEach(async () => {
    client.close();
    await server.stop();
  });

  it('reads a list page by page, over one connection', async () => {
    await start((request, response) => {
      answerJson(
        response,
        request.url?.includes('continue=next%2F1')
          ? page(['c'])
          : page(['a', 'b'], 'next/1'),
      );
    });
    expect(await pods()).toEqual([['a', 'b'], ['c']]);
    expect(query(0)).toEqual({ limit: '500' });
    expect(query(1)).toEqual({ limit: '500', continue: 'next/1' });
    expect(server.requests[1].headers.authorization).toBe(
      'Bearer secret-token',
    );
    expect(server.connections.made).toBe(1);
  });

  it('closes its connections', async () => {
    let closed: Promise<unknown> = Promise.resolve();
    await start((request, response) => {
      closed = once(request.socket, 'close');
      answerJson(response, page([]));
    });
    await pods();
    expect(server.connections.open).toBe(1);
    client.close();
    await closed;
    expect(server.connections.open).toBe(0);
  });

  it('asks for names, labels and owners alone where they are enough', async () => {
    await start((_, response) => answerJson(response, page(['a'])));
    await client.list(
      {
        path: '/apis/apps/v1/replicasets',
        labelSelector: 'app=web',
        fieldSelector: 'metadata.name=shop',
        metadataOnly: true,
      },
      names,
    );
    expect(query(0)).toEqual({
      limit: '500',
      labelSelector: 'app=web',
      fieldSelector: 'metadata.name=shop',
    });
    expect(server.requests[0].headers.accept).toContain(
      'as=PartialObjectMetadataList',
    );
  });

  it('lists what kubectl prints of objects, and reads a page again as objects', async () => {
    await start((request, response) => {
      const url = new URL(request.url!, server.endpoint);
      const first = !url.searchParams.has('continue');
      if (!request.headers.accept?.includes('as=Table')) {
        answerJson(response, page(first ? ['a'] : ['b']));
        return;
      }
      answerJson(response, {
        kind: 'Table',
        metadata: first ? { continue: 'next' } : {},
        // Later pages may come without.
        columnDefinitions: first ? [{ name: 'Name' }, { name: 'Fail' }] : [],
        rows: [
          {
            cells: first ? ['a', 0] : ['b', 3],
            object: { metadata: { name: first ? 'a' : 'b' } },
          },
        ],
      });
    });
    const request = { path: '/apis/wgpolicyk8s.io/v1alpha2/policyreports' };
    const pages = await client.list(
      { ...request, table: true },
      {
        start: (): unknown[] => [],
        add: (all, rows: TableRow[], listed) => [
          ...all,
          { cells: rows.map(({ cells }) => cells), ...listed },
        ],
      },
    );
    expect(pages).toEqual([
      { cells: [['a', 0]], columns: ['Name', 'Fail'] },
      { cells: [['b', 3]], columns: ['Name', 'Fail'], continueToken: 'next' },
    ]);
    expect(
      await client.readPage({ ...request, continueToken: 'next' }),
    ).toEqual([{ metadata: { name: 'b' } }]);
  });

  it('takes objects of servers that make no tables', async () => {
    await start((_, response) => answerJson(response, page(['a'])));
    const columns = await client.list(
      { path: '/apis/example.com/v1/things', table: true },
      {
        start: (): unknown[] => [],
        add: (all, items: unknown[], more) => [...all, items, more?.columns],
      },
    );
    expect(columns).toEqual([[{ metadata: { name: 'a' } }], undefined]);
  });

  it('says that a page cannot be told from others any more', async () => {
    await start((_, response) => answerJson(response, EXPIRED, 410));
    expect(
      await client.readPage({ path: '/api/v1/pods', continueToken: 'old' }),
    ).toBeUndefined();
  });

  it('refuses a page that is larger than it is ready for', async () => {
    await start((_, response) => answerJson(response, page(['a'.repeat(900)])));
    expect(
      await failureOf(client.readPage({ path: '/api/v1/pods', maxBytes: 500 })),
    ).toMatchObject({ code: 'invalid' });
  });

  it('reads compressed answers', async () => {
    await start((_, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' });
      response.end(gzipSync(JSON.stringify(page(['a']))));
    });
    expect(await pods()).toEqual([['a']]);
    expect(server.requests[0].headers['accept-encoding']).toBe('gzip');
  });

  it('starts a list anew once when its pages have expired, without what it had', async () => {
    let expired = false;
    await start((request, response) => {
      if (request.url?.includes('continue=') && !expired) {
        expired = true;
        answerJson(response, EXPIRED, 410);
      } else {
        answerJson(
          response,
          request.url?.includes('continue=') ? page(['b']) : page(['a'], 'x'),
        );
      }
    });
    expect(await pods()).toEqual([['a'], ['b']]);
    expect(server.requests).toHaveLength(4);
  });

  it('gives up on a list whose pages expire again and again', async () => {
    await start((request, response) => {
      if (request.url?.includes('continue=')) {
        answerJson(response, EXPIRED, 410);
      } else {
        answerJson(response, page(['a'], 'x'));
      }
    });
    expect(await failureOf(pods())).toEqual({
      code: 'timeout',
      message: 'The list of pods changed faster than it could be read, twice',
    });
    expect(server.requests).toHaveLength(4);
  });

  it('comes again when the API server says when, and not for ever', async () => {
    let busy = 1;
    await start((_, response) => {
      busy -= 1;
      if (busy >= 0) {
        answerJson(response, {}, 429, { 'retry-after': '0' });
      } else {
        answerJson(response, page(['a']));
      }
    });
    expect(await pods()).toEqual([['a']]);
    busy = 100;
    const before = server.requests.length;
    expect((await failureOf(pods())).code).toBe('throttled');
    expect(server.requests.length - before).toBe(3);
  });

  it('asks again on a new connection where the API server has closed the kept one', async () => {
    let answered = 0;
    await start((request, response) => {
      answered += 1;
      if (answered === 2) {
        request.socket.destroy();
      } else {
        answerJson(response, page(['a']));
      }
    });
    await pods();
    expect(await pods()).toEqual([['a']]);
    expect(answered).toBe(3);
  });

  it('reads lines of a text of any length, whichever way it is cut', async () => {
    const text = `first\r\n${'é'.repeat(70_000)}\n\n${'y'.repeat(
      300_000,
    )}\nlast`;
    await start((_, response) => {
      response.writeHead(200, { 'content-type': 'text/plain' });
      const bytes = Buffer.from(text);
      for (let at = 0; at < bytes.length; at += 1001) {
        response.write(bytes.subarray(at, at + 1001));
      }
      response.end();
    });
    const lines: string[] = [];
    await client.readLines('/metrics', line => lines.push(line));
    expect(lines.map(line => [line.slice(0, 5), line.length])).toEqual([
      ['first', 6],
      ['ééééé', 70_000],
      ['', 0],
      ['last', 4],
    ]);
  });

  it('reads a list of 40 MB page by page', async () => {
    const item = (index: number) => ({
      metadata: {
        name: `crd-${index}`,
        annotations: { big: 'x'.repeat(80_000) },
      },
    });
    await start((request, response) => {
      const at = Number(
        new URL(request.url!, 'https://a').searchParams.get('continue') ?? 0,
      );
      answerJson(response, {
        items: Array.from({ length: 50 }, (_, index) => item(at + index)),
        metadata: at < 450 ? { continue: String(at + 50) } : {},
      });
    });
    const count = await client.list<unknown, number>(
      { path: '/apis/apiextensions.k8s.io/v1/customresourcedefinitions' },
      { start: () => 0, add: (sum, items) => sum + items.length },
    );
    expect(count).toBe(500);
    expect(server.requests).toHaveLength(10);
  });
});
