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

import { subscribe } from 'node:diagnostics_channel';
import type { ClientRequest } from 'node:http';

/** What a replica says of itself to whoever started it. */
export interface ReplicaNews {
  /** Calls that change something, and that wait for their answer. */
  changing: number;
}

/** Calls of EKS that upgrade, and those of Git hosts that propose and merge. */
const CHANGES: ReadonlyArray<{ method: string; path: RegExp }> = [
  { method: 'POST', path: /^\/clusters\/[^/]+\/updates$/ },
  { method: 'POST', path: /\/update-version$/ },
  {
    method: 'POST',
    path: /^\/api\/v3\/repos\/.*\/(git\/[a-z]+|pulls|statuses\/\w+)$/,
  },
  { method: 'POST', path: /^\/api\/graphql$/ },
  { method: 'PUT', path: /^\/api\/v3\/repos\/.*\/merge$/ },
];

/** Tells the parent process of each outward call as it begins and ends. */
export function tellCalls(): void {
  // Nobody outlives the run.
  process.once('disconnect', () => process.exit(1));
  const open = new Set<object>();
  const tell = () => process.send?.({ changing: open.size });
  const begin = (request: object, method: string, path: string) => {
    if (CHANGES.some(one => one.method === method && one.path.test(path))) {
      open.add(request);
      tell();
    }
  };
  const end = (request: object) => {
    if (open.delete(request)) {
      tell();
    }
  };
  subscribe('http.client.request.start', message => {
    const { request } = message as { request: ClientRequest };
    begin(request, request.method, request.path.split('?')[0]);
  });
  subscribe('undici:request:create', message => {
    const { request } = message as {
      request: { method: string; path: string };
    };
    begin(request, request.method, request.path.split('?')[0]);
  });
  for (const channel of [
    'http.client.response.finish',
    'http.client.request.error',
    'undici:request:trailers',
    'undici:request:error',
  ]) {
    subscribe(channel, message =>
      end((message as { request: object }).request),
    );
  }
}
