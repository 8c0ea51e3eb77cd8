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

import type { Later } from '../../../collection/runCollector';
import { NOON } from '../../../collection/__testUtils__/fleet';

/** A clock that is moved, and what is to be done at which time of it. */
export class ManualTimers {
  #at = NOON.getTime();
  readonly #tasks = new Set<{ at: number; task: () => void }>();

  readonly now = (): Date => new Date(this.#at);

  readonly later: Later = (task, milliseconds) => {
    const entry = { at: this.#at + milliseconds, task };
    this.#tasks.add(entry);
    return () => this.#tasks.delete(entry);
  };

  get elapsedSeconds(): number {
    return (this.#at - NOON.getTime()) / 1000;
  }

  get waiting(): number {
    return this.#tasks.size;
  }

  /** In how many seconds the next task is due. */
  get nextInSeconds(): number | undefined {
    const next = this.#next();
    return next && (next.at - this.#at) / 1000;
  }

  advance(seconds: number): void {
    const until = this.#at + seconds * 1000;
    for (let next = this.#next(); next && next.at <= until; ) {
      this.#at = next.at;
      this.#tasks.delete(next);
      next.task();
      next = this.#next();
    }
    this.#at = until;
  }

  #next() {
    return [...this.#tasks].sort((a, b) => a.at - b.at)[0];
  }
}
