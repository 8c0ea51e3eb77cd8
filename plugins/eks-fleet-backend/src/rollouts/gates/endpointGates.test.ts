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

import { mockServices } from '@backstage/backend-test-utils';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Endpoints } from '../../endpoints/Endpoints';
import { gateCluster, gateContext } from './__testUtils__/gates';
import { createHttpGate } from './httpGate';
import { createPrometheusGate } from './prometheusGate';

describe('gates that ask a configured endpoint', () => {
  let server: Server;
  let endpoints: Endpoints;
  let answer: { status: number; body: string; location?: string };
  let asked: { url: string; authorization?: string };

  beforeAll(async () => {
    server = createServer((request, response) => {
      asked = {
        url: request.url!,
        authorization: request.headers.authorization,
      };
      response
        .writeHead(
          answer.status,
          answer.location ? { location: answer.location } : {},
        )
        .end(answer.body);
    });
    await new Promise<void>(done => {
      server.listen(0, '127.0.0.1', done);
    });
    const { port } = server.address() as AddressInfo;
    endpoints = Endpoints.fromConfig(
      mockServices.rootConfig({
        data: {
          eksFleet: {
            endpoints: [
              {
                id: 'metrics',
                url: `http://127.0.0.1:${port}/prom/`,
                authorization: 'Bearer secret',
                dangerouslyAllowLoopback: true,
              },
              {
                id: 'gone',
                url: 'http://127.0.0.1:1',
                dangerouslyAllowLoopback: true,
              },
            ],
          },
        },
      }),
    );
  });

  afterAll(
    () =>
      new Promise(done => {
        server.close(done);
      }),
  );

  const vector = (...values: string[]) =>
    JSON.stringify({
      status: 'success',
      data: {
        resultType: 'vector',
        result: values.map(value => ({
          metric: { cluster: 'alpha' },
          value: [1, value],
        })),
      },
    });

  describe('prometheus', () => {
    const ask = (over: object = {}, context = gateContext()) => {
      const gate = createPrometheusGate(endpoints);
      return gate.check(
        gate.parse({
          endpoint: 'metrics',
          query: 'errors',
          below: 0.01,
          ...over,
        }),
        context,
      );
    };

    it.each<
      [
        string,
        { status: number; body: string; location?: string },
        object,
        string,
        string,
      ]
    >([
      [
        'what keeps to it',
        { status: 200, body: vector('0.001', '0.002') },
        {},
        'open',
        '0.002 is below 0.01',
      ],
      [
        'one of many that does not',
        { status: 200, body: vector('0.001', '0.2') },
        {},
        'shut',
        'The query gives 0.2 and is to be below 0.01',
      ],
      [
        'too little',
        { status: 200, body: vector('99', '3') },
        { below: undefined, above: 5, title: 'Ready pods' },
        'shut',
        'Ready pods gives 3 and is to be above 5',
      ],
      [
        'a scalar',
        {
          status: 200,
          body: '{"status":"success","data":{"resultType":"scalar","result":[1,"0"]}}',
        },
        {},
        'open',
        '0 is below 0.01',
      ],
      [
        'no data',
        { status: 200, body: vector() },
        {},
        'unknown',
        'The query has no data at metrics',
      ],
      [
        'what is no number',
        { status: 200, body: vector('NaN') },
        {},
        'unknown',
        'The query has no data at metrics',
      ],
      [
        'an error',
        { status: 422, body: '{"status":"error"}' },
        {},
        'unknown',
        'metrics answers with status 422',
      ],
      [
        'a page',
        { status: 200, body: '<html>' },
        {},
        'unknown',
        'metrics answers with something else',
      ],
      [
        'a redirect',
        { status: 302, body: '', location: 'http://169.254.169.254/' },
        {},
        'unknown',
        'metrics cannot be reached',
      ],
      [
        'nobody',
        { status: 200, body: '' },
        { endpoint: 'gone' },
        'unknown',
        'gone cannot be reached',
      ],
    ])('judges %s', async (_, given, over, state, message) => {
      answer = given;
      const result = await ask(over);
      expect(result.state).toBe(state);
      expect(result.message).toContain(message);
      expect(JSON.stringify(result)).not.toContain('secret');
    });

    it('asks for the clusters of the wave, whatever they are called', async () => {
      answer = { status: 200, body: vector('0') };
      await ask(
        { query: 'up{cluster=~"{{clusters}}"}' },
        gateContext({
          clusters: [gateCluster('a.b'), gateCluster('c"} or up{x="')],
        }),
      );
      expect(asked.authorization).toBe('Bearer secret');
      expect(new URL(asked.url, 'http://x').searchParams.get('query')).toBe(
        'up{cluster=~"a\\\\.b|c\\"\\\\} or up\\\\{x=\\""}',
      );
      expect(asked.url.startsWith('/prom/api/v1/query?')).toBe(true);
    });

    it.each<[object, string]>([
      [
        { endpoint: 'https://evil.example.com' },
        'with.endpoint: is no id of eksFleet.endpoints; there are metrics, gone',
      ],
      [{ above: 1 }, 'with: needs either `below` or `above`'],
      [{ query: '' }, 'with.query'],
    ])('refuses %j', (over, message) => {
      const gate = createPrometheusGate(endpoints);
      expect(() =>
        gate.parse({ endpoint: 'metrics', query: 'x', below: 1, ...over }),
      ).toThrow(message);
    });
  });

  describe('http', () => {
    const ask = (over: object = {}) => {
      const gate = createHttpGate(endpoints);
      return gate.check(
        gate.parse({ endpoint: 'metrics', ...over }),
        gateContext(),
      );
    };

    it.each<[string, { status: number; body: string }, object, string]>([
      ['what is expected', { status: 200, body: 'ok' }, {}, 'open'],
      ['another status', { status: 503, body: 'no' }, {}, 'shut'],
      [
        'another status that is expected',
        { status: 404, body: '' },
        { status: 404 },
        'open',
      ],
      [
        'what it is to contain',
        { status: 200, body: 'all passed' },
        { contains: 'passed' },
        'open',
      ],
      [
        'what does not contain it',
        { status: 200, body: 'one failed' },
        { contains: 'passed' },
        'shut',
      ],
      ['nobody', { status: 200, body: '' }, { endpoint: 'gone' }, 'unknown'],
    ])('judges %s', async (_, given, over, state) => {
      answer = given;
      expect(await ask(over)).toMatchObject({ state });
    });

    it.each<[object, string]>([
      [
        { endpoint: 'nobody' },
        'with.endpoint: is no id of eksFleet.endpoints; there are metrics, gone',
      ],
      [
        { path: '//evil.example.com' },
        'with.path: is no path; it begins with one slash',
      ],
    ])('refuses %j', (over, message) => {
      expect(() =>
        createHttpGate(endpoints).parse({ endpoint: 'metrics', ...over }),
      ).toThrow(message);
    });
  });
});
