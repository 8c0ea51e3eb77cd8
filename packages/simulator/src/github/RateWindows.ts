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

/** What the `x-ratelimit-*` headers say. */
export interface Quota {
  resource: string;
  limit: number;
  used: number;
  remaining: number;
  /** Seconds since 1970. */
  reset: number;
}

const WINDOW_SECONDS = 3600;
const LIMIT = 5000;
const LIMIT_WITHOUT_TOKEN = 60;

interface Window {
  used: number;
  reset: number;
}

/** Counts requests by hour: so many for each user or installation. */
export class RateWindows {
  readonly #windows = new Map<string, Window>();
  readonly #limit: number;

  constructor(limit: number = LIMIT) {
    this.#limit = limit;
  }

  /** What is left, without taking of it. */
  look(key: string, resource: string, now: Date): Quota {
    const { used, reset } = this.#window(key, resource, now);
    const limit = key ? this.#limit : LIMIT_WITHOUT_TOKEN;
    return {
      resource,
      limit,
      used: Math.min(used, limit),
      remaining: Math.max(0, limit - used),
      reset,
    };
  }

  /** Counts one request; `false` where nothing was left for it. */
  take(key: string, resource: string, now: Date): boolean {
    const isAdmitted = this.look(key, resource, now).remaining > 0;
    if (isAdmitted) {
      this.#window(key, resource, now).used += 1;
    }
    return isAdmitted;
  }

  /** Uses up what is left in this hour. */
  useUp(key: string, resource: string, now: Date): void {
    this.#window(key, resource, now).used = this.#limit;
  }

  /** Begins every hour anew. */
  reset(): void {
    this.#windows.clear();
  }

  #window(key: string, resource: string, now: Date): Window {
    const name = `${resource} ${key}`;
    const seconds = Math.floor(now.getTime() / 1000);
    const known = this.#windows.get(name);
    if (known && known.reset > seconds) {
      return known;
    }
    const window = { used: 0, reset: seconds + WINDOW_SECONDS };
    this.#windows.set(name, window);
    return window;
  }
}
