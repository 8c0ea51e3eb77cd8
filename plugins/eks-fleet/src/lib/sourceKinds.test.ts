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

import type { SourceCount } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { countByKind, countNotFresh } from './sourceKinds';

const counts: SourceCount[] = [
  { kind: 'eks', state: 'fresh', count: 40 },
  { kind: 'eks', state: 'forbidden', count: 2 },
  { kind: 'kubernetes', state: 'pending', count: 0 },
  { kind: 'git' as 'eks', state: 'stale', count: 1 },
];

describe('countByKind', () => {
  it('has each kind that is known, the worst state first, and those that are new', () => {
    expect(countByKind(counts)).toEqual([
      {
        kind: 'eks',
        total: 42,
        states: [
          { state: 'forbidden', count: 2 },
          { state: 'fresh', count: 40 },
        ],
      },
      { kind: 'kubernetes', total: 0, states: [] },
      { kind: 'policy', total: 0, states: [] },
      { kind: 'reporter', total: 0, states: [] },
      { kind: 'git', total: 1, states: [{ state: 'stale', count: 1 }] },
    ]);
  });
});

describe('countNotFresh', () => {
  it.each([
    [undefined, { total: 43, notFresh: 3 }],
    ['eks', { total: 42, notFresh: 2 }],
    ['reporter', { total: 0, notFresh: 0 }],
  ])('counts those of kind %s', (kind, expected) => {
    expect(countNotFresh(counts, kind)).toEqual(expected);
  });
});
