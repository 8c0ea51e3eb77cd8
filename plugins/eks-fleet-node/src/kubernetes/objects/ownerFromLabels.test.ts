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

import { ownerFromLabels } from './ownerFromLabels';

const KEYS = ['backstage.io/owner', 'team'];

describe('ownerFromLabels', () => {
  it.each([
    ['a team', [{ team: 'payments' }], 'group:default/payments'],
    [
      'the first key',
      [{ team: 'a', 'backstage.io/owner': 'b' }],
      'group:default/b',
    ],
    ['the first labels', [{ team: 'a' }, { team: 'b' }], 'group:default/a'],
    ['the next labels', [undefined, {}, { team: 'b' }], 'group:default/b'],
    ['lower case', [{ team: 'Payments' }], 'group:default/payments'],
    [
      'what a reference can hold',
      [{ team: '<b>Pay/ments</b>' }],
      'group:default/b-pay-ments-b',
    ],
    ['nobody, of what holds no letter', [{ team: '---' }], undefined],
    ['nobody', [{ app: 'web' }], undefined],
    [
      'at most 63 letters',
      [{ team: 'a'.repeat(99) }],
      `group:default/${'a'.repeat(63)}`,
    ],
  ] as const)('finds %s', (_, labels, expected) => {
    expect(
      ownerFromLabels(
        KEYS,
        ...(labels as ReadonlyArray<Record<string, string> | undefined>),
      ),
    ).toBe(expected);
  });
});
