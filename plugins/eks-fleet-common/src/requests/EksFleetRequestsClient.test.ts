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

import type { EksFleetRequestsApi, RequestCallOptions } from '.';
import { EksFleetRequestsClient } from './EksFleetRequestsClient';

const ASK = {
  kind: 'namespace' as const,
  operation: 'create' as const,
  owner: 'group:default/payments',
};

describe('EksFleetRequestsClient', () => {
  it.each<
    [
      string,
      (api: EksFleetRequestsApi, call: RequestCallOptions) => Promise<unknown>,
    ]
  >([
    ['/requests/preflight', (api, call) => api.preflightRequest(ASK, call)],
    ['/requests/preview', (api, call) => api.previewRequest(ASK, call)],
    [
      '/requests/placement',
      (api, call) => api.placeRequest({ owner: ASK.owner, spec: {} }, call),
    ],
  ])('ends a call to %s that nobody waits for any more', async (path, ask) => {
    let ended: AbortSignal | null | undefined;
    let asked = () => {};
    const isAsked = new Promise<void>(resolve => {
      asked = resolve;
    });
    const client = new EksFleetRequestsClient({
      discoveryApi: { getBaseUrl: async () => 'http://portal.example.com/api' },
      fetchApi: {
        fetch: (url, init) =>
          new Promise((_, reject) => {
            expect(url).toBe(`http://portal.example.com/api${path}`);
            ended = init?.signal;
            ended?.addEventListener('abort', () => reject(ended!.reason));
            asked();
          }),
      },
    });
    const controller = new AbortController();
    const answer = ask(client, { signal: controller.signal });
    await isAsked;
    expect(ended?.aborted).toBe(false);
    controller.abort();
    await expect(answer).rejects.toMatchObject({ name: 'AbortError' });
    expect(ended?.aborted).toBe(true);
  });
});
