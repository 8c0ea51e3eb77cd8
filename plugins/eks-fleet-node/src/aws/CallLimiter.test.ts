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

import { AwsBucket } from './__testUtils__/AwsBucket';
import { CallLimiter, type LimiterClock } from './CallLimiter';
import { InFlightCap } from './InFlightCap';

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

const LIMITS = { requestsPerSecond: 10, burst: 20 };

describe('CallLimiter', () => {
  let clock: SleepersClock;
  let limiter: CallLimiter;
  const places = new InFlightCap(64);

  beforeEach(() => {
    clock = new SleepersClock();
    limiter = new CallLimiter(LIMITS, clock);
  });

  const take = async (count: number): Promise<number[]> => {
    const times: number[] = [];
    const call = async () => times.push(clock.time);
    for (let i = 0; i < count; i++) {
      await limiter.run(places, call);
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

  it('serves callers in the order in which they came', async () => {
    const order: number[] = [];
    await Promise.all(
      Array.from({ length: 40 }, (_, i) =>
        limiter.run(places, async () => order.push(i)),
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
      await take(1);
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
    await take(1);
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

describe('CallLimiter beside AWS', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  const until = (milliseconds: number) =>
    new Promise<void>(resolve => {
      setTimeout(resolve, milliseconds - performance.now());
    });
  const after = (milliseconds: number) =>
    until(performance.now() + milliseconds);
  const many = (count: number, call: () => Promise<unknown>) =>
    Promise.all(Array.from({ length: count }, call));

  it('spends tokens when calls go, not while they wait for a place', async () => {
    const places = new InFlightCap(64);
    const slow = new CallLimiter({ requestsPerSecond: 100, burst: 64 });
    const quick = new CallLimiter(LIMITS);
    const aws = new AwsBucket(LIMITS);
    const taken = many(64, () => slow.run(places, () => after(10_000)));
    await jest.advanceTimersByTimeAsync(0);
    const all = many(60, () =>
      quick.run(places, async () => {
        aws.arrive();
        await after(20);
      }),
    );
    await jest.advanceTimersByTimeAsync(9_999);
    expect(aws.arrived).toBe(0);
    await jest.advanceTimersByTimeAsync(100);
    expect(aws.arrived).toBe(20);
    await jest.advanceTimersByTimeAsync(4_500);
    await Promise.all([taken, all]);
    expect(aws).toMatchObject({ arrived: 60, refused: 0 });
  });

  it('is not refused, however late calls arrive', async () => {
    const places = new InFlightCap(64);
    const limiter = new CallLimiter(LIMITS);
    const aws = new AwsBucket(LIMITS);
    const call = async () => {
      // The network holds everything back for five seconds.
      await until(Math.max(5_000, performance.now() + 20));
      aws.arrive();
    };
    const all = many(70, () => limiter.run(places, call));
    await jest.advanceTimersByTimeAsync(5_000);
    expect(aws).toMatchObject({ arrived: 20, refused: 0 });
    await jest.advanceTimersByTimeAsync(5_500);
    await all;
    expect(aws).toMatchObject({ arrived: 70, refused: 0 });
  });

  it('keeps to the whole rate where answers come in time', async () => {
    const limiter = new CallLimiter(LIMITS);
    const places = new InFlightCap(64);
    const all = many(120, () => limiter.run(places, () => after(500)));
    await jest.advanceTimersByTimeAsync(11_100);
    await all;
    expect(performance.now()).toBeLessThanOrEqual(11_100);
  });

  it('holds no place while it waits for a token', async () => {
    const places = new InFlightCap(1);
    const empty = new CallLimiter({ requestsPerSecond: 1, burst: 1 });
    await empty.run(places, async () => {});
    const waiting = many(5, () => empty.run(places, async () => {}));
    let gone = 0;
    await many(10, () =>
      new CallLimiter(LIMITS).run(places, async () => {
        gone += 1;
      }),
    );
    expect(gone).toBe(10);
    await jest.advanceTimersByTimeAsync(6_000);
    await waiting;
  });

  it('gives its place back when AWS refused meanwhile', async () => {
    const places = new InFlightCap(1);
    const limiter = new CallLimiter(LIMITS);
    const held = places.run(() => after(1_000));
    const times: number[] = [];
    const start = performance.now();
    const refused = limiter.run(places, async () => {
      times.push(performance.now() - start);
    });
    await jest.advanceTimersByTimeAsync(999);
    limiter.throttled();
    await jest.advanceTimersByTimeAsync(1);
    await held;
    await places.run(async () => {
      times.push(performance.now() - start);
    });
    await jest.advanceTimersByTimeAsync(1_000);
    await refused;
    expect(times).toEqual([1_000, 1_199]);
  });

  it('makes room again after a call that failed', async () => {
    const places = new InFlightCap(1);
    const limiter = new CallLimiter({ requestsPerSecond: 10, burst: 1 });
    for (const text of ['first', 'second']) {
      const failed = limiter.run(places, async () => {
        throw new Error(text);
      });
      await Promise.all([
        expect(failed).rejects.toThrow(text),
        jest.advanceTimersByTimeAsync(200),
      ]);
    }
  });
});
