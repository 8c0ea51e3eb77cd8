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
import type { RolloutSnapshot } from '../../rollouts/records';
import type { RolloutStore } from '../../rollouts/store/types';
import { SoonTask } from '../../inventory/SoonTask';
import type { Notifier } from '../Notifier';
import type { RolloutNews } from './DatabaseRolloutNews';
import { findRolloutNotices } from './findRolloutNotices';
import { secondPersonNotices } from './secondPersonNotices';
import { askingOf, standingOf } from './standing';
import { scopeOf, type SecondPersonWanted } from './types';

/** How long after its end a rollout is still looked at. */
const LATEST_HOURS = 24;

/**
 * Tells people of rollouts: what waits for them, and how it goes. It looks at
 * what is recorded and keeps what is news; neither this nor a notifications
 * backend that fails holds the engine up.
 */
export class RolloutNotices {
  readonly #store: Pick<RolloutStore, 'get'>;
  readonly #news: RolloutNews;
  readonly #notifier: Pick<Notifier, 'queue' | 'retain' | 'flush'>;
  readonly #logger: LoggerService;
  readonly #portalPath?: string;
  readonly #soon: SoonTask;
  readonly #changed = new Set<string>();
  /** By rollout, what was kept of it by this process. */
  readonly #kept = new Map<string, string>();

  constructor(options: {
    store: Pick<RolloutStore, 'get'>;
    news: RolloutNews;
    notifier: Pick<Notifier, 'queue' | 'retain' | 'flush'>;
    logger: LoggerService;
    portalPath?: string;
  }) {
    this.#store = options.store;
    this.#news = options.news;
    this.#notifier = options.notifier;
    this.#logger = options.logger;
    this.#portalPath = options.portalPath;
    this.#soon = new SoonTask({
      delayMs: 500,
      distanceMs: 2_000,
      run: () => this.tellChanged(),
    });
  }

  /** To be called after anything about these rollouts has changed. */
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
      let news = false;
      for (const id of ids) {
        news = (await this.#look(id)) || news;
      }
      if (news) {
        await this.#notifier.flush();
      }
    } catch (error) {
      this.#logger.warn(
        'What there is to tell of rollouts could not be kept; it is looked at again',
        toError(error),
      );
    }
  }

  /** Looks at all that are under way or ended lately: a process may have died in between. */
  async sweep(now: Date): Promise<void> {
    const since = new Date(now.getTime() - LATEST_HOURS * 3_600_000);
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
    const [snapshot, wanted] = await Promise.all([
      this.#store.get('all', id),
      this.#news.secondPersonsWanted(id),
    ]);
    const state = snapshot && keyOf(snapshot, wanted);
    if (state === undefined || this.#kept.get(id) === state) {
      return false;
    }
    const notices = [
      ...findRolloutNotices(
        snapshot!,
        await this.#news.ownCounts(id),
        this.#portalPath,
      ),
      ...secondPersonNotices(snapshot!, wanted, this.#portalPath),
    ];
    // A pause that nobody was told of and that is over is no news.
    await this.#notifier.retain(
      scopeOf(id),
      notices.map(({ scope }) => scope),
    );
    await this.#notifier.queue(notices);
    this.#kept.set(id, state);
    return notices.length > 0;
  }
}

function keyOf(
  snapshot: RolloutSnapshot,
  wanted: SecondPersonWanted[],
): string {
  const standing = standingOf(snapshot);
  return JSON.stringify([
    standing && [standing.is, standing.at],
    askingOf(snapshot).map(({ for: what, gate, round }) => [
      gate.id,
      what,
      round,
    ]),
    wanted.map(({ id }) => id),
  ]);
}
