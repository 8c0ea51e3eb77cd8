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
  startJsonServer,
  type JsonServer,
} from '../__testUtils__/startJsonServer';
import { GitFailure } from './GitFailure';
import { HostClient } from './HostClient';
import { DEFAULT_HOST_LIMITS, HostLimiter } from './HostLimiter';

describe('HostClient', () => {
  let server: JsonServer;
  let client: HostClient;

  beforeEach(async () => {
    server = await startJsonServer();
    client = clientOf();
  });

  afterEach(async () => {
    await server.stop();
  });

  function clientOf(
    options: Partial<ConstructorParameters<typeof HostClient>[0]> = {},
  ): HostClient {
    const { host } = new URL(server.url);
    return new HostClient({
      kind: 'github',
      host,
      apiBaseUrl: server.url,
      writes: 'on',
      limiter: new HostLimiter(host, {
        ...DEFAULT_HOST_LIMITS,
        maxWaitSeconds: 0,
      }),
      getHeaders: async () => ({ authorization: 'Bearer secret' }),
      ...options,
    });
  }

  async function failureOf(
    answer: Parameters<JsonServer['answer']>[1],
    method: 'GET' | 'POST' = 'GET',
  ): Promise<GitFailure> {
    server.answer(`${method} /x`, answer);
    const failure = await client
      .call({ method, path: '/x', asks: 'test' })
      .catch(error => error);
    expect(failure).toBeInstanceOf(GitFailure);
    return failure;
  }

  it.each<[number, object, Record<string, string>, object]>([
    [
      401,
      { message: 'Bad credentials' },
      {},
      {
        reason: 'unauthenticated',
        code: 'unauthenticated',
        message: expect.stringMatching(/ answered 401: Bad credentials$/),
      },
    ],
    [403, { message: 'Resource not accessible' }, {}, { reason: 'forbidden' }],
    [
      403,
      { message: 'x' },
      { 'retry-after': '7' },
      { reason: 'throttled', retryAfterSeconds: 7 },
    ],
    [
      403,
      { message: 'You have exceeded a secondary rate limit' },
      {},
      { reason: 'throttled', retryAfterSeconds: 60 },
    ],
    [
      429,
      {},
      { 'retry-after': '12' },
      { reason: 'throttled', retryAfterSeconds: 12, code: 'throttled' },
    ],
    [404, { message: 'Not Found' }, {}, { reason: 'notFound' }],
    [405, { message: 'x' }, {}, { reason: 'conflict', status: 405 }],
    [409, { message: 'x' }, {}, { reason: 'conflict', code: 'invalid' }],
    [422, { message: 'Reference already exists' }, {}, { reason: 'conflict' }],
    [
      422,
      {
        message: 'Validation Failed',
        errors: [{ message: 'A pull request already exists for a:b.' }],
      },
      {},
      { reason: 'conflict' },
    ],
    [422, { message: 'Validation Failed' }, {}, { reason: 'invalid' }],
    [
      400,
      { message: "A branch called 'x' already exists." },
      {},
      { reason: 'conflict' },
    ],
    [
      301,
      {},
      { location: 'http://169.254.169.254/' },
      {
        reason: 'invalid',
        message: expect.stringContaining(
          'sends elsewhere (301), which is not followed',
        ),
      },
    ],
    [
      502,
      '<html>Bad gateway</html>' as any,
      {},
      {
        reason: 'unreachable',
        message: expect.stringMatching(/ answered 502$/),
      },
    ],
  ])('reads an answer %s %j %j', async (status, json, headers, failure) => {
    expect(await failureOf({ status, json, headers })).toMatchObject(failure);
  });

  it('counts the time until the quota is full again by the host’s clock', async () => {
    const failure = await failureOf({
      status: 403,
      json: { message: 'API rate limit exceeded' },
      headers: {
        date: 'Thu, 26 Nov 2026 09:00:00 GMT',
        'x-ratelimit-limit': '5000',
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': String(Date.parse('2026-11-26T09:20:00Z') / 1000),
      },
    });
    expect(failure).toMatchObject({
      reason: 'throttled',
      retryAfterSeconds: 1200,
    });
    expect(client.state).toMatchObject({
      limit: 5000,
      remaining: 0,
      lastFailure: { reason: 'throttled' },
    });
  });

  it('asks nobody while the host wants to be left alone, longer each time', async () => {
    await failureOf({ status: 429, json: {} });
    const asked = server.requests.length;

    const again = client.call({ path: '/x', asks: 'test' });

    await expect(again).rejects.toMatchObject({
      reason: 'throttled',
      retryAfterSeconds: 60,
    });
    expect(server.requests).toHaveLength(asked);
    expect(client.state.pausedUntil).toBeDefined();
  });

  it('says of a write whose answer was lost that nobody knows', async () => {
    expect(await failureOf({ status: 0 }, 'POST')).toMatchObject({
      reason: 'unreachable',
      isUnanswered: true,
    });
    expect(await failureOf({ status: 503, json: {} }, 'POST')).toMatchObject({
      isUnanswered: true,
    });
    expect(await failureOf({ status: 0 })).toMatchObject({
      isUnanswered: false,
    });
  });

  it('says of a host that is away that nothing was sent', async () => {
    await server.stop();
    await expect(
      client.call({ method: 'POST', path: '/x', asks: 'test' }),
    ).rejects.toMatchObject({
      reason: 'unreachable',
      isUnanswered: false,
      message: expect.stringContaining('could not be reached (ECONNREFUSED)'),
    });
  });

  it('gives up on a host that does not answer', async () => {
    server.answer('GET /x', { status: -1 });
    const call = client.call({
      path: '/x',
      asks: 'test',
      signal: AbortSignal.timeout(50),
    });
    await expect(call).rejects.toMatchObject({ reason: 'timeout' });
  });

  it('uses what it knows where the host says that it still holds', async () => {
    server.answer('GET /x', { json: { n: 1 }, headers: { etag: '"1"' } });
    await client.call({ path: '/x', asks: 'test' });
    server.answer('GET /x', { status: 304 });

    const answer = await client.call({ path: '/x', asks: 'test' });

    expect(answer).toMatchObject({ status: 200, json: { n: 1 } });
    expect(server.requests[1].headers['if-none-match']).toBe('"1"');
  });

  it('tells hostile words in one short line, and never its credentials', async () => {
    const failure = await failureOf({
      status: 403,
      json: { message: `a\n\u001b[31mb${'x'.repeat(5000)}` },
    });
    expect(failure.message).toMatch(/: a \[31mbx+$/);
    expect(failure.message.length).toBeLessThan(400);
    expect(JSON.stringify({ ...failure, ...client.state })).not.toContain(
      'secret',
    );
  });

  it('says so where there are no credentials', async () => {
    client = clientOf({
      getHeaders: async () => {
        throw new Error('No app installation found for acme');
      },
    });
    await expect(
      client.call({ path: '/x', asks: 'test' }),
    ).rejects.toMatchObject({
      reason: 'unauthenticated',
      message: expect.stringContaining('No app installation found for acme'),
    });
  });

  it('refuses what is no JSON', async () => {
    expect(
      await failureOf({ status: 200, json: '<html>' as any }),
    ).toMatchObject({
      reason: 'invalid',
      message: expect.stringContaining('JSON'),
    });
  });
});
