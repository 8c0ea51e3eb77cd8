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

import { aBlocker } from '../__testUtils__/readiness';
import { sortCauses } from './causes';

const causes = [
  aBlocker({ title: 'b', clusters: 1, since: '2026-11-01T00:00:00Z' }),
  aBlocker({ title: 'a', clusters: 7, since: undefined }),
  aBlocker({ title: 'c', clusters: 3, since: '2026-10-01T00:00:00Z' }),
];

describe('sortCauses', () => {
  it.each([
    ['clusters', 'desc', 'acb'],
    ['clusters', 'asc', 'bca'],
    ['cause', 'asc', 'abc'],
    ['cause', 'desc', 'cba'],
    ['since', 'asc', 'cba'],
    ['since', 'desc', 'bca'],
  ] as const)('orders by %s %s', (field, direction, expected) => {
    expect(
      sortCauses(causes, { field, direction })
        .map(({ title }) => title)
        .join(''),
    ).toBe(expected);
  });
});
