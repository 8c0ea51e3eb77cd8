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

import type { PolicyTally } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { addTally } from './addTally';

const POLICY = {
  engine: 'kyverno',
  kind: 'ClusterPolicy',
  name: 'nonroot',
} as const;

function tally(extra: Partial<PolicyTally> = {}): PolicyTally {
  return { policy: POLICY, passes: 'exact', ...extra };
}

describe('addTally', () => {
  it.each([
    ['both know', { pass: 2, skip: 1 }, { pass: 3 }, { pass: 5, skip: 1 }],
    ['one knows no passes', { pass: 2 }, {}, { pass: 2 }],
    ['none does', {}, {}, { pass: undefined, skip: 0 }],
    [
      'passes are kept in one place only',
      { pass: 2 },
      { passes: 'notRecorded' as const },
      { pass: 2, passes: 'atLeast' },
    ],
    [
      'passes are kept nowhere',
      { passes: 'notRecorded' as const },
      { passes: 'notRecorded' as const },
      { passes: 'notRecorded' },
    ],
    ['more fail than are listed', { total: 30 }, { total: 12 }, { total: 42 }],
    [
      'they were evaluated at two times',
      { evaluatedAt: '2026-11-20T02:00:00+01:00' },
      { evaluatedAt: '2026-11-20T00:30:00Z' },
      { evaluatedAt: '2026-11-20T00:30:00.000Z' },
    ],
    [
      'a time is no time',
      { evaluatedAt: 'yesterday' },
      {},
      { evaluatedAt: undefined },
    ],
  ])('where %s', (_, first, second, expected) => {
    expect(addTally(addTally(undefined, tally(first)), tally(second))).toEqual(
      expect.objectContaining(expected),
    );
  });
});
