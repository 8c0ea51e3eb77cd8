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

import { request } from 'node:http';
import { connect } from 'node:net';
import { once } from 'node:events';
import { startSimulator } from './startSimulator';
import type { Simulator } from './types';

describe('requests that no client of AWS would send', () => {
  let simulator: Simulator;

  beforeEach(async () => {
    simulator = await startSimulator({ fleet: '1x1x1' });
  });

  afterEach(() => simulator.stop());

  const send = (
    path: string,
    headers: Record<string, string> = {},
    body = '',
  ): Promise<number> =>
    new Promise((resolve, reject) => {
      const { hostname, port } = new URL(simulator.url);
      const method = body ? 'POST' : 'GET';
      const sent = request(
        { hostname, port, path, method, headers },
        response => {
          response.resume();
          response.on('end', () => resolve(response.statusCode ?? 0));
        },
      );
      sent.on('error', reject);
      sent.end(body);
    });

  const authorization = (service: string) =>
    `AWS4-HMAC-SHA256 Credential=AKIASIMULATOR0000001/20261123/eu-west-1/${service}/aws4_request, SignedHeaders=host, Signature=${'0'.repeat(
      64,
    )}`;

  it.each([
    ['/clusters/%E0%A4%A', { authorization: authorization('eks') }],
    [
      '/clusters?a=%zz',
      { authorization: authorization('eks'), 'x-amz-date': '20261123T090000Z' },
    ],
    [
      '/clusters',
      { authorization: authorization('eks'), 'x-amz-date': '20269923T090000Z' },
    ],
    ['/', { authorization: authorization('s3') }],
    ['/', { authorization: 'Basic abc' }],
    ['/?Action=constructor', {}],
    ['/?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Expires=x', {}],
    ['/listRegions', { 'x-amz-target': 'AWSOrganizationsV20161128.toString' }],
  ])('%s %j are refused', async (path, headers) => {
    const status = await send(path, headers);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
  });

  it('are refused when they are too long', async () => {
    expect(await send('/', {}, 'x'.repeat(1024 * 1024 + 1))).toBe(413);
  });

  it('do no harm when they break off', async () => {
    const { hostname, port } = new URL(simulator.url);
    const socket = connect(Number(port), hostname);
    await once(socket, 'connect');
    socket.write('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nabc');
    socket.destroy();
    await once(socket, 'close');
    expect(await send('/_sim/calls')).toBe(200);
  });
});
