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

import { InFlightCap } from './InFlightCap';

describe('InFlightCap', () => {
  it('lets so many calls be under way and starts the rest in order', async () => {
    const cap = new InFlightCap(3);
    const started: number[] = [];
    const finish: Array<() => void> = [];
    const calls = Array.from({ length: 7 }, (_, i) =>
      cap.run(async () => {
        started.push(i);
        await new Promise<void>(resolve => {
          finish[i] = resolve;
        });
        return i;
      }),
    );
    expect(started).toEqual([0, 1, 2]);
    finish[1]();
    await calls[1];
    expect(started).toEqual([0, 1, 2, 3]);
    for (const next of [0, 2, 3, 4, 5, 6]) {
      finish[next]();
      await calls[next];
    }
    expect(started).toEqual([0, 1, 2, 3, 4, 5, 6]);
    await expect(Promise.all(calls)).resolves.toEqual([0, 1, 2, 3, 4, 5, 6]);
  });

  it('makes room again after a call that failed', async () => {
    const cap = new InFlightCap(1);
    const failures = Array.from({ length: 3 }, () =>
      cap.run(async () => {
        throw new Error('no');
      }),
    );
    const outcomes = await Promise.allSettled(failures);
    expect(outcomes.map(({ status }) => status)).toEqual(
      Array(3).fill('rejected'),
    );
    await expect(cap.run(async () => 'yes')).resolves.toBe('yes');
  });
});
