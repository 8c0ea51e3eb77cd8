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

import { passShare } from './passShare';

it.each([
  [
    'all',
    { pass: 4, passes: 'exact' as const, fail: 0 },
    { percent: 100, all: 4 },
  ],
  [
    'nearly all',
    { pass: 999, passes: 'exact' as const, fail: 1 },
    { percent: 99, all: 1000 },
  ],
  [
    'none of what is exempt',
    { pass: 1, passes: 'exact' as const, fail: 1, exempt: 8 },
    { percent: 50, all: 2 },
  ],
  [
    'what could not be evaluated',
    { pass: 1, passes: 'exact' as const, error: 3 },
    { percent: 25, all: 4 },
  ],
])('counts %s', (_, counts, share) => {
  expect(passShare(counts)).toEqual(share);
});

it.each([
  ['nothing was judged', { pass: 0, passes: 'exact' as const, exempt: 3 }],
  ['passes are not kept', { passes: 'notRecorded' as const, fail: 1 }],
  ['passes are counted in part', { pass: 9, passes: 'atLeast' as const }],
  [
    'findings are cut off',
    { pass: 9, passes: 'exact' as const, fail: 20, atLeast: true },
  ],
  ['nothing is said', {}],
])('is not there where %s', (_, counts) => {
  expect(passShare(counts)).toBeUndefined();
});
