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

import { ManualTimers } from './__testUtils__/ManualTimers';
import { ChangeHints } from './ChangeHints';

const seconds = (n: number) => n * 1000;

describe('ChangeHints', () => {
  const start = (atMostEvery = 30) => {
    const timers = new ManualTimers();
    const told: number[] = [];
    const hints = new ChangeHints({
      atMostEveryMs: seconds(atMostEvery),
      later: timers.later,
      now: timers.now,
      tell: () => told.push(timers.elapsedSeconds),
    });
    /** Changes at these seconds, and what was told until long after the last. */
    const toldOf = (...changes: number[]) => {
      for (const at of changes) {
        timers.advance(at - timers.elapsedSeconds);
        hints.changed();
      }
      timers.advance(120);
      return told;
    };
    return { hints, timers, told, toldOf };
  };

  it.each([
    ['one change, when it has been quiet for ten seconds', [0], [10]],
    ['several, once they are over', [0, 4, 9], [19]],
    ['those that do not end, every half minute', [0, 8, 16, 24, 29], [30]],
    ['the next, not before half a minute is over', [0, 12], [10, 40]],
    ['later ones, as the first', [0, 60], [10, 70]],
  ])('tells of %s', (_, changes, expected) => {
    expect(start().toldOf(...changes)).toEqual(expected);
  });

  it('tells as seldom as it is to', () => {
    const changes = Array.from({ length: 60 }, (_, index) => index * 5);
    expect(start(120).toldOf(...changes)).toEqual([120, 240, 360]);
  });

  it('tells nothing once it is stopped', () => {
    const { hints, timers, told } = start();
    hints.changed();
    hints.stop();
    hints.changed();
    timers.advance(60);
    expect(told).toEqual([]);
    expect(timers.waiting).toBe(0);
  });
});
