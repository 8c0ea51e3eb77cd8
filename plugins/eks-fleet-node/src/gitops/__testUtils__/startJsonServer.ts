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

import {
  createServer,
  type IncomingHttpHeaders,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';

export interface JsonAnswer {
  /** 200 by default; 0 breaks the connection, -1 never answers. */
  status?: number;
  /** A text goes out as it is. */
  json?: unknown;
  headers?: Record<string, string>;
}

export interface JsonRequest {
  method: string;
  /** With the query. */
  path: string;
  headers: IncomingHttpHeaders;
  json: any;
}

export interface JsonServer {
  url: string;
  /** Answers a method and path; a later answer takes the place of an earlier one. */
  answer(
    operation: string,
    answer: JsonAnswer | ((request: JsonRequest) => JsonAnswer),
  ): void;
  requests: JsonRequest[];
  stop(): Promise<void>;
}

/** A server on loopback that answers as it is told. */
export async function startJsonServer(): Promise<JsonServer> {
  const answers = new Map<
    string,
    JsonAnswer | ((request: JsonRequest) => JsonAnswer)
  >();
  const requests: JsonRequest[] = [];
  const server = createServer(async (message, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of message) {
      chunks.push(chunk);
    }
    const text = Buffer.concat(chunks).toString();
    const { headers, method = '', url: path = '' } = message;
    const request = {
      method,
      path,
      headers,
      json: text ? JSON.parse(text) : undefined,
    };
    requests.push(request);
    const found =
      answers.get(`${method} ${path}`) ??
      answers.get(`${method} ${path.split('?')[0]}`);
    const answer = typeof found === 'function' ? found(request) : found;
    send(response, answer ?? { status: 404, json: { message: 'Not Found' } });
  });
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    answer: (operation, answer) => answers.set(operation, answer),
    requests,
    stop: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function send(response: ServerResponse, answer: JsonAnswer): void {
  const { headers = {}, json, status = 200 } = answer;
  if (status === 0) {
    response.destroy();
    return;
  }
  if (status > 0) {
    response.writeHead(status, headers);
    response.end(typeof json === 'string' ? json : JSON.stringify(json));
  }
}
