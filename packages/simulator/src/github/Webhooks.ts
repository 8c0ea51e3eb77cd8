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

import { createHmac } from 'node:crypto';
import { uuidFrom } from '../model/ids';
import { eventPayload } from './documents/events';
import type { GithubHost } from './GithubHost';
import { Links } from './Links';
import type { Repository } from './Repository';
import type { GithubEvent } from './types';

/**
 * Where events of a repository go.
 *
 * @public
 */
export interface WebhookSpec {
  url: string;
  /** What deliveries are signed with. */
  secret?: string;
  /** Such as `push`, `pull_request`, `status`; `*` for all. */
  events: string[];
}

export interface Webhook extends WebhookSpec {
  id: number;
  createdAt: Date;
}

/**
 * One attempt to tell somebody; GitHub makes no second.
 *
 * @public
 */
export interface WebhookDelivery {
  id: string;
  event: string;
  url: string;
  deliveredAt: Date;
  /** 0 where nobody answered. */
  status: number;
}

const TIMEOUT_MS = 10_000;

/** Sends events to those who asked for them, signed, once, in their order. */
export class Webhooks {
  links = new Links('');
  readonly #host: GithubHost;
  readonly #hooks = new Map<Repository, Webhook[]>();
  readonly #deliveries: WebhookDelivery[] = [];
  readonly #stopping = new AbortController();
  #last: Promise<void> = Promise.resolve();
  #sent = 0;

  constructor(host: GithubHost) {
    this.#host = host;
  }

  of(repository: Repository): Webhook[] {
    return this.#hooks.get(repository) ?? [];
  }

  add(repository: Repository, spec: WebhookSpec): Webhook {
    const hook = {
      ...spec,
      id: this.#host.nextId(),
      createdAt: this.#host.clock.now(),
    };
    this.#hooks.set(repository, [...this.of(repository), hook]);
    return hook;
  }

  remove(repository: Repository, id: number): void {
    this.#hooks.set(
      repository,
      this.of(repository).filter(hook => hook.id !== id),
    );
  }

  deliveries(): WebhookDelivery[] {
    return [...this.#deliveries];
  }

  /** Resolves once everything that has happened was sent. */
  async settled(): Promise<void> {
    await this.#last;
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#last;
  }

  announce(repository: Repository, event: GithubEvent): void {
    const hooks = this.of(repository).filter(
      ({ events }) => events.includes('*') || events.includes(event.name),
    );
    if (hooks.length === 0) {
      return;
    }
    // What happened is told as it was, however late it is sent.
    const body = JSON.stringify(
      eventPayload(event, {
        host: this.#host,
        links: this.links,
        repository,
      }),
    );
    for (const hook of hooks) {
      this.#last = this.#last.then(() => this.#send(hook, event.name, body));
    }
  }

  async #send(hook: Webhook, event: string, body: string): Promise<void> {
    this.#sent += 1;
    const id = uuidFrom(`delivery ${this.#sent}`);
    const signature =
      hook.secret &&
      createHmac('sha256', hook.secret).update(body).digest('hex');
    const delivery = {
      id,
      event,
      url: hook.url,
      deliveredAt: this.#host.clock.now(),
    };
    const status = await fetch(hook.url, {
      method: 'POST',
      redirect: 'manual',
      signal: AbortSignal.any([
        AbortSignal.timeout(TIMEOUT_MS),
        this.#stopping.signal,
      ]),
      headers: {
        'content-type': 'application/json',
        'user-agent': 'GitHub-Hookshot/5190000',
        'x-github-delivery': id,
        'x-github-event': event,
        'x-github-hook-id': String(hook.id),
        ...(signature && { 'x-hub-signature-256': `sha256=${signature}` }),
      },
      body,
    }).then(
      async response => {
        await response.body?.cancel();
        return response.status;
      },
      () => 0,
    );
    this.#deliveries.push({ ...delivery, status });
  }
}
