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

/** More callers than a portal has in a minute are counted as one. */
const MAX_KEYS = 10_000;

/** Counts by key in windows of time, and says when there were too many. */
export class RateWindow {
  readonly #max: number;
  readonly #lengthMs: number;
  #startedAt = Number.NEGATIVE_INFINITY;
  readonly #counts = new Map<string, number>();

  constructor(options: { max: number; lengthMs: number }) {
    this.#max = options.max;
    this.#lengthMs = options.lengthMs;
  }

  /** Counts one; `false` where it is more than the window allows. */
  take(key: string, now: Date): boolean {
    if (now.getTime() - this.#startedAt >= this.#lengthMs) {
      this.#startedAt = now.getTime();
      this.#counts.clear();
    }
    const counted =
      this.#counts.has(key) || this.#counts.size < MAX_KEYS ? key : '';
    const count = (this.#counts.get(counted) ?? 0) + 1;
    this.#counts.set(counted, count);
    return count <= this.#max;
  }
}
