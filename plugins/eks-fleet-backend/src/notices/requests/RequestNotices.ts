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

import type { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { SoonTask } from '../../inventory/SoonTask';
import type { RequestStore } from '../../requests/store/types';
import type { Notifier } from '../Notifier';
import { findRequestNotices, scopeOf } from './findRequestNotices';

/** Those that changed within so long are looked at again. */
const LATEST_HOURS = 24;

/**
 * Tells people of requests: what waits for them, and what became of theirs. It
 * looks at what is recorded and keeps what is news.
 */
export class RequestNotices {
  readonly #store: Pick<RequestStore, 'changedSince' | 'get'>;
  readonly #notifier: Pick<Notifier, 'flush' | 'queue' | 'retain'>;
  readonly #logger: LoggerService;
  readonly #portalPath?: string;
  readonly #now: () => Date;
  readonly #soon: SoonTask;
  readonly #changed = new Set<string>();
  /** By request, what was kept of it by this process. */
  readonly #kept = new Map<string, string>();

  constructor(options: {
    store: Pick<RequestStore, 'changedSince' | 'get'>;
    notifier: Pick<Notifier, 'flush' | 'queue' | 'retain'>;
    logger: LoggerService;
    portalPath?: string;
    now?: () => Date;
  }) {
    this.#store = options.store;
    this.#notifier = options.notifier;
    this.#logger = options.logger;
    this.#portalPath = options.portalPath;
    this.#now = options.now ?? (() => new Date());
    this.#soon = new SoonTask({
      delayMs: 500,
      distanceMs: 2_000,
      run: () => this.tellChanged(),
    });
  }

  /** To be called after anything about these requests has changed. */
  changed(ids: string[]): void {
    if (ids.length > 0) {
      ids.forEach(id => this.#changed.add(id));
      this.#soon.request();
    }
  }

  /** Tells what is news of those that changed. */
  async tellChanged(): Promise<void> {
    const ids = [...this.#changed];
    this.#changed.clear();
    try {
      let isNews = false;
      for (const id of ids) {
        isNews = (await this.#look(id)) || isNews;
      }
      if (isNews) {
        await this.#notifier.flush();
      }
    } catch (error) {
      this.#logger.warn(
        'What there is to tell of requests could not be kept; it is looked at again',
        toError(error),
      );
    }
  }

  /** Looks at all that changed lately, so that nothing is lost where a process dies. */
  async sweep(): Promise<void> {
    const since = new Date(this.#now().getTime() - LATEST_HOURS * 3_600_000);
    const ids = await this.#store.changedSince(since);
    for (const id of ids) {
      await this.#look(id);
    }
    for (const id of this.#kept.keys()) {
      if (!ids.includes(id)) {
        this.#kept.delete(id);
      }
    }
  }

  stop(): void {
    this.#soon.stop();
  }

  /** @returns whether there was anything that this process had not kept */
  async #look(id: string): Promise<boolean> {
    const record = await this.#store.get(id);
    if (!record) {
      return false;
    }
    const notices = findRequestNotices(record, {
      portalPath: this.#portalPath,
    });
    const kept = JSON.stringify(
      notices.map(({ fingerprint, scope }) => [scope, fingerprint]),
    );
    if (this.#kept.get(id) === kept) {
      return false;
    }
    // What waited for somebody and was done meanwhile is no news.
    await this.#notifier.retain(
      scopeOf(id),
      notices.map(({ scope }) => scope),
    );
    await this.#notifier.queue(notices);
    this.#kept.set(id, kept);
    return notices.length > 0;
  }
}
