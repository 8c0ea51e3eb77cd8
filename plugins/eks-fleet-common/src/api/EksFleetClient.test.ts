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

import { ResponseError } from '@backstage/errors';
import { EksFleetClient } from './EksFleetClient';
import type { TargetReport } from './types';

const BASE = 'http://backstage.example.com/api/eks-fleet';

interface Seen {
  method: string;
  url: URL;
  body: string;
}

describe('EksFleetClient', () => {
  let answer: Response;
  let seen: Seen[];
  const client = new EksFleetClient({
    discoveryApi: {
      getBaseUrl: async pluginId =>
        `http://backstage.example.com/api/${pluginId}`,
    },
    fetchApi: {
      fetch: async (input, init) => {
        // Each middleware of a portal makes one of its own.
        const first = new Request(input, init);
        await first.text();
        const request = new Request(input, init);
        seen.push({
          method: request.method,
          url: new URL(request.url),
          body: await request.text(),
        });
        return answer;
      },
    },
  });

  const json = (body: unknown, status = 200) =>
    new Response(JSON.stringify(body), {
      status,
      headers: { 'content-type': 'application/json' },
    });

  beforeEach(() => {
    seen = [];
    answer = json({});
  });

  it('asks for a page of clusters', async () => {
    const page = { items: [], totalItems: 0, pageInfo: {} };
    answer = json(page);
    const list = await client.listClusters({
      filter: { account: ['111122223333'], owner: ['a&b', 'c d'], empty: [] },
      fullTextFilterTerm: '<b>',
      orderField: 'name,asc',
      limit: 50,
      cursor: 'x+/=',
    });
    expect(list).toEqual(page);
    const [{ url }] = seen;
    expect(url.href.startsWith(`${BASE}/clusters?`)).toBe(true);
    expect(url.searchParams.getAll('filter')).toEqual([
      'account=111122223333,owner=a&b,owner=c d',
    ]);
    expect(url.searchParams.get('fullTextFilterTerm')).toBe('<b>');
    expect(url.searchParams.get('orderField')).toBe('name,asc');
    expect(url.searchParams.get('limit')).toBe('50');
    expect(url.searchParams.get('cursor')).toBe('x+/=');
  });

  it('sends no parameter that was not given', async () => {
    await client.listClusters({ fullTextFilterTerm: '', filter: {} });
    expect(seen[0].url.href).toBe(`${BASE}/clusters`);
  });

  it('hands over CSV as text', async () => {
    const csv = 'name,account\r\n"a,b",111122223333\r\n';
    answer = new Response(csv, { headers: { 'content-type': 'text/csv' } });
    await expect(
      client.exportClusters({ filter: { region: ['eu-west-1'] } }),
    ).resolves.toBe(csv);
    expect(seen[0].url.href).toBe(
      `${BASE}/clusters/csv?filter=region%3Deu-west-1`,
    );
  });

  it('asks for several facets under a filter', async () => {
    const facets = { region: [{ value: 'eu-west-1', count: 2 }] };
    answer = json({ facets });
    await expect(
      client.getClusterFacets(['region', 'owner'], {
        filter: { status: ['ACTIVE'] },
        orderField: 'name,asc',
      }),
    ).resolves.toEqual(facets);
    const { searchParams } = seen[0].url;
    expect(searchParams.getAll('facet')).toEqual(['region', 'owner']);
    expect(searchParams.get('filter')).toBe('status=ACTIVE');
    expect(searchParams.has('orderField')).toBe(false);
  });

  it.each([
    ['a', `${BASE}/clusters/by-name/default/a`],
    ['../x', `${BASE}/clusters/by-name/default/..%2Fx`],
    ['a?b#c', `${BASE}/clusters/by-name/default/a%3Fb%23c`],
  ])('finds the cluster named %s', async (name, url) => {
    await client.getClusterByName('default', name);
    expect(seen[0].url.href).toBe(url);
  });

  it('gives an ARN as a query, never in the path', async () => {
    await client.getClusterByArn('arn:aws:eks:a:1:cluster/b');
    expect(seen[0].url.pathname).toBe('/api/eks-fleet/clusters/by-arn');
    expect(seen[0].url.searchParams.get('arn')).toBe(
      'arn:aws:eks:a:1:cluster/b',
    );
  });

  const report: TargetReport = {
    partition: 'aws',
    clusterCount: 3,
    freshForSeconds: 1800,
  };

  it.each([
    [
      'refreshCluster',
      () => client.refreshCluster('default', 'a'),
      'POST',
      '/clusters/by-name/default/a/refresh',
      '',
    ],
    [
      'refreshTargets',
      () => client.refreshTargets(['111122223333/eu-west-1']),
      'POST',
      '/targets/refresh',
      '{"targets":["111122223333/eu-west-1"]}',
    ],
    [
      'acceptRemovals',
      () => client.acceptRemovals('main', ['arn:x']),
      'POST',
      '/targets/removals/accept',
      '{"provider":"main","arns":["arn:x"]}',
    ],
    [
      'putTarget',
      () =>
        client.putTarget(
          { provider: 'main', accountId: '111122223333', region: 'eu-west-1' },
          report,
        ),
      'PUT',
      '/targets/main/111122223333/eu-west-1',
      JSON.stringify(report),
    ],
    [
      'endWaiver',
      () => client.endWaiver('default', 'a', 'w1'),
      'DELETE',
      '/clusters/by-name/default/a/waivers/w1',
      '',
    ],
    [
      'putControlPlanes',
      () =>
        client.putControlPlanes(
          { provider: 'main', accountId: '111122223333', region: 'eu-west-1' },
          { observedAt: '2026-11-23T12:00:00Z', clusters: [] },
        ),
      'PUT',
      '/control-planes/main/111122223333/eu-west-1',
      '{"observedAt":"2026-11-23T12:00:00Z","clusters":[]}',
    ],
    [
      'keepTargets',
      () => client.keepTargets('main', ['111122223333/eu-west-1']),
      'PUT',
      '/targets/main',
      '{"targets":["111122223333/eu-west-1"]}',
    ],
  ])(
    '%s takes an answer without a body',
    async (_, call, method, path, body) => {
      for (const status of [202, 204]) {
        seen = [];
        answer = new Response(null, {
          status,
          headers: { 'content-length': '0' },
        });
        await expect(call()).resolves.toBeUndefined();
        expect(seen).toEqual([
          { method, url: new URL(`${BASE}${path}`), body },
        ]);
      }
    },
  );

  it.each([
    [
      'getRefreshProgress',
      () => client.getRefreshProgress('default', 'a'),
      '/clusters/by-name/default/a/refresh',
    ],
    [
      'getBillOfMaterials',
      () => client.getBillOfMaterials('default', 'a'),
      '/clusters/by-name/default/a/bill-of-materials',
    ],
    [
      'getDrift',
      () => client.getDrift('default', 'a'),
      '/clusters/by-name/default/a/drift',
    ],
    [
      'getReadiness',
      () => client.getReadiness('default', 'a', '1.35'),
      '/clusters/by-name/default/a/readiness?target=1.35',
    ],
    [
      'listTimeline',
      () => client.listTimeline('default', 'a', { limit: 5 }),
      '/clusters/by-name/default/a/timeline?limit=5',
    ],
    [
      'listReadiness',
      () =>
        client.listReadiness({
          target: 'supported',
          verdict: ['blocked', 'unknown'],
          cause: 'a&b',
        }),
      '/readiness?target=supported&verdict=blocked&verdict=unknown&cause=a%26b',
    ],
    [
      'listBlockers',
      () => client.listBlockers({ filter: { owner: ['x'] } }),
      '/blockers?filter=owner%3Dx',
    ],
    [
      'getCosts',
      () => client.getCosts({ groupBy: 'account' }),
      '/costs?groupBy=account',
    ],
    ['listTargets', () => client.listTargets(), '/targets'],
    ['listSources', () => client.listSources(), '/sources'],
    ['listSystems', () => client.listSystems(), '/sources/systems'],
    [
      'listSources of one state',
      () =>
        client.listSources({
          filter: { kind: ['eks'], state: ['forbidden', 'timeout'] },
          fullTextFilterTerm: 'pay',
          limit: 5,
          cursor: 'x=',
        }),
      '/sources?filter=kind%3Deks%2Cstate%3Dforbidden%2Cstate%3Dtimeout&fullTextFilterTerm=pay&limit=5&cursor=x%3D',
    ],
    ['listVersions', () => client.listVersions(), '/versions'],
    ['getSummary', () => client.getSummary(), '/summary'],
    [
      'resolveDeepLink',
      () => client.resolveDeepLink({ cluster: 'a', account: undefined }),
      '/go?cluster=a',
    ],
  ])('%s reads %s', async (_, call, path) => {
    answer = json({ some: 'thing' });
    await expect(call()).resolves.toEqual({ some: 'thing' });
    expect(seen[0].url.href).toBe(`${BASE}${path}`);
  });

  it('throws what the backend says is wrong', async () => {
    answer = json(
      {
        error: { name: 'NotFoundError', message: 'No such cluster' },
        response: { statusCode: 404 },
      },
      404,
    );
    const error = await client
      .getClusterByName('default', 'a')
      .catch(cause => cause);
    expect(error).toBeInstanceOf(ResponseError);
    expect(error).toMatchObject({
      statusCode: 404,
      cause: { name: 'NotFoundError', message: 'No such cluster' },
    });
  });

  it.each([
    ['a page of a proxy', '<html>Bad gateway</html>', 502],
    ['nothing', null, 500],
  ])('throws where the answer is %s', async (_, body, status) => {
    answer = new Response(body, { status });
    await expect(client.getSummary()).rejects.toMatchObject({
      name: 'ResponseError',
      statusCode: status,
    });
  });

  it('throws what keeps a request from being sent', async () => {
    const offline = new EksFleetClient({
      discoveryApi: { getBaseUrl: async () => BASE },
      fetchApi: {
        fetch: async () => {
          throw new TypeError('fetch failed');
        },
      },
    });
    await expect(offline.getSummary()).rejects.toThrow('fetch failed');
  });
});
