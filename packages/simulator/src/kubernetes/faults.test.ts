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

import { setImmediate } from 'node:timers/promises';
import { request } from 'node:https';
import { buffer } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import { CoreV1Api } from '@kubernetes/client-node';
import {
  startCluster,
  type StartedCluster,
} from './__testUtils__/startCluster';

describe('a Kubernetes API that has troubles', () => {
  let started: StartedCluster;

  afterEach(() => started.simulator.stop());

  const nodes = () => started.kubeConfig.makeApiClient(CoreV1Api).listNode();

  it('turns calls away with a time to wait', async () => {
    started = await startCluster();
    started.simulator.addFault({
      match: { service: 'kubernetes' },
      effect: 'throttle',
      times: 2,
    });
    expect(await started.get('/api/v1/nodes')).toMatchObject({
      status: 429,
      headers: { 'retry-after': '1' },
      body: 'Too many requests, please try again later.\n',
    });
    await expect(nodes()).rejects.toMatchObject({ code: 429 });
    await expect(nodes()).resolves.toBeDefined();
  });

  it.each<[string, 'error' | 'expireCredentials', number]>([
    ['an internal error', 'error', 500],
    ['that it knows nobody', 'expireCredentials', 401],
  ])('answers %s', async (_, effect, code) => {
    started = await startCluster();
    started.simulator.addFault({ match: {}, effect, times: 1 });
    await expect(nodes()).rejects.toMatchObject({ code });
    await expect(nodes()).resolves.toBeDefined();
  });

  it('never answers, until somebody hangs up', async () => {
    started = await startCluster();
    started.simulator.addFault({
      match: { operation: 'GET /api/v1/nodes' },
      effect: 'hang',
      times: 1,
    });
    let ended = false;
    const failure = nodes().then(
      () => undefined,
      error => {
        ended = true;
        return error;
      },
    );
    while (
      !started.simulator.calls().some(({ error }) => error === 'NoAnswer')
    ) {
      await setImmediate();
    }
    // Others are answered meanwhile.
    await expect(started.get('/api/v1/pods')).resolves.toMatchObject({
      status: 200,
    });
    expect(ended).toBe(false);
    await started.simulator.stop();
    expect(String(await failure)).toMatch(/hang up|ECONNRESET/);
  });

  it.each<['start' | 'body']>([['start'], ['body']])(
    'breaks the connection at the %s',
    async at => {
      started = await startCluster();
      started.simulator.addFault({
        match: { service: 'kubernetes' },
        effect: 'reset',
        at,
        times: 1,
      });
      await expect(nodes()).rejects.toThrow(
        /hang up|ECONNRESET|Premature close|aborted|terminated/,
      );
      expect(started.simulator.calls()).toContainEqual(
        expect.objectContaining({
          operation: 'GET /api/v1/nodes',
          status: 0,
          error: 'ConnectionReset',
        }),
      );
      await expect(nodes()).resolves.toBeDefined();
    },
  );

  it('is slow', async () => {
    started = await startCluster();
    started.simulator.addFault({
      match: { service: 'kubernetes' },
      effect: 'delay',
      delayMs: 60,
      times: 1,
    });
    const before = performance.now();
    await nodes();
    expect(performance.now() - before).toBeGreaterThanOrEqual(55);
  });

  it('shows a certificate that the authority in DescribeCluster did not sign', async () => {
    started = await startCluster({ kubernetes: { certificateMismatch: true } });
    await expect(nodes()).rejects.toThrow('self-signed certificate');
    expect(started.certificateAuthority.toString()).not.toBe(
      started.simulator.kubernetesCertificateAuthority,
    );
    started.cluster.kubernetes = {};
    await started.simulator.stop();

    started = await startCluster();
    expect(started.certificateAuthority.toString()).toBe(
      started.simulator.kubernetesCertificateAuthority,
    );
    await expect(nodes()).resolves.toBeDefined();
  });

  it('is out of reach', async () => {
    started = await startCluster({ unreachable: true });
    await expect(nodes()).rejects.toThrow(/hang up|ECONNRESET/);
  });

  describe('compresses', () => {
    const raw = (path: string, acceptEncoding?: string) =>
      new Promise<{ encoding?: string; body: Buffer }>((resolve, reject) => {
        request(
          `${started.endpoint}${path}`,
          {
            ca: started.certificateAuthority,
            agent: false,
            headers: {
              authorization: `Bearer ${started.token}`,
              ...(acceptEncoding && { 'accept-encoding': acceptEncoding }),
            },
          },
          response => {
            const encoding = response.headers['content-encoding'];
            buffer(response).then(body => resolve({ encoding, body }), reject);
          },
        )
          .on('error', reject)
          .end();
      });

    it('long answers, for who asks for that', async () => {
      started = await startCluster({
        nodegroups: [{ name: 'many', desiredSize: 200 }],
      });
      const plain = await raw('/api/v1/nodes');
      const compressed = await raw('/api/v1/nodes', 'gzip, deflate');
      expect(plain.encoding).toBeUndefined();
      expect(compressed.encoding).toBe('gzip');
      expect(compressed.body.length).toBeLessThan(plain.body.length / 4);
      expect(JSON.parse(gunzipSync(compressed.body).toString()).items).toEqual(
        JSON.parse(plain.body.toString()).items,
      );
      const short = await raw('/api/v1/namespaces', 'gzip');
      expect(short.encoding).toBeUndefined();
    });
  });
});
