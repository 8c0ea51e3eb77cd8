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

import { aCostReport } from '../__testUtils__/readiness';
import {
  computeKnown,
  extendedUsd,
  formatCostView,
  formatMonth,
  parseCostView,
  sortCostGroups,
  toCostQuery,
} from './costView';

const parse = (query: string) => parseCostView(new URLSearchParams(query));

describe('the view of the Costs page in the URL', () => {
  it.each([
    '',
    'groupBy=account',
    'groupBy=environment&region=eu-west-1&q=pay&group=prod',
    'group=',
  ])('is the same after reading and writing %j', query => {
    expect(formatCostView(parse(query)).toString()).toBe(query);
  });

  it('groups by owner where it does not know better', () => {
    expect(parse('groupBy=password').groupBy).toBe('owner');
  });

  it('is what the backend is asked for', () => {
    expect(toCostQuery(parse('environment=prod&q=%20a%20'))).toEqual({
      groupBy: 'owner',
      filter: { environment: ['prod'] },
      fullTextFilterTerm: 'a',
    });
  });
});

it('adds up what extended support costs', () => {
  expect(extendedUsd(aCostReport().months)).toBe(14235);
});

it('puts first who pays most', () => {
  const [group] = aCostReport().groups;
  expect(
    sortCostGroups([
      { ...group, value: 'a', months: [] },
      { ...group, value: 'b' },
      { ...group, value: 'c', months: [], controlPlaneUsdPerMonth: 9000 },
    ])
      .map(({ value }) => value)
      .join(''),
  ).toBe('bca');
});

describe('computeKnown', () => {
  it.each([
    [100, 0, 0, 'all'],
    [0, 0, 0, 'all'],
    [100, 3, 0, 'part'],
    [100, 0, 2, 'part'],
    [0, 3, 0, 'nothing'],
    [0, 0, 2, 'nothing'],
  ])(
    'of %d USD with %d unpriced nodes and %d unobserved clusters is %s',
    (computeUsdPerMonth, unpricedNodes, unobservedClusters, known) => {
      expect(
        computeKnown({ computeUsdPerMonth, unpricedNodes, unobservedClusters }),
      ).toBe(known);
    },
  );
});

it.each([
  ['2026-12', 'Dec 2026'],
  ['nonsense', 'nonsense'],
])('writes the month %s as %s', (month, text) => {
  expect(formatMonth(month)).toBe(text);
});
