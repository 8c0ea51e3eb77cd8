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
import type { EksFleetRolloutsApi } from './EksFleetRolloutsApi';
import { EksFleetRolloutsClient } from './EksFleetRolloutsClient';
import type { RolloutDraft } from './rolloutTypes';

const BASE = 'http://backstage.example.com/api/eks-fleet';

describe('EksFleetRolloutsClient', () => {
  let answer: Response;
  let seen: Array<{ method: string; url: string; body: string }>;
  const client = new EksFleetRolloutsClient({
    discoveryApi: {
      getBaseUrl: async pluginId =>
        `http://backstage.example.com/api/${pluginId}`,
    },
    fetchApi: {
      fetch: async (input, init) => {
        const request = new Request(input, init);
        seen.push({
          method: request.method,
          url: decodeURIComponent(request.url),
          body: await request.text(),
        });
        return answer;
      },
    },
  });
  const draft: RolloutDraft = {
    title: 'To 1.35',
    change: { kind: 'kubernetesVersion', version: '1.35' },
    selection: {},
    strategy: { name: 's', waves: [{ name: 'all' }] },
    executor: 'observe',
  };

  beforeEach(() => {
    seen = [];
    answer = new Response('{}', {
      headers: { 'content-type': 'application/json' },
    });
  });

  it.each<
    [
      string,
      (api: EksFleetRolloutsApi) => Promise<unknown>,
      string,
      string,
      object?,
    ]
  >([
    [
      'lists with filters',
      api =>
        api.listRollouts({
          filter: { lifecycle: ['running', 'paused'], owner: ['group:a/b'] },
          fullTextFilterTerm: 'x',
          limit: 5,
        }),
      'GET',
      '/rollouts?filter=lifecycle=running,lifecycle=paused,owner=group:a/b&fullTextFilterTerm=x&limit=5',
    ],
    ['gets one', api => api.getRollout('r'), 'GET', '/rollouts/r'],
    [
      'previews',
      api => api.previewRollout(draft),
      'POST',
      '/rollouts/preview',
      draft,
    ],
    ['creates', api => api.createRollout(draft), 'POST', '/rollouts', draft],
    ['edits', api => api.editRollout('r', draft), 'PUT', '/rollouts/r', draft],
    [
      'acts',
      api => api.actOnRollout('r', { act: 'pause', reason: 'x' }),
      'POST',
      '/rollouts/r/act',
      { act: 'pause', reason: 'x' },
    ],
    [
      'makes stragglers',
      api => api.makeStragglerRollout('r'),
      'POST',
      '/rollouts/r/stragglers',
    ],
    [
      'lists cells that changed',
      api =>
        api.listRolloutCells('r', {
          wave: 2,
          state: ['failed', 'skipped'],
          changedAfter: 7,
        }),
      'GET',
      '/rollouts/r/cells?wave=2&state=failed,skipped&changedAfter=7',
    ],
    [
      'gets a cell',
      api => api.getRolloutCell('r', 'c'),
      'GET',
      '/rollouts/r/cells/c',
    ],
    [
      'acts on a cell',
      api => api.actOnRolloutCell('r', 'c', { act: 'retry' }),
      'POST',
      '/rollouts/r/cells/c/act',
      { act: 'retry' },
    ],
    [
      'decides on a gate',
      api => api.decideGate('r', 'g', { decision: 'approve', planHash: 'h' }),
      'POST',
      '/rollouts/r/gates/g/decision',
      { decision: 'approve', planHash: 'h' },
    ],
    [
      'reads the log',
      api => api.listRolloutLog('r', { cell: 'c' }),
      'GET',
      '/rollouts/r/log?cell=c',
    ],
    [
      'finds rollouts of a cluster',
      api => api.getClusterRollouts('default', 'a'),
      'GET',
      '/clusters/by-name/default/a/rollouts',
    ],
    ['lists strategies', api => api.listStrategies(), 'GET', '/strategies'],
    [
      'saves a strategy',
      api => api.saveStrategy('s', { yaml: 'name: s' }),
      'PUT',
      '/strategies/s',
      { yaml: 'name: s' },
    ],
    [
      'asks whether all is halted',
      api => api.getFleetStop(),
      'GET',
      '/fleet/stop',
    ],
    [
      'halts all',
      api =>
        api.setFleetStop({
          stopped: true,
          reason: 'x',
          confirm: 'stop the fleet',
        }),
      'PUT',
      '/fleet/stop',
      { stopped: true, reason: 'x', confirm: 'stop the fleet' },
    ],
  ])('%s', async (...[, ask, method, path, body]) => {
    await ask(client);
    expect(seen).toEqual([
      { method, url: BASE + path, body: body ? JSON.stringify(body) : '' },
    ]);
  });

  it('deletes a strategy, to which nothing is answered', async () => {
    answer = new Response(undefined, { status: 204 });
    expect(await client.deleteStrategy('s')).toBeUndefined();
    expect(seen).toMatchObject([
      { method: 'DELETE', url: `${BASE}/strategies/s` },
    ]);
  });

  it('throws what the backend says is wrong', async () => {
    answer = new Response(
      JSON.stringify({
        error: { name: 'ConflictError', message: 'look again' },
      }),
      { status: 409, headers: { 'content-type': 'application/json' } },
    );
    await expect(
      client.actOnRollout('r', { act: 'start' }),
    ).rejects.toBeInstanceOf(ResponseError);
  });
});
