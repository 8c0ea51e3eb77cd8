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

/** Lets through so many calls within any span of a length. */
export class CallWindow {
  readonly #lengthMs: number;
  readonly #most: number;
  /** When those that ended did, the first of them first. */
  #ended: number[] = [];
  #underWay = 0;

  constructor(lengthMs: number, most: number) {
    this.#lengthMs = lengthMs;
    this.#most = most;
  }

  begin(): void {
    this.#underWay += 1;
  }

  ended(now: number): void {
    this.#underWay -= 1;
    this.#ended.push(now);
  }

  /**
   * Milliseconds until the next may begin, after so many others. Of those that
   * are under way nobody knows when they end: they count as if they did now.
   */
  waitFor(now: number, ahead = 0): number {
    const first = this.#ended.findIndex(at => at > now - this.#lengthMs);
    this.#ended = first < 0 ? [] : this.#ended.slice(first);
    const over = this.#ended.length + this.#underWay + ahead + 1 - this.#most;
    if (over <= 0) {
      return 0;
    }
    // Whole lots of those ahead go first, each in a span of its own.
    const spans = Math.floor((over - 1) / this.#most);
    const place = (over - 1) % this.#most;
    const freedAt = (this.#ended[place] ?? now) + this.#lengthMs;
    return freedAt - now + spans * this.#lengthMs;
  }
}
