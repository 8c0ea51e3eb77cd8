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
 * The time that the simulated cloud lives in: ages of versions, creation dates
 * and page tokens follow it. Signatures, credentials and TLS follow real time.
 *
 * @public
 */
export interface Clock {
  now(): Date;
  /** Absent on a clock that nobody may move. */
  advance?(seconds: number): void;
}

/**
 * Stands still until it is moved.
 *
 * @public
 */
export class ManualClock implements Clock {
  #milliseconds: number;

  constructor(start: Date | string) {
    this.#milliseconds = new Date(start).getTime();
  }

  now(): Date {
    return new Date(this.#milliseconds);
  }

  advance(seconds: number): void {
    this.#milliseconds += seconds * 1000;
  }
}

/**
 * Runs with real time, and can be put ahead of it.
 *
 * @public
 */
export class OffsetClock implements Clock {
  #offsetMilliseconds = 0;

  now(): Date {
    return new Date(Date.now() + this.#offsetMilliseconds);
  }

  advance(seconds: number): void {
    this.#offsetMilliseconds += seconds * 1000;
  }
}
