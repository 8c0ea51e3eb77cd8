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

import { costChangeText, costRangeText, formatMoney } from './costText';

const range = (minimum: number, expected: number, maximum: number) => ({
  minimum,
  expected,
  maximum,
});

describe('costs in words', () => {
  it.each([
    [range(80, 120.4, 200), '120 (80 to 200)'],
    [range(5, 5, 5), '5'],
    [range(0.5, 0.5, 0.5), '0.5'],
  ])('writes %j', (sum, text) => {
    expect(costRangeText(sum)).toBe(text);
  });

  it.each([
    [0, 120, '+120'],
    [4000, 1500, '−2,500'],
    [7, 7.001, '±0'],
    [0, 0.25, '+0.25'],
  ])('writes the change from %d to %d', (before, after, text) => {
    expect(costChangeText(range(0, before, 0), range(0, after, 0))).toBe(text);
  });

  it('writes separators', () => {
    expect(formatMoney(1234567)).toBe('1,234,567');
  });
});
