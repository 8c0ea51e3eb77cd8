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
 * Runs a task soon after it was asked for: many requests make one run, and
 * runs keep a distance.
 */
export class SoonTask {
  readonly #run: () => Promise<void>;
  readonly #delayMs: number;
  readonly #distanceMs: number;
  #timer?: ReturnType<typeof setTimeout>;
  #lastStart = -Infinity;
  #stopped = false;

  constructor(options: {
    run: () => Promise<void>;
    delayMs: number;
    distanceMs: number;
  }) {
    this.#run = options.run;
    this.#delayMs = options.delayMs;
    this.#distanceMs = options.distanceMs;
  }

  request(): void {
    if (this.#timer || this.#stopped) {
      return;
    }
    const sinceLast = Date.now() - this.#lastStart;
    const delay = Math.max(this.#delayMs, this.#distanceMs - sinceLast);
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#lastStart = Date.now();
      void this.#run();
    }, delay);
    this.#timer.unref?.();
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
