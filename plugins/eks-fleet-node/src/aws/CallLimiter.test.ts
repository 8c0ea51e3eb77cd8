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

import { CallLimiter, type LimiterClock } from './CallLimiter';

/** Time that passes only when somebody sleeps, or by hand. */
class SleepersClock implements LimiterClock {
  time = 0;

  now() {
    return this.time;
  }

  async sleep(milliseconds: number) {
    this.time += milliseconds;
  }
}

describe('CallLimiter', () => {
  let clock: SleepersClock;
  let limiter: CallLimiter;

  beforeEach(() => {
    clock = new SleepersClock();
    limiter = new CallLimiter({ requestsPerSecond: 10, burst: 20 }, clock);
  });

  const take = async (count: number): Promise<number[]> => {
    const times: number[] = [];
    for (let i = 0; i < count; i++) {
      await limiter.acquire();
      times.push(clock.time);
    }
    return times;
  };
  const empty = () => take(20);

  it('lets a burst go at once, and then keeps to the rate', async () => {
    const times = await take(50);
    expect(times.slice(0, 20)).toEqual(Array(20).fill(0));
    expect(times[20]).toBe(100);
    expect(times[49]).toBe(3000);
  });

  it('saves up no more than the burst', async () => {
    await empty();
    clock.time += 3_600_000;
    const start = clock.time;
    const times = await take(21);
    expect(times[19]).toBe(start);
    expect(times[20]).toBe(start + 100);
  });

  it('tells how long a caller waited', async () => {
    await expect(limiter.acquire()).resolves.toEqual({ waitedMs: 0 });
    await take(19);
    await expect(limiter.acquire()).resolves.toEqual({ waitedMs: 100 });
  });

  it('serves callers in the order in which they came', async () => {
    const order: number[] = [];
    await Promise.all(
      Array.from({ length: 40 }, (_, i) =>
        limiter.acquire().then(() => order.push(i)),
      ),
    );
    expect(order).toEqual(Array.from({ length: 40 }, (_, i) => i));
    expect(clock.time).toBe(2000);
  });

  it('halves its rate when AWS refuses, and takes its bucket for empty', async () => {
    limiter.throttled();
    expect(limiter.requestsPerSecond).toBe(5);
    expect(await take(1)).toEqual([200]);
  });

  it('halves once a second, however many calls are refused', () => {
    for (let i = 0; i < 50; i++) {
      limiter.throttled();
    }
    expect(limiter.requestsPerSecond).toBe(5);
    clock.time += 999;
    limiter.throttled();
    expect(limiter.requestsPerSecond).toBe(5);
    clock.time += 1;
    limiter.throttled();
    expect(limiter.requestsPerSecond).toBe(2.5);
  });

  it('never goes below its floor', () => {
    for (let i = 0; i < 100; i++) {
      limiter.throttled();
      clock.time += 1000;
    }
    expect(limiter.requestsPerSecond).toBe(10 / 32);
  });

  it('gets its rate back by a tenth every two seconds', async () => {
    limiter.throttled();
    const rates: number[] = [];
    for (let second = 0; second < 12; second += 2) {
      clock.time += 2000;
      await limiter.acquire();
      rates.push(limiter.requestsPerSecond);
    }
    expect(rates).toEqual(
      [6, 7, 8, 9, 10, 10].map(rate => expect.closeTo(rate)),
    );
  });

  it('gets all of it back in one long pause', async () => {
    for (let i = 0; i < 10; i++) {
      limiter.throttled();
      clock.time += 1000;
    }
    clock.time += 60_000;
    await limiter.acquire();
    expect(limiter.requestsPerSecond).toBe(10);
  });

  it('halves again at the first refusal after it grew', async () => {
    limiter.throttled();
    clock.time += 60_000;
    await empty();
    limiter.throttled();
    expect(limiter.requestsPerSecond).toBe(5);
  });
});
