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

import { Agent } from 'node:https';
import { setTimeout as sleep } from 'node:timers/promises';
import { ObservationFailure } from '../../observation/ObservationFailure';
import type { KubernetesProxy } from '../access/proxies';
import { askedOf, failureOfStatus, type Asked } from './failureOfStatus';
import { httpGet } from './httpGet';
import {
  acceptOf,
  columnsOf,
  itemsOf,
  METADATA_OF_ONE,
  METADATA_ONLY,
  queryOf,
  type Page,
} from './listPage';
import { readBody, readLinesOf } from './readBody';
import { readWatch } from './readWatch';
import { refusingLocalAddresses } from './refuseLocalAddresses';
import { TunnelAgent } from './TunnelAgent';
import type {
  HttpAnswer,
  KubernetesReader,
  KubernetesWatcher,
  ListReducer,
  ListRequest,
  PageRequest,
  WatchEnd,
  WatchEvent,
  WatchRequest,
} from './types';

const MAX_PAGE_BYTES = 128e6;
const MAX_STATUS_BYTES = 64e3;
const MAX_SOCKETS = 4;
const TIMEOUT_MS = 30_000;
/** The API server's answers to what is too old. */
const GONE = 410;
/** Of a request's time, what a proxy may take to open a way. */
const PROXY_SHARE = 1 / 3;
/** As `kubectl` does, an API server that says when is asked again. */
const MAX_PATIENCE_SECONDS = 10;
const MAX_RETRIES = 2;

/**
 * Where a cluster's API is, and how to show who asks.
 *
 * @public
 */
export interface KubernetesClientOptions {
  /** An `https:` URL; a path in it is kept. Whoever gives it has checked its host. */
  endpoint: string;
  /** PEM. */
  certificateAuthority: string;
  /** A bearer token that is valid now. */
  token(signal?: AbortSignal): Promise<string>;
  /** Who the token stands for, for messages. */
  identity?: string;
  /** Lets the host be this machine. */
  allowLocalAddresses?: boolean;
  /** On the way to it. It is the proxy, then, that looks the host up. */
  proxy?: KubernetesProxy;
  /** Of each request; 30 s by default. */
  timeoutMs?: number;
}

/**
 * Reads of one cluster's API over connections of its own, which `close` ends.
 *
 * Lists are read in pages that are reduced one by one and then dropped, which
 * is why this is not the generated client: that one makes objects of whole
 * lists.
 *
 * @public
 */
export class KubernetesClient implements KubernetesReader, KubernetesWatcher {
  readonly #base: string;
  readonly #agent: Agent;
  readonly #timeoutMs: number;
  readonly #options: KubernetesClientOptions;

  static create(options: KubernetesClientOptions): KubernetesClient {
    return new KubernetesClient(options);
  }

  private constructor(options: KubernetesClientOptions) {
    this.#options = options;
    this.#base = options.endpoint.replace(/\/+$/, '');
    const { certificateAuthority: ca, proxy, timeoutMs } = options;
    this.#timeoutMs = timeoutMs ?? TIMEOUT_MS;
    const waitMs = this.#timeoutMs * PROXY_SHARE;
    const agentOptions = { ca, keepAlive: true, maxSockets: MAX_SOCKETS };
    this.#agent = proxy
      ? new TunnelAgent(proxy, { ...agentOptions, waitMs })
      : new Agent(agentOptions);
  }

  async list<TItem, TState>(
    request: ListRequest,
    reducer: ListReducer<TItem, TState>,
    signal?: AbortSignal,
  ): Promise<TState> {
    let state = reducer.start();
    let token: string | undefined;
    let columns: string[] | undefined;
    let startedAnew = false;
    for (;;) {
      const page = await this.#page<TItem>(
        { ...request, continueToken: token },
        signal,
      );
      if (page === 'expired') {
        if (startedAnew) {
          throw new ObservationFailure(
            'timeout',
            `The list of ${
              askedOf('list', request.path).what
            } changed faster than it could be read, twice`,
          );
        }
        startedAnew = true;
        state = reducer.start();
        token = undefined;
      } else {
        // A table's later pages may come without their columns.
        columns = columnsOf(page) ?? (page.rows && columns);
        state = reducer.add(state, itemsOf(page), {
          continueToken: token,
          columns,
        });
        token = page.metadata?.continue || undefined;
        if (!token) {
          return state;
        }
      }
    }
  }

  async readPage<TItem>(
    request: PageRequest,
    signal?: AbortSignal,
  ): Promise<TItem[] | undefined> {
    const page = await this.#page<TItem>(request, signal);
    return page === 'expired' ? undefined : itemsOf(page);
  }

  get<T>(path: string, signal?: AbortSignal): Promise<T> {
    const asked = askedOf('get', path);
    return this.#ask(path, { asked, signal }, answer => readJson<T>(answer));
  }

  readLines(
    path: string,
    onLine: (line: string) => void,
    signal?: AbortSignal,
  ): Promise<void> {
    const asked = askedOf('get', path);
    return this.#ask(path, { asked, accept: 'text/plain', signal }, answer =>
      readLinesOf(answer.body, onLine),
    );
  }

  async versionOf(path: string, signal?: AbortSignal): Promise<string> {
    const page = await this.#ask<Page<unknown>>(
      `${path}?limit=1`,
      { asked: askedOf('list', path), accept: METADATA_ONLY, signal },
      answer => readJson(answer),
    );
    return page.metadata?.resourceVersion ?? '';
  }

  watch(
    request: WatchRequest,
    onEvent: (event: WatchEvent) => void,
    signal?: AbortSignal,
  ): Promise<WatchEnd> {
    const { path, resourceVersion, timeoutSeconds } = request;
    const query = new URLSearchParams({
      watch: '1',
      allowWatchBookmarks: 'true',
      resourceVersion,
      timeoutSeconds: String(timeoutSeconds),
    });
    const asked = askedOf('watch', path);
    const { identity } = this.#options;
    return this.#ask<WatchEnd>(
      `${path}?${query}`,
      {
        asked,
        accept: METADATA_OF_ONE,
        signal,
        timeoutMs: timeoutSeconds * 1000 + this.#timeoutMs,
      },
      async answer =>
        answer.status === GONE
          ? 'expired'
          : readWatch(answer.body, onEvent, { asked, identity }),
      [GONE],
    );
  }

  /** Ends what is under way, and the connections. */
  close(): void {
    this.#agent.destroy();
  }

  #page<TItem>(
    request: PageRequest,
    signal: AbortSignal | undefined,
  ): Promise<Page<TItem> | 'expired'> {
    const { path, maxBytes } = request;
    return this.#ask<Page<TItem> | 'expired'>(
      `${path}?${queryOf(request)}`,
      { asked: askedOf('list', path), accept: acceptOf(request), signal },
      async answer =>
        answer.status === GONE
          ? 'expired'
          : readJson<Page<TItem>>(answer, maxBytes),
      [GONE],
    );
  }

  async #ask<T>(
    pathAndQuery: string,
    options: {
      asked: Asked;
      accept?: string;
      signal?: AbortSignal;
      timeoutMs?: number;
    },
    consume: (answer: HttpAnswer) => Promise<T>,
    alsoAccepted: number[] = [],
  ): Promise<T> {
    const { asked, accept = 'application/json', signal } = options;
    const { timeoutMs = this.#timeoutMs } = options;
    const { allowLocalAddresses, identity, proxy } = this.#options;
    for (let retries = 0; ; retries += 1) {
      const authorization = `Bearer ${await this.#options.token(signal)}`;
      const answered = await httpGet<
        { value: T } | { retryAfterSeconds: number }
      >(
        new URL(this.#base + pathAndQuery),
        {
          agent: this.#agent,
          proxyId: proxy?.id,
          headers: { accept, authorization },
          lookup: allowLocalAddresses ? undefined : refusingLocalAddresses(),
          timeoutMs,
          signal,
        },
        async answer => {
          const { status } = answer;
          if (status === 200 || alsoAccepted.includes(status)) {
            return { value: await consume(answer) };
          }
          const retryAfterSeconds = patienceOf(answer);
          if (retryAfterSeconds !== undefined && retries < MAX_RETRIES) {
            return { retryAfterSeconds };
          }
          const message = await messageOf(answer);
          throw failureOfStatus(status, { asked, message, identity });
        },
      );
      if ('value' in answered) {
        return answered.value;
      }
      await sleep(answered.retryAfterSeconds * 1000, undefined, { signal });
    }
  }
}

async function readJson<T>(
  answer: HttpAnswer,
  maxBytes = MAX_PAGE_BYTES,
): Promise<T> {
  const text = await readBody(answer.body, maxBytes);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ObservationFailure('invalid', 'The answer is no JSON', {
      cause: error,
    });
  }
}

function patienceOf({ status, headers }: HttpAnswer): number | undefined {
  const seconds = Number(headers['retry-after'] ?? NaN);
  return status === 429 && seconds >= 0 && seconds <= MAX_PATIENCE_SECONDS
    ? seconds
    : undefined;
}

async function messageOf(answer: HttpAnswer): Promise<string | undefined> {
  const text = await readBody(answer.body, MAX_STATUS_BYTES).catch(() => '');
  try {
    const { message } = JSON.parse(text) as { message?: unknown };
    return typeof message === 'string' ? message : undefined;
  } catch {
    return undefined;
  }
}
