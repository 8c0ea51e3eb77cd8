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

import type { JsonValue } from '@backstage/types';
import { EtagCache } from './EtagCache';
import { failureOfAnswer, failureOfFetch } from './failures';
import { GitFailure } from './GitFailure';
import { HostLimiter } from './HostLimiter';
import type { GitHostKind, GitHostState } from './types';

const TIMEOUT_MS = 20_000;
const MAX_ANSWER_CHARACTERS = 20_000_000;

/** One call of a host's API. */
export interface HostCall {
  method?: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** Below the base of the API, already encoded. */
  path: string;
  body?: JsonValue;
  /** Whether the path is that of GraphQL, which lies elsewhere. */
  isGraphql?: boolean;
  /** Whether it makes what people are told of: a pull request, a comment, a merge. */
  isContent?: boolean;
  /** Throws a GitFailure where an answer is a refusal all the same, as GraphQL's are. */
  check?(json: any): void;
  asks: string;
  signal?: AbortSignal;
}

export interface HostAnswer<T = any> {
  status: number;
  headers: Headers;
  json: T;
}

export interface HostClientOptions {
  kind: GitHostKind;
  /** With the port where it is not the usual one. */
  host: string;
  apiBaseUrl: string;
  /** Left out where the host has none. */
  graphqlUrl?: string;
  /** Whose quota it is; never shown. */
  limiter: HostLimiter;
  getHeaders(): Promise<Record<string, string>>;
  /** What configuration says of writes (`eksFleet.writes`). */
  writes: 'off' | 'on';
  cache?: EtagCache;
  now?: () => Date;
}

/**
 * Calls of one host's REST API: in their turn, with what was answered before
 * where that still holds, without following redirects, and with typed failures.
 */
export class HostClient {
  readonly #options: HostClientOptions;
  readonly #cache: EtagCache;
  readonly #now: () => Date;
  #quota?: { limit?: number; remaining: number; resetsAt: Date };
  #lastSuccessAt?: Date;
  #lastFailure?: GitHostState['lastFailure'];
  #strikes = 0;

  constructor(options: HostClientOptions) {
    this.#options = options;
    this.#cache = options.cache ?? new EtagCache();
    this.#now = options.now ?? (() => new Date());
  }

  get host(): string {
    return this.#options.host;
  }

  get state(): GitHostState {
    const { host, kind, limiter } = this.#options;
    const { pausedForMs } = limiter;
    return {
      host,
      kind,
      queued: limiter.queued,
      inFlight: limiter.inFlight,
      limit: this.#quota?.limit,
      remaining: this.#quota?.remaining,
      resetsAt: this.#quota?.resetsAt.toISOString(),
      pausedUntil: pausedForMs
        ? new Date(this.#now().getTime() + pausedForMs).toISOString()
        : undefined,
      lastSuccessAt: this.#lastSuccessAt?.toISOString(),
      lastFailure: this.#lastFailure,
    };
  }

  /** @throws GitFailure for any answer that is no success */
  async call<T = any>(call: HostCall): Promise<HostAnswer<T>> {
    const isWrite = (call.method ?? 'GET') !== 'GET';
    if (isWrite && this.#options.writes !== 'on') {
      throw new GitFailure(
        'writesOff',
        `Nothing is written to ${this.#options.host}: eksFleet.writes is off`,
      );
    }
    try {
      const answer = await this.#options.limiter.run(
        { asks: call.asks, isWrite, isContent: call.isContent },
        () => this.#send(call, isWrite),
      );
      call.check?.(answer.json);
      this.#lastSuccessAt = this.#now();
      return answer;
    } catch (error) {
      this.#noteFailure(error);
      throw error;
    }
  }

  /** @returns `undefined` where there is no such thing */
  async find<T = any>(call: HostCall): Promise<HostAnswer<T> | undefined> {
    try {
      return await this.call<T>(call);
    } catch (error) {
      if (error instanceof GitFailure && error.reason === 'notFound') {
        return undefined;
      }
      throw error;
    }
  }

  async #send(call: HostCall, isWrite: boolean): Promise<HostAnswer> {
    const { apiBaseUrl, graphqlUrl, host } = this.#options;
    const url = call.isGraphql ? graphqlUrl! : `${apiBaseUrl}${call.path}`;
    const cached = isWrite ? undefined : this.#cache.get(url);
    const headers = {
      ...(await this.#headers()),
      ...(call.body !== undefined && { 'content-type': 'application/json' }),
      ...(cached && { 'if-none-match': cached.etag }),
    };
    const deadline = AbortSignal.timeout(TIMEOUT_MS);
    let response: Response;
    let text: string;
    try {
      response = await fetch(url, {
        method: call.method ?? 'GET',
        headers,
        body: call.body === undefined ? undefined : JSON.stringify(call.body),
        redirect: 'manual',
        signal: call.signal
          ? AbortSignal.any([call.signal, deadline])
          : deadline,
      });
      text = await readText(response);
    } catch (error) {
      throw failureOfFetch(error, host, isWrite, TIMEOUT_MS / 1000);
    }
    if (!call.isGraphql) {
      // GraphQL has a quota of its own, which what is limited here never reaches.
      this.#noteQuota(response.headers);
    }
    if (response.status === 304 && cached) {
      return answerOf(cached.status, response.headers, cached.body, host);
    }
    if (!response.ok) {
      throw failureOfAnswer(
        { status: response.status, headers: response.headers, text },
        { host, isWrite, now: this.#now(), strikes: this.#strikes },
      );
    }
    this.#strikes = 0;
    const etag = response.headers.get('etag');
    if (etag && !isWrite) {
      this.#cache.set(url, { etag, status: response.status, body: text });
    }
    return answerOf(response.status, response.headers, text, host);
  }

  async #headers(): Promise<Record<string, string>> {
    try {
      return await this.#options.getHeaders();
    } catch (error) {
      throw new GitFailure(
        'unauthenticated',
        `There are no credentials for ${this.#options.host}: ${(
          error as Error
        ).message.slice(0, 200)}`,
        { cause: error },
      );
    }
  }

  #noteQuota(headers: Headers): void {
    const number = (name: string) => {
      const value = headers.get(`x-${name}`) ?? headers.get(name);
      return value && /^\d+$/.test(value) ? Number(value) : undefined;
    };
    const remaining = number('ratelimit-remaining');
    const reset = number('ratelimit-reset');
    if (remaining === undefined || reset === undefined) {
      return;
    }
    const limit = number('ratelimit-limit');
    const now = this.#now();
    // Against the host's clock, where it shows it, rather than ours.
    const theirs = Date.parse(headers.get('date') ?? '') || now.getTime();
    const resetsInMs = Math.max(0, reset * 1000 - theirs);
    this.#quota = {
      limit,
      remaining,
      resetsAt: new Date(now.getTime() + resetsInMs),
    };
    this.#options.limiter.noteQuota({ limit, remaining, resetsInMs });
  }

  #noteFailure(error: unknown): void {
    if (!(error instanceof GitFailure)) {
      return;
    }
    const { message, reason, retryAfterSeconds } = error;
    if (reason === 'throttled' && retryAfterSeconds) {
      this.#strikes += 1;
      this.#options.limiter.pause(retryAfterSeconds);
    }
    const aboutHost: string[] = [
      'unauthenticated',
      'forbidden',
      'throttled',
      'unreachable',
      'timeout',
    ];
    if (aboutHost.includes(reason)) {
      this.#lastFailure = { at: this.#now().toISOString(), reason, message };
    }
  }
}

function answerOf(
  status: number,
  headers: Headers,
  text: string,
  host: string,
): HostAnswer {
  try {
    return { status, headers, json: text ? JSON.parse(text) : undefined };
  } catch (error) {
    throw new GitFailure('invalid', `${host} did not answer with JSON`, {
      cause: error,
    });
  }
}

async function readText(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > MAX_ANSWER_CHARACTERS) {
      throw new GitFailure('invalid', 'The answer is too long');
    }
  }
  return text + decoder.decode();
}
