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

import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { generate } from 'selfsigned';

/** What a test's API server does with a request. */
export type Handler = (
  request: IncomingMessage,
  response: ServerResponse,
) => void;

/** A certificate for names and addresses, and an authority of its own. */
export async function createCertificate(names: string[]) {
  const { private: key, cert } = await generate(
    [{ name: 'commonName', value: 'kubernetes' }],
    {
      keyType: 'ec',
      curve: 'P-256',
      algorithm: 'sha256',
      extensions: [
        { name: 'basicConstraints', cA: true, critical: true },
        {
          name: 'subjectAltName',
          altNames: names.map(name =>
            /^[\d.]+$/.test(name)
              ? { type: 7 as const, ip: name }
              : { type: 2 as const, value: name },
          ),
        },
      ],
    },
  );
  return { key, cert };
}

/** An API server of the test's own making, for what a good one does not do. */
export async function startApiServer(
  handler: Handler,
  names: string[] = ['127.0.0.1'],
) {
  const { key, cert } = await createCertificate(names);
  const requests: Array<{ url: string; headers: IncomingMessage['headers'] }> =
    [];
  const connections = { made: 0, open: 0 };
  const server = createServer({ key, cert }, (request, response) => {
    requests.push({ url: request.url ?? '', headers: request.headers });
    handler(request, response);
  });
  server.on('secureConnection', socket => {
    connections.made += 1;
    connections.open += 1;
    socket.on('close', () => {
      connections.open -= 1;
    });
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `https://127.0.0.1:${port}`,
    certificateAuthority: cert,
    requests,
    connections,
    async stop() {
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
    },
  };
}

/** Answers JSON. */
export function answerJson(
  response: ServerResponse,
  value: unknown,
  status = 200,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, {
    'content-type': 'application/json',
    ...headers,
  });
  response.end(JSON.stringify(value));
}
