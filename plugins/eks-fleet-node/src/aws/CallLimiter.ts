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
 * How fast calls may go to one service of one account and Region.
 *
 * @public
 */
export interface CallLimits {
  requestsPerSecond: number;
  burst: number;
}

/**
 * What a limiter needs of time, so that tests can move it.
 *
 * @public
 */
export interface LimiterClock {
  /** Milliseconds. */
  now(): number;
  sleep(milliseconds: number): Promise<void>;
}

/** Places that calls of several limiters share. */
export interface CallPlaces {
  /** Takes a place, at once or when the promise that it gives resolves. */
  enter(): Promise<void> | undefined;
  leave(): void;
}

export const systemLimiterClock: LimiterClock = {
  now: () => performance.now(),
  sleep: milliseconds =>
    new Promise(resolve => {
      setTimeout(resolve, milliseconds);
    }),
};

/** Share of the configured rate that a throttled limiter never goes below. */
const SLOWEST_SHARE = 1 / 32;
/** Time in which a halved rate comes back by one tenth of the configured one. */
const RECOVERY_STEP_MS = 2_000;
/** Several refusals at once are one message: AWS is asked too often. */
const HALVING_PAUSE_MS = 1_000;

/**
 * A token bucket that halves its rate when AWS refuses a call (429) and gets
 * it back step by step. Callers are served in the order in which they came.
 *
 * AWS counts a call when it arrives, which may be any time until its answer is
 * here. A call under way therefore keeps its part of the bucket from filling:
 * AWS's own may still hold it, be full, and have let as much run over.
 */
export class CallLimiter {
  readonly #limits: CallLimits;
  readonly #clock: LimiterClock;
  #share = 1;
  #tokens: number;
  #refilledAt: number;
  #halvedAt = -Infinity;
  /** When the rate in force was last halved or grown. */
  #changedAt = -Infinity;
  #underWay = 0;
  #onEnd?: () => void;
  #tail: Promise<void> = Promise.resolve();

  constructor(limits: CallLimits, clock: LimiterClock = systemLimiterClock) {
    this.#limits = limits;
    this.#clock = clock;
    this.#tokens = limits.burst;
    this.#refilledAt = clock.now();
  }

  /** The rate in force, in calls a second. */
  get requestsPerSecond(): number {
    return this.#limits.requestsPerSecond * this.#share;
  }

  /**
   * Makes a call in its turn. Who waits for a token holds no place, and the
   * token is spent when there is a place, so that what waits does not pile up
   * against a bucket that is as large as AWS's.
   */
  async run<T>(places: CallPlaces, call: () => Promise<T>): Promise<T> {
    const turn = this.#tail.then(() => this.#begin(places));
    this.#tail = turn;
    await turn;
    try {
      return await call();
    } finally {
      this.#end();
      places.leave();
    }
  }

  /** Tells that AWS refused a call because there were too many. */
  throttled(): void {
    this.#refill();
    const now = this.#clock.now();
    if (now - this.#halvedAt < HALVING_PAUSE_MS) {
      return;
    }
    this.#halvedAt = now;
    this.#changedAt = now;
    this.#share = Math.max(SLOWEST_SHARE, this.#share / 2);
    // AWS's bucket is empty, whatever ours still holds.
    this.#tokens = Math.min(this.#tokens, 0);
  }

  async #begin(places: CallPlaces): Promise<void> {
    for (;;) {
      await this.#tokenLeft();
      await places.enter();
      // A refusal may have emptied the bucket meanwhile.
      this.#refill();
      if (this.#tokens >= 1) {
        this.#tokens -= 1;
        this.#underWay += 1;
        return;
      }
      places.leave();
    }
  }

  #end(): void {
    this.#refill();
    this.#underWay -= 1;
    this.#onEnd?.();
  }

  async #tokenLeft(): Promise<void> {
    this.#refill();
    while (this.#tokens < 1) {
      if (this.#room() < 1) {
        await new Promise<void>(resolve => {
          this.#onEnd = resolve;
        });
      } else {
        const missing = 1 - this.#tokens;
        await this.#clock.sleep(
          Math.ceil((missing / this.requestsPerSecond) * 1000),
        );
      }
      this.#refill();
    }
  }

  /** What the bucket holds when it is as full as it can be. */
  #room(): number {
    return this.#limits.burst - this.#underWay;
  }

  #refill(): void {
    const now = this.#clock.now();
    const elapsed = now - this.#refilledAt;
    this.#tokens = Math.min(
      this.#room(),
      this.#tokens + (elapsed / 1000) * this.requestsPerSecond,
    );
    this.#refilledAt = now;
    if (this.#share < 1) {
      const steps = Math.floor((now - this.#changedAt) / RECOVERY_STEP_MS);
      this.#share = Math.min(1, this.#share + steps / 10);
      this.#changedAt += steps * RECOVERY_STEP_MS;
    }
  }
}
