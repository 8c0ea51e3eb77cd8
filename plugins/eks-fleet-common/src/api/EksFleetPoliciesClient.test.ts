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

import type { EksFleetPoliciesApi } from './EksFleetPoliciesApi';
import { EksFleetPoliciesClient } from './EksFleetPoliciesClient';

const TOKENS = '/clusters/by-name/default/prod/ingest-tokens';

describe('EksFleetPoliciesClient', () => {
  const seen: Array<{ method: string; path: string; body: string }> = [];
  const client = new EksFleetPoliciesClient({
    discoveryApi: {
      getBaseUrl: async () => 'http://backstage.example.com/api/eks-fleet',
    },
    fetchApi: {
      fetch: async (input, init) => {
        const request = new Request(input, init);
        seen.push({
          method: request.method,
          path: new URL(request.url).pathname.replace('/api/eks-fleet', ''),
          body: await request.text(),
        });
        return request.method === 'DELETE'
          ? new Response(undefined, { status: 204 })
          : Response.json({ items: [] });
      },
    },
  });

  beforeEach(() => seen.splice(0));

  it.each<
    [
      string,
      (api: EksFleetPoliciesApi) => Promise<unknown>,
      string,
      string,
      string?,
    ]
  >([
    [
      'lists the tokens of a cluster',
      api => api.listIngestTokens('default', 'prod'),
      'GET',
      TOKENS,
    ],
    [
      'issues one',
      api => api.issueIngestToken('default', 'prod', { label: 'a', days: 7 }),
      'POST',
      TOKENS,
      '{"label":"a","days":7}',
    ],
    [
      'revokes one',
      api => api.revokeIngestToken('default', 'prod', 'x'),
      'DELETE',
      `${TOKENS}/x`,
    ],
  ])('%s', async (_, act, method, path, body = '') => {
    await act(client);
    expect(seen).toEqual([{ method, path, body }]);
  });
});
