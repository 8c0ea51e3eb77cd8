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

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AlertmanagerReader } from './AlertmanagerReader';
import type { AlertmanagerConfig } from './readAlertsConfig';

const NOW = new Date('2026-11-25T12:00:00Z');

describe('AlertmanagerReader', () => {
  let server: Server;
  let answer: {
    status: number;
    body: string;
    headers?: Record<string, string>;
  };
  const asked: Array<{ url?: string; authorization?: string }> = [];

  beforeAll(async () => {
    server = createServer((request, response) => {
      asked.push({
        url: request.url,
        authorization: request.headers.authorization,
      });
      response.writeHead(answer.status, answer.headers).end(answer.body);
    });
    await new Promise<void>(done => {
      server.listen(0, '127.0.0.1', done);
    });
  });

  afterAll(
    () =>
      new Promise(done => {
        server.close(done);
      }),
  );

  async function read(over: Partial<AlertmanagerConfig> = {}) {
    asked.length = 0;
    const { port } = server.address() as AddressInfo;
    const intake = { put: jest.fn().mockResolvedValue(undefined) };
    const store = { attempted: jest.fn().mockResolvedValue(undefined) };
    await new AlertmanagerReader({
      alertmanagers: [
        {
          id: 'prod',
          url: `http://127.0.0.1:${port}`,
          authorization: 'Bearer read-only',
          clusterLabel: 'cluster',
          clusters: new Map(),
          ...over,
        },
      ],
      intake: intake as never,
      store: store as never,
      now: () => NOW,
    }).read(new AbortController().signal);
    return {
      put: intake.put.mock.calls[0],
      failure: store.attempted.mock.calls[0]?.[1].error,
    };
  }

  it('takes all that fires as a complete answer', async () => {
    answer = {
      status: 200,
      body: JSON.stringify([
        {
          fingerprint: 'f1',
          status: { state: 'active', silencedBy: [], inhibitedBy: [] },
          labels: { alertname: 'A', severity: 'page', cluster: 'alpha' },
          annotations: { summary: 'It\u0000burns', runbook_url: 'https://r/a' },
          startsAt: '2026-11-25T11:00:00.000Z',
          endsAt: '2026-11-25T12:04:00.000Z',
          generatorURL: 'https://prometheus/graph',
        },
        {
          fingerprint: 'f2',
          status: { state: 'suppressed' },
          labels: {},
          startsAt: '2026-11-25T11:00:00.000Z',
        },
      ]),
    };
    const { put, failure } = await read();
    expect(failure).toBeUndefined();
    expect(put[0]).toEqual({ kind: 'alertmanager', id: 'prod' });
    expect(put[1]).toEqual([
      expect.objectContaining({
        fingerprint: 'f1',
        name: 'A',
        severity: 'critical',
        state: 'firing',
        summary: 'It burns',
        endsAt: '',
        runbookUrl: 'https://r/a',
      }),
      expect.objectContaining({
        fingerprint: 'f2',
        name: 'unnamed',
        severity: 'unknown',
        state: 'silenced',
      }),
    ]);
    expect(put[2]).toMatchObject({ complete: true });
    expect(asked).toEqual([
      {
        url: '/api/v2/alerts?active=true&silenced=true&inhibited=true&unprocessed=true',
        authorization: 'Bearer read-only',
      },
    ]);
  });

  it.each<[string, typeof answer, string, string]>([
    [
      '401',
      { status: 401, body: '' },
      'unauthenticated',
      'it answered with status 401',
    ],
    [
      '403',
      { status: 403, body: '' },
      'forbidden',
      'it answered with status 403',
    ],
    [
      '429',
      { status: 429, body: '' },
      'throttled',
      'it answered with status 429',
    ],
    [
      '503',
      { status: 503, body: '' },
      'unreachable',
      'it answered with status 503',
    ],
    [
      'a page',
      { status: 200, body: '<html>' },
      'invalid',
      'it answered with something else',
    ],
    [
      'half an answer',
      { status: 200, body: '[{"fing' },
      'invalid',
      'it answered with something else',
    ],
    [
      'another API',
      { status: 200, body: '{"status":"success"}' },
      'invalid',
      'it answered with something else',
    ],
    [
      'a redirect',
      {
        status: 302,
        body: '',
        headers: { location: 'http://169.254.169.254/' },
      },
      'unreachable',
      'it cannot be reached',
    ],
  ])(
    'says of %s what went wrong, and ends nothing',
    async (_, given, code, message) => {
      answer = given;
      const { put, failure } = await read();
      expect(put).toBeUndefined();
      expect(failure).toEqual({
        code,
        message: expect.stringContaining(message),
      });
    },
  );

  it('says so where nobody listens', async () => {
    const { failure } = await read({ url: 'http://127.0.0.1:1' });
    expect(failure.code).toBe('unreachable');
  });

  it('asks nobody who only sends', async () => {
    expect(await read({ url: undefined })).toEqual({
      put: undefined,
      failure: undefined,
    });
    expect(asked).toEqual([]);
  });
});
