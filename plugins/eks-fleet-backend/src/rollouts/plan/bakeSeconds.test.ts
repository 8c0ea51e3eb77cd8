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

import { randomOf } from '../../readiness/__testUtils__/randomInput';
import { bakeOfWave, bakeSecondsOf, nodesBakeOf } from './bakeSeconds';

const HOUR = 3600;

describe('bakeSecondsOf', () => {
  it.each([
    ['nothing is done', undefined, 0, 40, 12 * HOUR],
    ['one of 40 is done', undefined, 1, 40, 11.5 * HOUR],
    ['a quarter is done', undefined, 10, 40, 7 * HOUR],
    ['half is done', undefined, 20, 40, 2 * HOUR],
    ['nearly all is done', undefined, 39, 40, 2 * HOUR],
    ['there is nothing to do', undefined, 0, 0, 12 * HOUR],
    ['it has its own bounds', { first: '4h', floor: '1h' }, 1, 4, 2.5 * HOUR],
    ['it has its own start', { first: '24h' }, 20, 40, 2 * HOUR],
    ['its start is below the floor', { first: '30m' }, 0, 40, 2 * HOUR],
    ['it is not to bake', { first: '0m', floor: '0m' }, 0, 40, 0],
    ['it comes to a part of a minute', { floor: '0m' }, 1, 7, 515 * 60],
  ])('where %s', (_, rule, done, total, expected) => {
    expect(bakeSecondsOf(rule, done, total)).toBe(expected);
  });

  it('is never longer for more done, never under its floor, never over its first', () => {
    const random = randomOf(7);
    for (let run = 0; run < 100; run++) {
      const first = Math.floor(random() * 3000);
      const floor = Math.floor(random() * 3000);
      const total = Math.ceil(random() * 1000);
      const rule = { first: `${first}m`, floor: `${floor}m` };
      const bakes = Array.from({ length: total + 1 }, (_, done) =>
        bakeSecondsOf(rule, done, total),
      );
      const longest = Math.max(first, floor) * 60;
      expect(bakes[0]).toBe(longest);
      expect(bakes[total]).toBe(floor * 60);
      expect(Math.min(...bakes)).toBe(floor * 60);
      expect(bakes).toEqual([...bakes].sort((a, b) => b - a));
    }
  });

  it('leaves a wave its own', () => {
    expect(bakeOfWave({ bake: '30m' }, { floor: '2h' }, 0, 10)).toBe(1800);
    expect(bakeOfWave({ bake: '0s' }, undefined, 0, 10)).toBe(0);
    expect(bakeOfWave({}, undefined, 0, 10)).toBe(12 * HOUR);
  });

  it('bakes once more after nodes for as little as any', () => {
    expect(nodesBakeOf(12 * HOUR, undefined)).toBe(2 * HOUR);
    expect(nodesBakeOf(12 * HOUR, { floor: '30m' })).toBe(HOUR / 2);
    expect(nodesBakeOf(HOUR / 4, undefined)).toBe(HOUR / 4);
  });
});
