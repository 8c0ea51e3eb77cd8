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

import { systemLimiterClock, type LimiterClock } from '../../aws/CallLimiter';
import { CallWindow } from './CallWindow';
import { GitFailure } from './GitFailure';

/** How a call stands in line. */
export interface CallTurn {
  /** Who asks: a rollout, a person, the follower. Each is served in turn. */
  asks: string;
  /** Whether it changes something. */
  isWrite: boolean;
  /** Whether that is something that people are told of. */
  isContent?: boolean;
}

/** What a host says of its quota. */
export interface HostQuota {
  limit?: number;
  remaining: number;
  /** Milliseconds since 1970. */
  resetsAt: number;
}

/** @public */
export interface HostLimits {
  /** Calls under way at once. */
  concurrency: number;
  /** Calls that change something, one after another, within any minute. */
  writesPerMinute: number;
  /** Those of them that people are told of: pull requests, comments, merges. */
  contentPerMinute: number;
  contentPerHour: number;
  /** Longest wait before a call is refused as throttled. */
  maxWaitSeconds: number;
  /** Share of the quota that is kept for calls that change something. */
  reservedShare: number;
}

/**
 * GitHub's own: 80 times content a minute and 500 an hour, 900 points a minute, of
 * which a write takes five and a read one; and what is written comes one after
 * the other.
 */
export const DEFAULT_HOST_LIMITS: HostLimits = {
  concurrency: 6,
  writesPerMinute: 160,
  contentPerMinute: 80,
  contentPerHour: 500,
  maxWaitSeconds: 30,
  reservedShare: 0.1,
};

const MINUTE_MS = 60_000;

interface Waiting {
  turn: CallTurn;
  since: number;
  begin(): void;
  refuse(failure: GitFailure): void;
}

/**
 * The turns of calls to one host with one credential. Whoever asks has a queue;
 * the queues are served one after another, so that one rollout of a thousand
 * cells does not keep a person waiting. Writes go one at a time.
 */
export class HostLimiter {
  readonly #host: string;
  readonly #limits: HostLimits;
  readonly #clock: LimiterClock;
  /** In the order in which they are served next. */
  readonly #queues = new Map<string, Waiting[]>();
  #inFlight = 0;
  #writesInFlight = 0;
  readonly #writes: CallWindow;
  readonly #content: readonly CallWindow[];
  #pausedUntil = -Infinity;
  #quota?: HostQuota;
  #wakesAt = Infinity;

  constructor(
    host: string,
    limits: HostLimits = DEFAULT_HOST_LIMITS,
    clock: LimiterClock = systemLimiterClock,
  ) {
    this.#host = host;
    this.#limits = limits;
    this.#clock = clock;
    this.#writes = new CallWindow(MINUTE_MS, limits.writesPerMinute);
    this.#content = [
      new CallWindow(MINUTE_MS, limits.contentPerMinute),
      new CallWindow(60 * MINUTE_MS, limits.contentPerHour),
    ];
  }

  get queued(): number {
    return [...this.#queues.values()].reduce(
      (sum, each) => sum + each.length,
      0,
    );
  }

  get inFlight(): number {
    return this.#inFlight;
  }

  /** Milliseconds until the host may be asked again; 0 where it may. */
  get pausedForMs(): number {
    return Math.max(0, this.#pausedUntil - this.#clock.now());
  }

  /**
   * Makes a call in its turn.
   *
   * @throws GitFailure `throttled` where that would take too long
   */
  async run<T>(turn: CallTurn, call: () => Promise<T>): Promise<T> {
    await this.#wait(turn);
    try {
      return await call();
    } finally {
      this.#inFlight -= 1;
      this.#writesInFlight -= turn.isWrite ? 1 : 0;
      // The host has counted it by now, however long it took to get there.
      this.#windowsOf(turn).forEach(window => window.ended(this.#clock.now()));
      this.#serve();
    }
  }

  /** Leaves the host alone for a while, because it asked for that. */
  pause(seconds: number): void {
    const until = this.#clock.now() + seconds * 1000;
    this.#pausedUntil = Math.max(this.#pausedUntil, until);
    this.#serve();
  }

  /** Takes note of what the host said of its quota. `resetsInMs` from now. */
  noteQuota(quota: { limit?: number; remaining: number; resetsInMs: number }) {
    const { limit, remaining, resetsInMs } = quota;
    this.#quota = {
      limit,
      remaining,
      resetsAt: this.#clock.now() + resetsInMs,
    };
  }

  #wait(turn: CallTurn): Promise<void> {
    const expectedMs = this.#expectedWait(turn);
    if (expectedMs > this.#limits.maxWaitSeconds * 1000) {
      return Promise.reject(this.#throttled(expectedMs));
    }
    return new Promise((resolve, reject) => {
      const queue = this.#queues.get(turn.asks) ?? [];
      queue.push({
        turn,
        since: this.#clock.now(),
        begin: resolve,
        refuse: reject,
      });
      this.#queues.set(turn.asks, queue);
      this.#serve();
    });
  }

  /** Begins what may begin, refuses what would wait too long, and sleeps until the next may. */
  #serve(): void {
    let soonest = 0;
    while (soonest === 0) {
      // Those that are served go to the end, so that each gets one turn a round.
      soonest = [...this.#queues.keys()].reduce(
        (least, asks) => Math.min(least, this.#serveQueue(asks)),
        Infinity,
      );
    }
    if (soonest < Infinity) {
      this.#wakeIn(soonest);
    }
  }

  /** @returns milliseconds until the first of a queue may begin; 0 where one has begun */
  #serveQueue(asks: string): number {
    const queue = this.#queues.get(asks) ?? [];
    const [first] = queue;
    if (!first) {
      this.#queues.delete(asks);
      return Infinity;
    }
    const waitMs = this.#waitFor(first.turn);
    if (waitMs > 0 || !this.#hasPlace(first.turn)) {
      const endsAt = first.since + this.#limits.maxWaitSeconds * 1000;
      if (this.#clock.now() + waitMs <= endsAt) {
        return waitMs || Infinity;
      }
      queue.shift();
      first.refuse(this.#throttled(waitMs));
      return 0;
    }
    queue.shift();
    this.#queues.delete(asks);
    if (queue.length) {
      this.#queues.set(asks, queue);
    }
    this.#begin(first);
    return 0;
  }

  #begin({ turn, begin }: Waiting): void {
    this.#inFlight += 1;
    if (turn.isWrite) {
      this.#writesInFlight += 1;
    }
    this.#windowsOf(turn).forEach(window => window.begin());
    if (this.#quota) {
      this.#quota.remaining -= 1;
    }
    begin();
  }

  /** Whoever ends makes place, and serves again. */
  #hasPlace({ isWrite }: CallTurn): boolean {
    return (
      this.#inFlight < this.#limits.concurrency &&
      !(isWrite && this.#writesInFlight > 0)
    );
  }

  #waitFor(turn: CallTurn): number {
    const now = this.#clock.now();
    return Math.ceil(
      Math.max(
        0,
        this.#pausedUntil - now,
        this.#quotaWait(turn.isWrite),
        ...this.#windowsOf(turn).map(window => window.waitFor(now)),
      ),
    );
  }

  /** What the host counts such a call in. */
  #windowsOf({ isContent, isWrite }: CallTurn): readonly CallWindow[] {
    if (!isWrite) {
      return [];
    }
    return isContent ? [this.#writes, ...this.#content] : [this.#writes];
  }

  /** How long a write would wait for those that are served before it. */
  #expectedWait(turn: CallTurn): number {
    const now = this.#clock.now();
    const waits = this.#windowsOf(turn).map(window =>
      window.waitFor(now, this.#aheadOf(turn, window)),
    );
    return Math.max(0, ...waits);
  }

  /** How many that a window counts are served before. */
  #aheadOf({ asks }: CallTurn, window: CallWindow): number {
    const counted = new Map(
      [...this.#queues].map(([key, queue]) => [
        key,
        queue.filter(each => this.#windowsOf(each.turn).includes(window))
          .length,
      ]),
    );
    const own = counted.get(asks) ?? 0;
    return [...counted].reduce(
      (sum, [key, count]) =>
        sum + (key === asks ? count : Math.min(count, own + 1)),
      0,
    );
  }

  #quotaWait(isWrite: boolean): number {
    const quota = this.#quota;
    const now = this.#clock.now();
    if (!quota || quota.resetsAt <= now) {
      return 0;
    }
    const reserved = isWrite
      ? 0
      : Math.floor((quota.limit ?? 0) * this.#limits.reservedShare);
    return quota.remaining > reserved ? 0 : quota.resetsAt - now;
  }

  #wakeIn(milliseconds: number): void {
    const at = this.#clock.now() + milliseconds;
    if (at >= this.#wakesAt) {
      return;
    }
    this.#wakesAt = at;
    void this.#clock.sleep(milliseconds).then(() => {
      if (this.#wakesAt === at) {
        this.#wakesAt = Infinity;
      }
      this.#serve();
    });
  }

  #throttled(waitMs: number): GitFailure {
    const seconds = Math.ceil(waitMs / 1000);
    return new GitFailure(
      'throttled',
      `${this.#host} takes no more calls for ${seconds} s`,
      { retryAfterSeconds: seconds },
    );
  }
}
