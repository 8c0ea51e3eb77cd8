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
  request as httpRequest,
  type ClientRequest,
  type RequestOptions,
} from 'node:http';
import { Agent, request as httpsRequest, type AgentOptions } from 'node:https';
import { isIPv6, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { connect as tlsConnect, type ConnectionOptions } from 'node:tls';
import { ObservationFailure } from '../../observation/ObservationFailure';
import type { KubernetesProxy } from '../access/proxies';
import { failureOfProxy, failureOfTunnel } from './failureOfProxy';

type Connected = (error: Error | null, socket?: Duplex) => void;

/**
 * An agent whose connections lead through an HTTP CONNECT proxy. TLS is with
 * the far end: the proxy sees its name and no more.
 *
 * It waits for a proxy only so long, and leaves no connection behind at one
 * that hangs, which the agents that are to be had do not promise.
 */
export class TunnelAgent extends Agent {
  readonly #proxy: KubernetesProxy;
  readonly #waitMs: number;
  readonly #opening = new Set<ClientRequest>();

  constructor(
    proxy: KubernetesProxy,
    options: AgentOptions & { waitMs: number },
  ) {
    const { waitMs, ...agentOptions } = options;
    super(agentOptions);
    this.#proxy = proxy;
    this.#waitMs = waitMs;
  }

  createConnection(options: RequestOptions, connected: Connected): undefined {
    this.#open(`${bracketed(options.host ?? '')}:${options.port}`).then(
      socket =>
        connected(
          null,
          tlsConnect({ ...(options as ConnectionOptions), socket }),
        ),
      connected,
    );
  }

  destroy(): void {
    super.destroy();
    this.#opening.forEach(request => request.destroy());
  }

  #open(host: string): Promise<Socket> {
    const { credentials, id: proxyId, url } = this.#proxy;
    return new Promise((resolve, reject) => {
      const send = url.startsWith('https:') ? httpsRequest : httpRequest;
      const request = send(url, {
        method: 'CONNECT',
        path: host,
        agent: false,
        headers: {
          host,
          ...(credentials && { 'proxy-authorization': basic(credentials) }),
        },
      });
      const timer = setTimeout(() => {
        request.destroy(
          new ObservationFailure(
            'timeout',
            `Proxy ${proxyId} did not open a way to ${host} within ${
              this.#waitMs / 1000
            } s`,
          ),
        );
      }, this.#waitMs);
      this.#opening.add(request);
      request.on('close', () => {
        clearTimeout(timer);
        this.#opening.delete(request);
      });
      request.on('connect', ({ statusCode = 0 }, socket: Socket, head) => {
        if (statusCode < 200 || statusCode > 299) {
          socket.destroy();
          const withCredentials = credentials !== undefined;
          reject(
            failureOfTunnel(statusCode, { proxyId, host, withCredentials }),
          );
          return;
        }
        if (head.length > 0) {
          socket.unshift(head);
        }
        resolve(socket);
      });
      request.on('error', error => {
        reject(
          error instanceof ObservationFailure
            ? error
            : failureOfProxy(error, proxyId),
        );
      });
      request.end();
    });
  }
}

function bracketed(host: string): string {
  return isIPv6(host) ? `[${host}]` : host;
}

function basic({ username, password }: { username: string; password: string }) {
  const text = Buffer.from(`${username}:${password}`).toString('base64');
  return `Basic ${text}`;
}
