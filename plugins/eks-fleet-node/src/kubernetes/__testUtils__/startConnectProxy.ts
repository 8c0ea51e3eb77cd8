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
  type IncomingMessage,
} from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { connect, type AddressInfo, type Socket } from 'node:net';

/** What a proxy does with a CONNECT: opens a way, answers a status, or nothing. */
export type ProxyConduct = 'tunnel' | 'hang' | 'hangUp' | number;

/** A real HTTP CONNECT proxy on loopback, over TLS where it has a certificate. */
export async function startConnectProxy(
  options: {
    conduct?: ProxyConduct;
    /** `<user>:<password>` that it asks for. */
    credentials?: string;
    tls?: { key: string; cert: string };
  } = {},
) {
  const { credentials, tls } = options;
  let conduct = options.conduct ?? 'tunnel';
  const asked: Array<{ host: string; headers: IncomingHttpHeaders }> = [];
  const seen: Buffer[] = [];
  const open = new Set<Socket>();
  const server = tls ? createSecureServer(tls) : createServer();

  server.on('connection', (socket: Socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    socket.on('error', () => {});
  });
  server.on('connect', (request: IncomingMessage, near: Socket) => {
    const host = request.url ?? '';
    asked.push({ host, headers: request.headers });
    near.on('error', () => {});
    const shown = request.headers['proxy-authorization'];
    const known =
      !credentials ||
      shown === `Basic ${Buffer.from(credentials).toString('base64')}`;
    if (conduct === 'hangUp') {
      near.destroy();
    } else if (typeof conduct === 'number' || !known) {
      const status = known ? conduct : 407;
      near.end(`HTTP/1.1 ${status} No\r\ncontent-length: 6\r\n\r\n<html>`);
    } else if (conduct === 'tunnel') {
      const { hostname, port } = new URL(`http://${host}`);
      const far = connect(Number(port), hostname, () => {
        near.write('HTTP/1.1 200 Connection established\r\n\r\n');
        near.pipe(far).pipe(near);
      });
      near.on('data', data => seen.push(Buffer.from(data)));
      near.on('close', () => far.destroy());
      far.on('error', () => near.destroy());
      far.on('close', () => near.destroy());
    } else {
      near.on('end', () => near.end()).resume();
    }
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `${tls ? 'https' : 'http'}://127.0.0.1:${port}`,
    asked,
    /** What went through it from the near end. */
    seen: () => Buffer.concat(seen).toString('latin1'),
    open,
    conduct(next: ProxyConduct) {
      conduct = next;
    },
    /** Ends every way that it has opened. */
    breakOff() {
      open.forEach(socket => socket.destroy());
    },
    async stop() {
      open.forEach(socket => socket.destroy());
      await new Promise(resolve => server.close(resolve));
    },
  };
}
