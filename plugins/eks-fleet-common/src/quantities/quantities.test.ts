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
  addQuantities,
  compareQuantities,
  NO_QUANTITY,
  quantityAsNumber,
  subtractQuantity,
} from './arithmetic';
import { formatQuantity, normalizeQuantity } from './formatQuantity';
import { parseQuantity } from './parseQuantity';
import type { Quantity } from './types';

const q = (text: string) => parseQuantity(text)!;

/** The same numbers for the same seed (a linear congruential generator). */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return below => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function randomQuantities(count: number): Quantity[] {
  const next = numbers(7);
  const suffixes = ['n', 'u', 'm', '', 'k', 'M', 'G', 'Ki', 'Mi', 'Gi', 'Ti'];
  return Array.from({ length: count }, () => {
    const fraction = next(3) === 0 ? `.${next(1000)}` : '';
    const sign = next(5) === 0 ? '-' : '';
    return q(
      `${sign}${next(5000)}${fraction}${suffixes[next(suffixes.length)]}`,
    );
  });
}

describe('normalizeQuantity', () => {
  // As Kubernetes answers them (`resource.Quantity`, CanonicalizeBytes).
  it.each([
    ['0', '0'],
    ['0Gi', '0'],
    ['-0', '0'],
    ['500m', '500m'],
    ['0.5', '500m'],
    ['.5', '500m'],
    ['5.', '5'],
    ['+2', '2'],
    ['1000m', '1'],
    ['1500m', '1500m'],
    ['1000', '1k'],
    ['1024', '1024'],
    ['1024Ki', '1Mi'],
    ['1.5Gi', '1536Mi'],
    ['2048Mi', '2Gi'],
    ['1500M', '1500M'],
    ['1000M', '1G'],
    ['1e3', '1k'],
    ['12E6', '12M'],
    ['1E', '1E'],
    ['1e-3', '1m'],
    ['0.3Ki', '307200m'],
    ['1Ei', '1Ei'],
    ['-1.5Gi', '-1536Mi'],
    ['0.1n', '1n'],
  ])('writes %s as %s', (text, canonical) => {
    expect(normalizeQuantity(text)).toBe(canonical);
  });

  it.each([
    '',
    '.',
    'm',
    'Gi',
    '1 Gi',
    '1gi',
    '1GB',
    '1K',
    '0x10',
    '1e',
    '1e3Gi',
    '1,5',
    '١',
    'Infinity',
    'NaN',
    '1\n',
    '--1',
    '9'.repeat(61),
    '1e999',
  ])('takes %j for no amount', text => {
    expect(parseQuantity(text)).toBeUndefined();
  });
});

describe('arithmetic of quantities', () => {
  it.each([
    [['1Gi', '512Mi'], '1536Mi'],
    [['512Mi', '1G'], '1536870912'],
    [['500m', '500m'], '1'],
    [['0', '1Gi'], '1Gi'],
    [['0.1', '0.2'], '300m'],
    [[], '0'],
  ])('adds %j to %s', (texts, sum) => {
    expect(formatQuantity(addQuantities(...texts.map(q)))).toBe(sum);
  });

  it('says what is missing as less than nothing', () => {
    expect(formatQuantity(subtractQuantity(q('1Gi'), q('2Gi')))).toBe('-1Gi');
  });

  it.each([
    ['1Gi', '1G', 1],
    ['1000m', '1', 0],
    ['1k', '1000', 0],
    ['999Mi', '1Gi', -1],
  ])('compares %s with %s', (a, b, order) => {
    expect(compareQuantities(q(a), q(b))).toBe(order);
  });

  it.each([
    ['1536Mi', '1Gi', 1.5],
    ['250m', undefined, 0.25],
  ])('has %s as a number of %s', (text, unit, number) => {
    expect(quantityAsNumber(q(text), unit ? q(unit) : undefined)).toBe(number);
  });

  const some = randomQuantities(400);

  it('writes every amount so that it is read as the same', () => {
    for (const each of some) {
      expect(q(formatQuantity(each)).nano).toBe(each.nano);
    }
  });

  it('writes equal amounts of one kind the same', () => {
    for (const each of some) {
      const text = formatQuantity(each);
      expect(normalizeQuantity(text)).toBe(text);
    }
  });

  it('adds in any order, and takes away what it added', () => {
    for (let index = 2; index < some.length; index++) {
      const [a, b, c] = some.slice(index - 2, index + 1);
      const sum = addQuantities(a, b, c).nano;
      expect(addQuantities(c, addQuantities(a, b)).nano).toBe(sum);
      expect(subtractQuantity(addQuantities(a, b), b).nano).toBe(a.nano);
      expect(addQuantities(a, NO_QUANTITY).nano).toBe(a.nano);
    }
  });

  it('orders as subtraction does', () => {
    for (let index = 1; index < some.length; index++) {
      const [a, b] = [some[index - 1], some[index]];
      const { nano } = subtractQuantity(a, b);
      expect(compareQuantities(a, b)).toBe(
        compareQuantities({ ...a, nano }, NO_QUANTITY),
      );
      expect(compareQuantities(b, a) + compareQuantities(a, b)).toBe(0);
    }
  });
});
