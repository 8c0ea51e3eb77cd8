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

import { GitFailure } from './GitFailure';
import { HostLimiter, type HostLimits } from './HostLimiter';

/** A clock that moves only when it is told to. */
class TestClock {
  #now = 0;
  #sleepers: Array<{ at: number; wake(): void }> = [];

  now = () => this.#now;

  sleep = (milliseconds: number) =>
    new Promise<void>(resolve => {
      this.#sleepers.push({ at: this.#now + milliseconds, wake: resolve });
    });

  async move(milliseconds: number): Promise<void> {
    const end = this.#now + milliseconds;
    for (;;) {
      await settle();
      const next = this.#sleepers
        .filter(({ at }) => at <= end)
        .sort((a, b) => a.at - b.at)[0];
      if (!next) {
        break;
      }
      this.#sleepers = this.#sleepers.filter(each => each !== next);
      this.#now = Math.max(this.#now, next.at);
      next.wake();
    }
    this.#now = end;
    await settle();
  }
}

const LIMITS: HostLimits = {
  concurrency: 2,
  writesPerMinute: 4,
  contentPerMinute: 2,
  contentPerHour: 5,
  maxWaitSeconds: 90,
  reservedShare: 0.1,
};

describe('HostLimiter', () => {
  let clock: TestClock;
  let limiter: HostLimiter;
  let begun: string[];
  let refused: GitFailure[];
  let endings: Map<string, () => void>;

  beforeEach(() => {
    clock = new TestClock();
    limiter = new HostLimiter('git.example.com', LIMITS, clock);
    begun = [];
    refused = [];
    endings = new Map();
  });

  function ask(
    asks: string,
    name: string,
    isWrite = false,
    isContent = false,
  ): void {
    limiter
      .run({ asks, isWrite, isContent }, () => {
        begun.push(name);
        return new Promise<void>(resolve => endings.set(name, resolve));
      })
      .catch(error => refused.push(error));
  }

  async function end(name: string): Promise<void> {
    endings.get(name)!();
    await settle();
  }

  it('lets so many go at once, and serves who asks in turn', async () => {
    for (let n = 1; n <= 4; n += 1) {
      ask('rollout', `r${n}`);
    }
    ask('ann', 'a1');
    ask('bob', 'b1');
    await settle();
    expect(begun).toEqual(['r1', 'r2']);
    expect(limiter.queued).toBe(4);
    expect(limiter.inFlight).toBe(2);

    for (const name of ['r1', 'r2', 'r3', 'a1']) {
      await end(name);
    }
    expect(begun).toEqual(['r1', 'r2', 'r3', 'a1', 'b1', 'r4']);
  });

  it('keeps the order of each who asks', async () => {
    ask('rollout', 'w1', true);
    ask('rollout', 'w2', true);
    ask('rollout', 'r3');
    await settle();
    expect(begun).toEqual(['w1']);
    await end('w1');
    expect(begun).toEqual(['w1', 'w2', 'r3']);
  });

  it('writes one at a time, and no more than so many within a minute', async () => {
    for (let n = 1; n <= 6; n += 1) {
      ask('rollout', `w${n}`, true);
    }
    for (let n = 1; n <= 4; n += 1) {
      await settle();
      expect(begun).toHaveLength(n);
      await clock.move(1_000);
      await end(`w${n}`);
    }
    // The first of them ended a second after the beginning.
    await clock.move(56_999);
    expect(begun).toHaveLength(4);
    await clock.move(1);
    expect(begun).toHaveLength(5);
    await end('w5');
    expect(begun).toHaveLength(5);
    await clock.move(1_000);
    expect(begun).toHaveLength(6);
  });

  it('counts what people are told of apart, by the minute and by the hour', async () => {
    const write = async (name: string, isContent: boolean) => {
      ask('rollout', name, true, isContent);
      await settle();
      endings.get(name)?.();
      await settle();
    };
    for (const name of ['c1', 'c2', 'c3']) {
      await write(name, true);
    }
    ask('ann', 'w1', true);
    await settle();
    expect(begun).toEqual(['c1', 'c2', 'w1']);
    await end('w1');
    await clock.move(60_000);
    expect(begun).toEqual(['c1', 'c2', 'w1', 'c3']);
    await end('c3');
    await clock.move(60_000);
    await write('c4', true);
    await write('c5', true);
    await write('c6', true);
    expect(refused).toMatchObject([
      // Two minutes of the hour are over.
      { reason: 'throttled', retryAfterSeconds: 58 * 60 },
    ]);
  });

  it('leaves the host alone as long as it asked for', async () => {
    limiter.pause(10);
    ask('ann', 'a1');
    await settle();
    expect(limiter.pausedForMs).toBe(10_000);
    await clock.move(9_999);
    expect(begun).toEqual([]);
    await clock.move(1);
    expect(begun).toEqual(['a1']);
  });

  it('refuses at once what would wait too long, and says until when', async () => {
    limiter.pause(600);
    ask('ann', 'a1');
    ask('ann', 'a2');
    await settle();
    expect(refused).toMatchObject([
      { reason: 'throttled', retryAfterSeconds: 600 },
      { reason: 'throttled', retryAfterSeconds: 600 },
    ]);
    expect(limiter.queued).toBe(0);
  });

  it('refuses writes of one who asks for too many, and of nobody else', async () => {
    for (let n = 1; n <= 12; n += 1) {
      ask('rollout', `w${n}`, true);
    }
    ask('ann', 'a1', true);
    await settle();
    expect(refused).toHaveLength(4);
    expect(refused[0]).toMatchObject({
      reason: 'throttled',
      retryAfterSeconds: 120,
    });
    for (const name of ['w1', 'w2', 'a1']) {
      await end(name);
    }
    expect(begun).toEqual(['w1', 'w2', 'a1', 'w3']);
  });

  it('keeps some of the quota for writes, and waits for the next one', async () => {
    limiter.noteQuota({ limit: 100, remaining: 11, resetsInMs: 20_000 });
    ask('follow', 'r1');
    await settle();
    await end('r1');
    ask('follow', 'r2');
    ask('rollout', 'w1', true);
    await settle();
    expect(begun).toEqual(['r1', 'w1']);
    await clock.move(20_000);
    expect(begun).toEqual(['r1', 'w1', 'r2']);
  });

  it('refuses thousands without losing its way', async () => {
    limiter.pause(600);
    for (let n = 0; n < 20_000; n += 1) {
      ask(`user ${n % 7}`, `${n}`);
    }
    await settle();
    expect(refused).toHaveLength(20_000);
  });
});

async function settle(): Promise<void> {
  for (let rounds = 0; rounds < 20; rounds += 1) {
    await Promise.resolve();
  }
}
