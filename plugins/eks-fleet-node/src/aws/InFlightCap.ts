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

/**
 * Lets at most so many calls be under way at once, in the order they came.
 */
export class InFlightCap {
  readonly #size: number;
  readonly #waiting: Array<() => void> = [];
  #inFlight = 0;

  constructor(size: number) {
    this.#size = size;
  }

  async run<T>(call: () => Promise<T>): Promise<T> {
    const waiting = this.enter();
    if (waiting) {
      await waiting;
    }
    try {
      return await call();
    } finally {
      this.leave();
    }
  }

  /** Takes a place, at once or when the promise that it gives resolves. */
  enter(): Promise<void> | undefined {
    if (this.#inFlight >= this.#size) {
      return new Promise<void>(resolve => this.#waiting.push(resolve));
    }
    this.#inFlight += 1;
    return undefined;
  }

  leave(): void {
    const next = this.#waiting.shift();
    if (next) {
      next();
    } else {
      this.#inFlight -= 1;
    }
  }
}
