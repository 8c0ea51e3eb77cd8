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

import {
  bakeEnd,
  isBaked,
  MAX_GAP_SECONDS,
  startBake,
  tickBake,
} from './bakeClock';

const START = Date.parse('2026-03-01T10:00:00Z');

/** Looks at that many seconds after the start; one with `!` found an alarm. */
function looksAt(...looks: Array<number | `${number}!`>) {
  return looks.map(look => ({
    now: new Date(START + Number(String(look).replace('!', '')) * 1000),
    quiet: typeof look === 'number',
  }));
}

function bake(...looks: Array<number | `${number}!`>) {
  const [first, ...rest] = looksAt(...looks);
  return rest.reduce(
    tickBake,
    startBake({ seconds: 60, minimumSamples: 2 }, first),
  );
}

describe('the clock of a bake', () => {
  it.each([
    ['nothing at its first look', [0], 0, 0],
    ['the time between quiet looks', [0, 25, 50], 50, 0],
    ['no time up to an alarm', [0, 25, '50!'], 25, 25],
    ['no time from an alarm on', [0, '25!', 50, 75], 25, 50],
    ['no time in which nobody looked', [0, MAX_GAP_SECONDS + 1], 0, 121],
    ['no second look at the same moment', [0, 25, 25], 25, 0],
    ['no second twice where a replica is behind', [60, 1, 62, 3, 64], 4, 0],
    ['no second twice after it was set back', [60, 30, 45, 70], 10, 0],
    ['an alarm that a replica behind saw', [60, '1!', 62], 0, 2],
    ['no gap of a clock far ahead', [0, 900, 1, 901, 2], 0, 1800],
    ['on from where it was set back to for good', [900, 0, 25, 50], 25, 25],
  ] as const)('counts %s', (_, looks, healthySeconds, stoodStillSeconds) => {
    expect(bake(...looks)).toMatchObject({ healthySeconds, stoodStillSeconds });
  });

  it('is over once it was healthy for long enough, and looked at often enough', () => {
    expect(isBaked(bake(0, 59))).toBe(false);
    expect(isBaked(bake(0, 60))).toBe(true);
    expect(isBaked(bake('0!', 60, 120))).toBe(true);
    expect(isBaked(bake('0!', 60))).toBe(false);
    const twice = startBake({ seconds: 60, minimumSamples: 3 }, looksAt(0)[0]);
    expect(isBaked(tickBake(twice, looksAt(60)[0]))).toBe(false);
  });

  it('ends as much later as it still lacks', () => {
    expect(bakeEnd(bake(0, 20)).getTime()).toBe(START + 60_000);
    expect(bakeEnd(bake(0, '20!', 40)).getTime()).toBe(START + 100_000);
  });
});
