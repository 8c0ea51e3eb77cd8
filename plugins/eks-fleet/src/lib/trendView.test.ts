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

import { trendLandmarks, trendParts } from './trendView';

const aDay = (day: string, fail: number, warn = 0) => ({
  day,
  fail,
  warn,
  error: 0,
  exempt: 0,
});

it('draws only parts of which there is any', () => {
  expect(trendParts([aDay('a', 0, 1), aDay('b', 2)])).toEqual(['fail', 'warn']);
  expect(trendParts([])).toEqual([]);
});

it.each([
  [
    [aDay('a', 1), aDay('b', 9), aDay('c', 2)],
    ['a', 'b', 'c'],
  ],
  [
    [aDay('a', 9), aDay('b', 1)],
    ['a', 'b'],
  ],
  [[aDay('a', 1)], ['a']],
  [[], []],
])('tells of %j the first, the worst and the last', (points, days) => {
  expect(trendLandmarks(points).map(({ day }) => day)).toEqual(days);
});
