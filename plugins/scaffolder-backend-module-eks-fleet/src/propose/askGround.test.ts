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
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { createAskGround } from './askGround';

describe('createAskGround', () => {
  let server: Server;
  let answer: { status: number; body: unknown };
  let asked: Array<{ url?: string; authorization?: string }>;

  beforeEach(async () => {
    asked = [];
    answer = { status: 200, body: { installationId: 'demo' } };
    server = createServer(({ headers, url }, response) => {
      asked.push({ url, authorization: headers.authorization });
      if (!answer.status) {
        response.destroy();
        return;
      }
      response.writeHead(answer.status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(answer.body));
    });
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
  });

  afterEach(async () => {
    server.closeAllConnections();
    await new Promise(resolve => {
      server.close(resolve);
    });
  });

  const ask = (signal?: AbortSignal) => {
    const { port } = server.address() as AddressInfo;
    return createAskGround({
      auth: mockServices.auth({ pluginId: 'scaffolder' }),
      discovery: mockServices.discovery.mock({
        getBaseUrl: async id => `http://127.0.0.1:${port}/api/${id}`,
      }),
    })({ credentials: mockCredentials.user('user:default/ann'), signal });
  };
  const fails = (status: number, message: string) => {
    const error = { name: 'Error', message };
    answer = { status, body: { error, response: { statusCode: status } } };
  };

  it('asks on behalf of the initiator', async () => {
    expect(await ask()).toEqual({ installationId: 'demo' });
    expect(asked).toEqual([
      {
        url: '/api/eks-fleet/proposals/ground',
        authorization: mockCredentials.service.header({
          onBehalfOf: mockCredentials.user('user:default/ann'),
          targetPluginId: 'eks-fleet',
        }),
      },
    ]);
  });

  it.each([
    [
      403,
      'This needs the permission eks-fleet.request.create',
      'does not let you propose changes: This needs the permission eks-fleet.request.create',
    ],
    [404, 'Not found', 'is not installed in this portal'],
    [500, 'Oh', 'failed: run the task again'],
  ])('says what an answer of %s means', async (status, message, words) => {
    fails(status, message);
    await expect(ask()).rejects.toThrow(words);
  });

  it('says that the backend cannot be reached', async () => {
    answer = { status: 0, body: undefined };
    await expect(ask()).rejects.toThrow(
      'cannot be reached: run the task again',
    );
  });

  it('ends with the task', async () => {
    const signal = AbortSignal.abort(new Error('The task was cancelled'));
    await expect(ask(signal)).rejects.toThrow('The task was cancelled');
  });
});
