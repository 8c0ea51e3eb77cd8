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
  request as requestPlainly,
  type Agent as PlainAgent,
  type IncomingMessage,
} from 'node:http';
import { request, type Agent, type RequestOptions } from 'node:https';
import type { LookupFunction } from 'node:net';
import { createGunzip } from 'node:zlib';
import { pipeline, type Readable } from 'node:stream';
import { ObservationFailure } from '../../observation/ObservationFailure';
import { failureOfConnection } from './failureOfConnection';
import type { HttpAnswer } from './types';

/** How one GET is made. */
export interface HttpGetOptions {
  /** Of the URL's protocol. */
  agent: Agent | PlainAgent;
  /** What it means that nobody known has signed the certificate. */
  untrusted?: string;
  /** The proxy on the way, for messages. */
  proxyId?: string;
  headers?: Record<string, string>;
  lookup?: LookupFunction;
  timeoutMs: number;
  signal?: AbortSignal;
}

/**
 * One GET. It follows no redirect and ends when its time is up, also while the
 * answer is being consumed.
 *
 * @throws ObservationFailure where the connection fails; whatever `consume` throws
 */
export async function httpGet<T>(
  url: URL,
  options: HttpGetOptions,
  consume: (answer: HttpAnswer) => Promise<T>,
): Promise<T> {
  const { proxyId, timeoutMs } = options;
  const host = proxyId ? `${url.host} (through proxy ${proxyId})` : url.host;
  const deadline = AbortSignal.timeout(timeoutMs);
  const signal = options.signal
    ? AbortSignal.any([options.signal, deadline])
    : deadline;
  let message: IncomingMessage | undefined;
  try {
    message = await send(url, options, signal);
    const body = bodyOf(message);
    try {
      return await consume({
        status: message.statusCode ?? 0,
        headers: message.headers,
        body,
      });
    } finally {
      body.destroy();
    }
  } catch (error) {
    message?.destroy();
    if (options.signal?.aborted) {
      throw new ObservationFailure(
        'timeout',
        `${host} was not done answering when the time was up`,
        { cause: error },
      );
    }
    if (deadline.aborted) {
      throw new ObservationFailure(
        'timeout',
        `${host} did not answer within ${timeoutMs / 1000} s`,
        { cause: error },
      );
    }
    throw failureOfConnection(error, host, options.untrusted);
  }
}

async function send(
  url: URL,
  options: HttpGetOptions,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const { agent, headers, lookup } = options;
  const attempt = { agent, lookup, signal, headers: acceptGzip(headers) };
  const first = await sendOnce(url, attempt);
  // A kept connection that the server has just closed: no one saw the request.
  const answer = first === 'stale' ? await sendOnce(url, attempt) : first;
  if (answer === 'stale') {
    throw Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
  }
  return answer;
}

function sendOnce(
  url: URL,
  options: RequestOptions,
): Promise<IncomingMessage | 'stale'> {
  return new Promise((resolve, reject) => {
    const begin: typeof request =
      url.protocol === 'http:' ? requestPlainly : request;
    const sent = begin(url, options, resolve);
    sent.on('error', (error: NodeJS.ErrnoException) => {
      if (sent.reusedSocket && error.code === 'ECONNRESET') {
        resolve('stale');
      } else {
        reject(error);
      }
    });
    // A request that still waits for its connection does not end by itself.
    const { signal } = options;
    signal?.addEventListener('abort', () => reject(signal.reason));
    sent.end();
  });
}

function acceptGzip(headers: Record<string, string> = {}) {
  return { ...headers, 'accept-encoding': 'gzip' };
}

function bodyOf(message: IncomingMessage): Readable {
  if (message.headers['content-encoding'] !== 'gzip') {
    return message;
  }
  const gunzip = createGunzip();
  // Failures of either side arrive at whoever reads the decompressed side.
  pipeline(message, gunzip, () => {});
  return gunzip;
}
