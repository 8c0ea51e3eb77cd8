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

describe('KubernetesClient, when something is wrong', () => {
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

  it.each([
    [
      401,
      'Unauthorized',
      'unauthenticated',
      'The API server does not accept arn:aws:iam::111122223333:role/eks-fleet-kubernetes; an access entry or aws-auth must name it: Unauthorized',
    ],
    [
      403,
      'pods is forbidden:\n User "x" cannot list',
      'forbidden',
      'May not list pods: pods is forbidden: User "x" cannot list',
    ],
    [
      404,
      '404 page not found',
      'notInstalled',
      'The API server does not serve pods: 404 page not found',
    ],
    [
      429,
      'Too many requests',
      'throttled',
      'The API server has too much to do to list pods: Too many requests',
    ],
    [
      500,
      'etcdserver: request timed out',
      'unreachable',
      'The API server failed to list pods (500): etcdserver: request timed out',
    ],
    [400, 'bad', 'invalid', 'The API server answered 400 to list pods: bad'],
  ])('says what %p means', async (status, said, code, message) => {
    await start((_, response) =>
      answerJson(response, { kind: 'Status', message: said }, status),
    );
    expect(await failureOf(pods())).toEqual({ code, message });
  });

  it('shortens what an API server says, and bears one that says no JSON', async () => {
    await start((request, response) => {
      response.writeHead(503);
      response.end(
        request.url?.startsWith('/version')
          ? '<html>'
          : JSON.stringify({ message: 'x'.repeat(5000) }),
      );
    });
    expect((await failureOf(pods())).message.length).toBeLessThan(500);
    expect(await failureOf(client.get('/version'))).toEqual({
      code: 'unreachable',
      message: 'The API server failed to get /version (503)',
    });
  });

  it('names resource and group of what it may not read', async () => {
    await start((_, response) => answerJson(response, {}, 403));
    const messages = await Promise.all(
      [
        '/apis/apps/v1/deployments',
        '/apis/discovery.k8s.io/v1/namespaces/shop/endpointslices',
        '/api/v1/namespaces',
      ].map(
        async path => (await failureOf(client.list({ path }, names))).message,
      ),
    );
    expect(messages).toEqual([
      'May not list deployments.apps',
      'May not list endpointslices.discovery.k8s.io',
      'May not list namespaces',
    ]);
  });

  it('follows no redirect', async () => {
    await start((request, response) => {
      if (request.url?.startsWith('/elsewhere')) {
        answerJson(response, page(['stolen']));
      } else {
        answerJson(response, {}, 302, { location: '/elsewhere' });
      }
    });
    expect(await failureOf(pods())).toEqual({
      code: 'invalid',
      message:
        'The API server answered 302 to list pods; redirects are not followed',
    });
    expect(server.requests).toHaveLength(1);
  });

  it('does not wait longer than its time for an answer', async () => {
    await start(() => {}, { timeoutMs: 50 });
    expect(await failureOf(pods())).toMatchObject({
      code: 'timeout',
      message: expect.stringMatching(/did not answer within 0.05 s$/),
    });
  });

  it('does not wait longer than its time for the rest of an answer', async () => {
    await start(
      (_, response) => {
        response.writeHead(200);
        response.write('{"items": [');
      },
      { timeoutMs: 100 },
    );
    expect((await failureOf(pods())).code).toBe('timeout');
  });

  it('ends at once when nobody waits any more', async () => {
    const abort = new AbortController();
    await start(() => abort.abort());
    expect((await failureOf(pods(abort.signal))).code).toBe('timeout');
  });

  it('says that an answer broke off', async () => {
    await start((_, response) => {
      response.writeHead(200);
      response.write('{"items": [', () => response.destroy());
    });
    expect((await failureOf(pods())).code).toBe('unreachable');
  });

  it('says that the answer is no JSON', async () => {
    await start((_, response) => response.end('{"items": [}'));
    expect(await failureOf(pods())).toEqual({
      code: 'invalid',
      message: 'The answer is no JSON',
    });
  });

  it('trusts the authority that EKS gave alone', async () => {
    await start((_, response) => answerJson(response, page(['a'])));
    const other = await startApiServer(() => {});
    client.close();
    client = KubernetesClient.create({
      endpoint: server.endpoint,
      certificateAuthority: other.certificateAuthority,
      allowLocalAddresses: true,
      token: async () => 'secret-token',
    });
    const { code, message } = await failureOf(pods());
    await other.stop();
    expect(code).toBe('unreachable');
    expect(message).toMatch(
      /the certificate it shows is not of the authority that EKS gives for this cluster/,
    );
    expect(server.requests).toEqual([]);
  });

  it('does not take a certificate for another name', async () => {
    await start((_, response) => answerJson(response, page(['a'])), {}, [
      '10.0.0.1',
    ]);
    const { code, message } = await failureOf(pods());
    expect(code).toBe('unreachable');
    expect(message).toMatch(/for another name.*ERR_TLS_CERT_ALTNAME_INVALID/);
  });

  it('says that the connection was refused', async () => {
    await start((_, response) => answerJson(response, page(['a'])));
    await server.stop();
    expect(await failureOf(pods())).toMatchObject({
      code: 'unreachable',
      message: expect.stringMatching(/connection was refused/),
    });
  });

  it('refuses a name that leads to this machine, unless configuration names it', async () => {
    await start((_, response) => answerJson(response, page(['a'])), {}, [
      'localhost',
    ]);
    const endpoint = server.endpoint.replace('127.0.0.1', 'localhost');
    const clientAt = (allowLocalAddresses: boolean) =>
      KubernetesClient.create({
        endpoint,
        certificateAuthority: server.certificateAuthority,
        allowLocalAddresses,
        token: async () => 'secret-token',
      });
    const careful = clientAt(false);
    expect(
      await failureOf(careful.list({ path: '/api/v1/pods' }, names)),
    ).toMatchObject({
      code: 'unreachable',
      message: expect.stringMatching(/loopback or link-local/),
    });
    const told = clientAt(true);
    expect(await told.list({ path: '/api/v1/pods' }, names)).toEqual([['a']]);
    careful.close();
    told.close();
  });
});
