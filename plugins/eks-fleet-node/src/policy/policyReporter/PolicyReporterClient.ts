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

import { Agent as PlainAgent } from 'node:http';
import { Agent } from 'node:https';
import { httpGet } from '../../kubernetes/client/httpGet';
import { readBody } from '../../kubernetes/client/readBody';
import { refusingLocalAddresses } from '../../kubernetes/client/refuseLocalAddresses';
import type { HttpAnswer } from '../../kubernetes/client/types';
import { ObservationFailure } from '../../observation/ObservationFailure';
import { failureOfReporter } from './failureOfReporter';
import type { PolicyReporterEndpoint } from './types';

const TIMEOUT_MS = 30_000;
const MAX_SOCKETS = 2;
/** A page of 500 results has half a megabyte; messages of a whole one occur. */
const MAX_BYTES = 8e6;
const UNTRUSTED =
  'the certificate it shows is signed by nobody who is trusted here; put the certificate of its authority, or its own, into `ca`';

/** Parameters, each of which may be there several times. */
export type Query = Record<string, string | number | readonly string[]>;

/**
 * Reads of one Policy Reporter's REST API, over connections of its own, which
 * `close` ends. It follows no redirect, and shows its password to this host
 * alone.
 */
export class PolicyReporterClient {
  readonly #endpoint: PolicyReporterEndpoint;
  readonly #base: string;
  readonly #agent: Agent | PlainAgent;
  readonly #signal?: AbortSignal;

  constructor(endpoint: PolicyReporterEndpoint, signal?: AbortSignal) {
    this.#endpoint = endpoint;
    this.#base = endpoint.url.replace(/\/+$/, '');
    this.#signal = signal;
    const sockets = { keepAlive: true, maxSockets: MAX_SOCKETS };
    this.#agent = this.#base.startsWith('https:')
      ? new Agent({ ...sockets, ca: endpoint.certificateAuthority })
      : new PlainAgent(sockets);
  }

  /**
   * One answer.
   *
   * @returns nothing where it is larger than anything that should be held
   * @throws ObservationFailure
   */
  async get<T>(path: string, query: Query = {}): Promise<T | undefined> {
    const { allowLocalAddresses, basicAuth } = this.#endpoint;
    const url = new URL(`${this.#base}${path}?${toParameters(query)}`);
    return httpGet<T | undefined>(
      url,
      {
        agent: this.#agent,
        headers: {
          accept: 'application/json',
          ...(basicAuth && { authorization: basic(basicAuth) }),
        },
        lookup: allowLocalAddresses ? undefined : refusingLocalAddresses(),
        timeoutMs: TIMEOUT_MS,
        signal: this.#signal,
        untrusted: UNTRUSTED,
      },
      async answer => {
        const { headers, status } = answer;
        if (status !== 200) {
          throw failureOfReporter(status, {
            host: url.host,
            path,
            hasPassword: basicAuth !== undefined,
          });
        }
        const type = String(headers['content-type'] ?? '');
        if (!/\bjson\b/.test(type)) {
          throw new ObservationFailure(
            'invalid',
            `${url.host} answered ${path} with ${
              type.split(';')[0].slice(0, 40) || 'something'
            }, not with JSON: something else answers at this address, or asks to sign in`,
          );
        }
        return readJson<T>(answer, url.host, path);
      },
    );
  }

  /** Ends what is under way, and the connections. */
  close(): void {
    this.#agent.destroy();
  }
}

function toParameters(query: Query): URLSearchParams {
  return new URLSearchParams(
    Object.entries(query).flatMap(([name, value]) =>
      (Array.isArray(value) ? value : [value]).map(each => [
        name,
        String(each),
      ]),
    ),
  );
}

function basic({
  username,
  password,
}: {
  username: string;
  password: string;
}): string {
  return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
}

async function readJson<T>(
  { body, headers }: HttpAnswer,
  host: string,
  path: string,
): Promise<T | undefined> {
  if (Number(headers['content-length']) > MAX_BYTES) {
    return undefined;
  }
  const text = await readBody(body, MAX_BYTES).catch(error => {
    if (error instanceof ObservationFailure && error.code === 'invalid') {
      return undefined;
    }
    throw error;
  });
  try {
    return text === undefined ? undefined : (JSON.parse(text) as T);
  } catch (error) {
    throw new ObservationFailure(
      'invalid',
      `${host} answered ${path} with broken JSON`,
      { cause: error },
    );
  }
}
