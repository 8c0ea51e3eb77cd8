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
import createClient, { type Client } from 'openapi-fetch';
import type { paths } from '../generated/openapi';

/**
 * Where the backend is, and how it is asked.
 *
 * @public
 */
export interface EksFleetClientOptions {
  discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
  fetchApi?: { fetch: typeof fetch };
}

/** Makes one call, and gives its answer or throws a `ResponseError`. */
export type Reader = <T>(
  call: (
    client: Client<paths>,
  ) => Promise<{ data?: T; response: Response; error?: unknown }>,
) => Promise<T>;

export function createReader({
  discoveryApi,
  fetchApi = { fetch },
}: EksFleetClientOptions): Reader {
  return async call => {
    const baseUrl = await discoveryApi.getBaseUrl('eks-fleet');
    let failed: Response | undefined;
    const client = createClient<paths>({
      baseUrl,
      fetch: async request => {
        // A portal's fetch may make several requests of what it is given, one
        // in each middleware; a request with a body can be used once.
        const { headers, method, signal, url } = request;
        const body = (await request.text()) || undefined;
        const response = await fetchApi.fetch(url, {
          method,
          headers,
          body,
          signal,
        });
        if (!response.ok) {
          // openapi-fetch reads the body; the error needs one of its own.
          failed = response.clone();
        }
        return response;
      },
    });
    const { data } = await call(client);
    if (failed) {
      throw await ResponseError.fromResponse(failed);
    }
    return data as NonNullable<typeof data>;
  };
}
