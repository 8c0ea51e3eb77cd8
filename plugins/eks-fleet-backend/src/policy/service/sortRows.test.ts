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

import type { Policy } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { sortRows } from './sortRows';

const policy = (
  name: string,
  facts: Partial<Policy> & { fail?: number } = {},
) => ({
  policy: {
    name,
    engine: 'kyverno',
    severity: 'low',
    ...facts,
    counts: { fail: facts.fail ?? 0, warn: 0, error: 0, exempt: 0 },
  } as Policy,
});

describe('sortRows', () => {
  it.each<[string, ReturnType<typeof policy>[], string[]]>([
    [
      'categories in their order, those without one last',
      [
        policy('a'),
        policy('b', { category: 'supply-chain' }),
        policy('c', { category: 'reliability' }),
      ],
      ['c', 'b', 'a'],
    ],
    [
      'within a category what is broken most first',
      [policy('a', { fail: 1 }), policy('b', { fail: 3 }), policy('c')],
      ['b', 'a', 'c'],
    ],
    [
      'what only looks behind what can refuse, whatever its category',
      [
        policy('EKS.1', {
          engine: 'security-hub',
          category: 'AWS Security Hub',
          fail: 9,
        }),
        policy('3.2.1', { engine: 'kube-bench', category: 'CIS', fail: 9 }),
        policy('require-owner'),
      ],
      ['require-owner', 'EKS.1', '3.2.1'],
    ],
  ])('has %s', (_, rows, names) => {
    expect(sortRows(rows).map(row => row.policy.name)).toEqual(names);
  });

  it('leaves what it was given as it was', () => {
    const rows = [policy('b'), policy('a', { fail: 1 })];
    sortRows(rows);
    expect(rows.map(row => row.policy.name)).toEqual(['b', 'a']);
  });
});
