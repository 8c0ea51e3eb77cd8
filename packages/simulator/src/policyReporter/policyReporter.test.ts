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

import type { PolicyReporterStory } from '../model/policyStory';
import { askKubernetes } from '../__testUtils__/askKubernetes';
import {
  startCluster,
  type StartedCluster,
} from '../kubernetes/__testUtils__/startCluster';

describe('Policy Reporter', () => {
  let started: StartedCluster;

  const start = async (policyReporter?: PolicyReporterStory) => {
    started = await startCluster({
      kubernetes: {
        usualWorkloads: false,
        components: [{ name: 'kyverno', version: '1.19.0' }],
        namespaces: { orders: { team: 'orders' } },
        workloads: [
          {
            namespace: 'orders',
            name: 'shell',
            replicas: 3,
            images: { shell: 'busybox' },
            requests: 'none',
          },
        ],
        policies: { policyReporter },
      },
    });
  };

  afterEach(() => started.simulator.stop());

  const url = (tls = false) =>
    started.simulator.policyReporterUrl(started.cluster.arn, { tls });
  const get = async (path: string, headers: Record<string, string> = {}) => {
    const response = await fetch(`${url()}${path}`, { headers });
    const text = await response.text();
    return {
      status: response.status,
      body:
        text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : text,
      headers: response.headers,
    };
  };

  it('counts results by policy', async () => {
    await start({});
    const { body } = await get('/v2/policies');
    expect(body).toContainEqual({
      source: 'KyvernoValidatingPolicy',
      category: 'supply-chain',
      policy: 'no-latest-tag',
      severity: 'medium',
      // Its pods are the Deployment's.
      results: { fail: 1 },
    });
    const { body: owned } = await get(
      '/v2/policies?policies=require-owner&status=pass',
    );
    expect(owned).toEqual([
      expect.objectContaining({
        policy: 'require-owner',
        results: { pass: 2 },
      }),
    ]);
  });

  it('counts findings by result and by severity, source by source', async () => {
    await start({});
    const { body } = await get('/v2/findings');
    const { body: total } = await get('/v2/total-results');
    expect(body.total).toBe(total.total);
    expect(body.counts).toEqual([
      {
        source: 'KyvernoValidatingPolicy',
        total: body.total,
        counts: body.perResult,
      },
    ]);
    // One of them is the namespace of nobody.
    expect(body.perResult.fail).toBe(4);
    const { body: failing } = await get('/v2/severity-findings?status=fail');
    expect(failing.perResult).toEqual({ high: 1, medium: 2, low: 1 });
    expect((await get('/v2/sources')).body).toEqual([
      'KyvernoValidatingPolicy',
    ]);
  });

  it('lists results in pages, of namespaces and of the cluster', async () => {
    await start({});
    const { body: all } = await get('/v2/namespace-scoped/results?status=fail');
    expect(all.count).toBe(3);
    expect(all.items[0]).toEqual({
      id: expect.stringMatching(/^\d+$/),
      namespace: 'orders',
      kind: 'Deployment',
      apiVersion: 'apps/v1',
      name: 'shell',
      resourceId: expect.any(String),
      message: 'Images have no tag that stays: shell (busybox)',
      category: 'supply-chain',
      policy: 'no-latest-tag',
      rule: '',
      status: 'fail',
      severity: 'medium',
      timestamp: expect.any(Number),
      properties: {
        process: 'background scan',
        'cel.validationIndex': '0',
      },
    });
    const pages = await Promise.all(
      [1, 2].map(
        async page =>
          (
            await get(
              `/v2/namespace-scoped/results?status=fail&page=${page}&offset=2`,
            )
          ).body,
      ),
    );
    expect(pages.map(({ count }) => count)).toEqual([3, 3]);
    expect(pages.flatMap(({ items }) => items)).toEqual(all.items);
    const { body: ofCluster } = await get('/v2/cluster-scoped/results');
    expect(ofCluster.items.map(({ kind }: any) => kind)).toContain('Namespace');
  });

  it('lists resources with their results, those of pods too where it is told', async () => {
    await start({ keepsControlled: true });
    const { body } = await get(
      '/v2/namespace-scoped/resource-results?kinds=Deployment&kinds=Pod&status=fail',
    );
    expect(body.count).toBe(4);
    expect(body.items[0]).toEqual({
      id: expect.any(String),
      uid: expect.any(String),
      name: 'shell',
      kind: 'Deployment',
      apiVersion: 'apps/v1',
      namespace: 'orders',
      status: { pass: 0, skip: 0, warn: 0, error: 0, fail: 3 },
    });
    expect(body.items[1]).toMatchObject({
      kind: 'Pod',
      name: expect.stringMatching(/^shell-/),
    });
  });

  it('is found by account, Region and name as well', async () => {
    await start({});
    const { accountId, name, region } = started.cluster;
    const byName = await fetch(
      `${started.simulator.url}/policy-reporter/${accountId}/${region}/${name}/v2/findings`,
    );
    expect(await byName.json()).toEqual((await get('/v2/findings')).body);
  });

  it('filters, searches and sorts', async () => {
    await start({});
    const counts = await Promise.all(
      [
        'kinds=Namespace',
        'severities=high&status=fail',
        'search=latest',
        'policies=no-latest-tag&policies=require-requests&status=fail',
        'exclude=KyvernoValidatingPolicy:Deployment&status=fail',
      ].map(
        async query =>
          (
            await get(`/v2/namespace-scoped/results?${query}`)
          ).body.count,
      ),
    );
    expect(counts).toEqual([0, 1, 1, 2, 0]);
    const { body } = await get(
      '/v2/namespace-scoped/results?status=fail&sortBy=policy&direction=desc',
    );
    expect(body.items.map(({ policy }: any) => policy)).toEqual([
      'require-requests',
      'require-disruption-budget',
      'no-latest-tag',
    ]);
  });

  it('asks for a password where it has one', async () => {
    await start({ basicAuth: { username: 'portal', password: 'secret' } });
    const refused = await get('/v2/policies');
    expect(refused.status).toBe(401);
    expect(refused.headers.get('www-authenticate')).toContain('Basic');
    const basic = (text: string) => ({
      authorization: `Basic ${Buffer.from(text).toString('base64')}`,
    });
    expect((await get('/v2/policies', basic('portal:wrong'))).status).toBe(401);
    expect((await get('/v2/policies', basic('portal:secret'))).status).toBe(
      200,
    );
  });

  it('can be reached by TLS, with a certificate that nobody signed', async () => {
    await start({});
    await expect(fetch(`${url(true)}/v2/policies`)).rejects.toThrow();
    const { status, body } = await askKubernetes(`${url(true)}/v2/findings`, {
      ca: started.certificateAuthority,
    });
    expect([status, JSON.parse(body).perResult.fail]).toEqual([200, 4]);
  });

  it('is not there where nobody installed it', async () => {
    await start();
    expect((await get('/v2/policies')).status).toBe(404);
    expect(() => started.simulator.policyReporterUrl('arn:none')).toThrow(
      'There is no cluster arn:none',
    );
  });

  it.each([
    ['/v2/none', 404],
    ['/v1/policies', 404],
    ['/healthz', 200],
  ])('answers %s with %d', async (path, status) => {
    await start({});
    expect((await get(path)).status).toBe(status);
  });

  it('breaks on command, and is counted', async () => {
    await start({});
    const { simulator } = started;
    const match = {
      service: 'policy-reporter',
      operation: 'GET /v2/policies',
      cluster: started.cluster.name,
    };
    for (const effect of ['error', 'throttle', 'deny'] as const) {
      simulator.addFault({ match, effect, times: 1 });
    }
    simulator.addFault({ match, effect: 'reset', at: 'body', times: 1 });
    expect((await get('/v2/policies')).status).toBe(500);
    expect((await get('/v2/policies')).status).toBe(429);
    expect((await get('/v2/policies')).status).toBe(403);
    await expect(get('/v2/policies')).rejects.toThrow();
    expect((await get('/v2/policies')).status).toBe(200);
    expect(
      simulator
        .calls()
        .filter(({ service }) => service === 'policy-reporter')
        .map(({ status, error }) => [status, error]),
    ).toEqual(
      expect.arrayContaining([
        [200, undefined],
        [0, 'ConnectionReset'],
        [500, '500'],
      ]),
    );
  });
});
