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
import type { ExceptionStore } from '../../policy/exceptions/store/types';
import type { Notifier } from '../Notifier';
import type { ExceptionNewsStore } from './DatabaseExceptionNews';
import { findExceptionNotices, scopeOf } from './findExceptionNotices';

/** How long after its end a request is still looked at. */
const LATEST_HOURS = 24;

/**
 * Tells people of requests for exceptions: what waits for them, what became of
 * it, and what ends. It looks at what is recorded and keeps what is news.
 */
export class ExceptionNotices {
  readonly #store: Pick<ExceptionStore, 'get'>;
  readonly #news: ExceptionNewsStore;
  readonly #notifier: Pick<Notifier, 'queue' | 'retain' | 'flush'>;
  readonly #logger: LoggerService;
  readonly #approvers: string[];
  readonly #portalPath?: string;
  readonly #now: () => Date;
  readonly #soon: SoonTask;
  readonly #changed = new Set<string>();
  /** By request, what was kept of it by this process. */
  readonly #kept = new Map<string, string>();

  constructor(options: {
    store: Pick<ExceptionStore, 'get'>;
    news: ExceptionNewsStore;
    notifier: Pick<Notifier, 'queue' | 'retain' | 'flush'>;
    logger: LoggerService;
    /** Who is told that requests wait; the owners of their clusters where empty. */
    approvers: string[];
    portalPath?: string;
    now?: () => Date;
  }) {
    this.#store = options.store;
    this.#news = options.news;
    this.#notifier = options.notifier;
    this.#logger = options.logger;
    this.#approvers = options.approvers;
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
        'What there is to tell of exceptions could not be kept; it is looked at again',
        toError(error),
      );
    }
  }

  /** Looks at all that are under way or ended lately: time alone makes news. */
  async sweep(): Promise<void> {
    const since = new Date(this.#now().getTime() - LATEST_HOURS * 3_600_000);
    const ids = await this.#news.idsSince(since);
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
    const notices = findExceptionNotices(
      record,
      { owners: await this.#news.owners(id), approvers: this.#approvers },
      { now: this.#now(), portalPath: this.#portalPath },
    );
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
