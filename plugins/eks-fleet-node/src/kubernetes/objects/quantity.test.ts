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

import { parseQuantity } from './quantity';

describe('parseQuantity', () => {
  it.each([
    ['0', 0],
    ['100m', 100],
    ['1', 1000],
    [2, 2000],
    ['1.1', 1100],
    ['0.1', 100],
    ['.5', 500],
    ['1.', 1000],
    ['1500m', 1500],
    ['1u', 1],
    ['1n', 1],
    ['1000001u', 1001],
    ['3920m', 3920],
    ['1e3', 1_000_000],
    ['1e-3', 1],
    ['12E2', 1_200_000],
    ['-1', -1000],
  ])('reads %p of CPU as %p thousandths', (text, expected) => {
    expect(parseQuantity(text, 1000)).toBe(expected);
  });

  it.each([
    ['1024', 1024],
    ['1k', 1000],
    ['1Ki', 1024],
    ['128Mi', 134_217_728],
    ['1.5Gi', 1_610_612_736],
    ['1G', 1e9],
    ['2Ti', 2 * 1024 ** 4],
    ['1P', 1e15],
    ['1Pi', 1024 ** 5],
    ['1E', 1e18],
    ['1Ei', 1024 ** 6],
    ['1e9', 1e9],
    ['15500Mi', 15_500 * 1024 ** 2],
    ['100m', 1],
    ['1537.5m', 2],
    ['58', 58],
  ])('reads %p as %p units', (text, expected) => {
    expect(parseQuantity(text, 1)).toBe(expected);
  });

  it.each([
    undefined,
    '',
    'm',
    '.',
    '1 Gi',
    '1K',
    '1mi',
    '1Gib',
    '1e',
    '1e9999',
    '0x10',
    'NaN',
    'Infinity',
    '9'.repeat(60),
  ])('does not take %p for a quantity', text => {
    expect(parseQuantity(text, 1)).toBeUndefined();
  });
});
