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

import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { toObservationError } from '../../observation/toObservationError';
import {
  answerJson,
  createCertificate,
  startApiServer,
} from '../__testUtils__/startApiServer';
import {
  startConnectProxy,
  type ProxyConduct,
} from '../__testUtils__/startConnectProxy';
import type { KubernetesProxy } from '../access/proxies';
import {
  KubernetesClient,
  type KubernetesClientOptions,
} from './KubernetesClient';

type Proxy = Awaited<ReturnType<typeof startConnectProxy>>;
type Server = Awaited<ReturnType<typeof startApiServer>>;

const CREDENTIALS = { username: 'portal', password: 'pa:ss wörd' };

describe('KubernetesClient through a proxy', () => {
  let server: Server;
  let proxy: Proxy;
  const clients: KubernetesClient[] = [];

  beforeEach(async () => {
    server = await startApiServer((_, response) =>
      answerJson(response, { gitVersion: 'v1.34.1' }),
    );
    proxy = await startConnectProxy();
  });

  afterEach(async () => {
    clients.splice(0).forEach(client => client.close());
    await proxy.stop();
    await server.stop();
  });

  const clientOf = (
    more: Partial<KubernetesProxy> = {},
    options: Partial<KubernetesClientOptions> = {},
  ) => {
    const client = KubernetesClient.create({
      endpoint: server.endpoint,
      certificateAuthority: server.certificateAuthority,
      token: async () => 'secret-token',
      proxy: { id: 'hub', url: proxy.url, ...more },
      ...options,
    });
    clients.push(client);
    return client;
  };
  const failureOf = async (client: KubernetesClient) =>
    toObservationError(
      await client.get('/version').then(
        () => 'no failure',
        error => error,
      ),
    );
  const host = () => new URL(server.endpoint).host;

  it('reads what the API server says, over one way that is kept', async () => {
    const client = clientOf();
    for (let i = 0; i < 3; i += 1) {
      expect(await client.get('/version')).toEqual({ gitVersion: 'v1.34.1' });
    }
    expect(proxy.asked.map(asked => asked.host)).toEqual([host()]);
    expect(server.connections.made).toBe(1);
    expect(server.requests.map(({ headers }) => headers.authorization)).toEqual(
      Array(3).fill('Bearer secret-token'),
    );
  });

  it('shows the proxy neither token nor path, and the API server no credentials of the proxy', async () => {
    await clientOf({ credentials: CREDENTIALS }).get('/version');
    expect(proxy.seen().length).toBeGreaterThan(0);
    expect(proxy.seen()).not.toMatch(/secret-token|\/version/);
    expect(JSON.stringify(proxy.asked)).not.toMatch(/secret-token|\/version/);
    expect(server.requests[0].headers).not.toHaveProperty(
      'proxy-authorization',
    );
  });

  it('shows a proxy the credentials that it asks for', async () => {
    await proxy.stop();
    proxy = await startConnectProxy({
      credentials: `${CREDENTIALS.username}:${CREDENTIALS.password}`,
    });
    expect(
      await clientOf({ credentials: CREDENTIALS }).get('/version'),
    ).toEqual({ gitVersion: 'v1.34.1' });
    expect(await failureOf(clientOf())).toEqual({
      code: 'unauthenticated',
      message:
        'Proxy hub asks for credentials, and configuration has none for it (407)',
    });
    const wrong = { ...CREDENTIALS, password: 'guess' };
    expect(await failureOf(clientOf({ credentials: wrong }))).toEqual({
      code: 'unauthenticated',
      message:
        'Proxy hub does not accept the credentials that configuration has for it (407)',
    });
    expect(server.requests).toHaveLength(1);
  });

  it('speaks to a proxy over TLS, with the authorities of the machine', async () => {
    await proxy.stop();
    const { cert, key } = await createCertificate(['127.0.0.1']);
    proxy = await startConnectProxy({ tls: { cert, key } });
    expect(await failureOf(clientOf())).toEqual({
      code: 'unreachable',
      message:
        'Proxy hub: no connection could be made (DEPTH_ZERO_SELF_SIGNED_CERT)',
    });
    const usual = getCACertificates('default');
    setDefaultCACertificates([...usual, cert]);
    try {
      expect(await clientOf().get('/version')).toEqual({
        gitVersion: 'v1.34.1',
      });
    } finally {
      setDefaultCACertificates(usual);
    }
  });

  it('trusts the authority that EKS gave alone, also behind a proxy', async () => {
    const { cert } = await createCertificate(['127.0.0.1']);
    const { code, message } = await failureOf(
      clientOf({}, { certificateAuthority: cert }),
    );
    expect(code).toBe('unreachable');
    expect(message).toMatch(
      /^127\.0\.0\.1:\d+ \(through proxy hub\): the certificate it shows is not of the authority/,
    );
    expect(server.requests).toEqual([]);
  });

  it.each<[ProxyConduct, string, string]>([
    [403, 'forbidden', 'opens no way to HOST (403)'],
    [502, 'unreachable', 'could not reach HOST (502)'],
    [504, 'unreachable', 'could not reach HOST (504)'],
    [302, 'unreachable', 'did not open a way to HOST (302)'],
  ])('says what %p of a proxy means', async (conduct, code, message) => {
    proxy.conduct(conduct);
    expect(await failureOf(clientOf())).toEqual({
      code,
      message: `Proxy hub ${message.replace('HOST', host())}`,
    });
    expect(server.connections.made).toBe(0);
  });

  it('says that a proxy hangs up', async () => {
    proxy.conduct('hangUp');
    expect(await failureOf(clientOf())).toEqual({
      code: 'unreachable',
      message: 'Proxy hub: the connection was broken off (ECONNRESET)',
    });
  });

  it('says that a proxy is down', async () => {
    const client = clientOf();
    await proxy.stop();
    expect(await failureOf(client)).toEqual({
      code: 'unreachable',
      message: 'Proxy hub: the connection was refused (ECONNREFUSED)',
    });
  });

  it('says that what is there is no proxy', async () => {
    const notHttp = await startApiServer(() => {});
    const url = notHttp.endpoint.replace('https:', 'http:');
    const { code, message } = await failureOf(clientOf({ url }));
    await notHttp.stop();
    expect(code).toBe('unreachable');
    expect(message).toMatch(/^Proxy hub: /);
  });

  it('waits for a proxy that hangs a part of its time only, and leaves nothing open', async () => {
    proxy.conduct('hang');
    expect(await failureOf(clientOf({}, { timeoutMs: 150 }))).toEqual({
      code: 'timeout',
      message: `Proxy hub did not open a way to ${host()} within 0.05 s`,
    });
    expect(await allClosed(proxy)).toBe(true);
  });

  it.each([
    ['nobody waits any more', (abort: AbortController) => abort.abort()],
    ['it is closed', (_: unknown, client: KubernetesClient) => client.close()],
  ])('ends at once when %s', async (_, end) => {
    proxy.conduct('hang');
    const client = clientOf();
    const abort = new AbortController();
    const reading = client.get('/version', abort.signal).catch(error => error);
    while (proxy.asked.length === 0) {
      await nextTurn();
    }
    end(abort, client);
    expect(await reading).toMatchObject({ name: 'ObservationFailure' });
    client.close();
    expect(await allClosed(proxy)).toBe(true);
  });

  it('opens another way when the proxy has ended the one that was kept', async () => {
    const client = clientOf();
    await client.get('/version');
    proxy.breakOff();
    expect(await client.get('/version')).toEqual({ gitVersion: 'v1.34.1' });
    expect(proxy.asked).toHaveLength(2);
  });

  it('names the proxy also when the way breaks off in the middle', async () => {
    await server.stop();
    server = await startApiServer(() => proxy.breakOff());
    const { code, message } = await failureOf(clientOf());
    expect(code).toBe('unreachable');
    expect(message).toMatch(/^127\.0\.0\.1:\d+ \(through proxy hub\): /);
  });

  it('says nowhere what it shows the proxy', async () => {
    for (const conduct of [403, 407, 'hangUp'] as const) {
      proxy.conduct(conduct);
      const { message } = await failureOf(
        clientOf({ credentials: CREDENTIALS }),
      );
      expect(message).not.toContain('portal');
      expect(message).not.toContain(CREDENTIALS.password);
    }
  });
});

function nextTurn(): Promise<void> {
  return new Promise(resolve => setImmediate(resolve));
}

/** Whether all connections end; the test's time bounds the wait. */
async function allClosed({ open }: Proxy): Promise<boolean> {
  while (open.size > 0) {
    await nextTurn();
  }
  return true;
}
