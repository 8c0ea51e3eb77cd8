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

import type { IncomingHttpHeaders } from 'node:http';
import { request } from 'node:https';
import { text } from 'node:stream/consumers';

export interface KubernetesReply {
  status: number;
  headers: IncomingHttpHeaders;
  /** Parsed where it is JSON, line by line of a watch; text otherwise. */
  body: any;
}

/** One request to a Kubernetes API, on a connection of its own. */
export function askKubernetes(
  url: string,
  options: {
    token?: string;
    method?: string;
    ca?: Buffer;
    headers?: Record<string, string>;
  },
): Promise<KubernetesReply> {
  const { token, method = 'GET', ca } = options;
  return new Promise((resolve, reject) => {
    const headers = {
      ...options.headers,
      ...(token && { authorization: `Bearer ${token}` }),
    };
    const sent = request(
      url,
      { method, ca, agent: false, headers },
      response => {
        text(response).then(body => {
          const { statusCode: status = 0, headers: received } = response;
          const isJson = received['content-type'] === 'application/json';
          const isWatch = url.includes('watch=1');
          const whole = () => (isJson ? JSON.parse(body) : body);
          resolve({
            status,
            headers: received,
            body: isJson && status === 200 && isWatch ? linesOf(body) : whole(),
          });
        }, reject);
      },
    );
    sent.on('error', reject);
    sent.end();
  });
}

function linesOf(body: string): unknown[] {
  return body
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line));
}
