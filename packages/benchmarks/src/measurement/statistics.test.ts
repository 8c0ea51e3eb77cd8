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

import { median, percentile, rounded } from './statistics';

describe('median', () => {
  it.each([
    [[7], 7],
    [[9, 1, 5], 5],
    [[10, 2, 4, 100], 7],
  ])('of %j is %d', (values, expected) => {
    expect(median(values)).toBe(expected);
  });

  it('leaves the values as they were', () => {
    const values = [3, 1, 2];
    median(values);
    expect(values).toEqual([3, 1, 2]);
  });

  it('refuses to make a number out of nothing', () => {
    expect(() => median([])).toThrow('Nothing was measured');
  });
});

describe('percentile', () => {
  const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);

  it.each([
    [0.95, 95],
    [0.5, 50],
    [1, 100],
    [0, 1],
    [0.951, 96],
  ])('%d of 1 to 100 is %d', (share, expected) => {
    expect(percentile(hundred, share)).toBe(expected);
  });

  it('is the only value there is', () => {
    expect(percentile([42], 0.95)).toBe(42);
  });

  it('refuses to make a number out of nothing', () => {
    expect(() => percentile([], 0.95)).toThrow('Nothing was measured');
  });
});

describe('rounded', () => {
  it.each([
    [1234, 1234],
    [12.3456, 12.3],
    [0.0123456, 0.0123],
  ])('makes of %d %d', (value, expected) => {
    expect(rounded(value)).toBe(expected);
  });
});
