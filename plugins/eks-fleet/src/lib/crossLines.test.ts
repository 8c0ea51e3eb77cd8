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

import { bandsOf, linesOf } from './crossLines';

const of = (...groups: (string | undefined)[]) =>
  groups.map(group => ({ group }));

it.each([
  [
    of('a', 'a', 'b'),
    [
      ['a', 0, 2],
      ['b', 2, 3],
    ],
  ],
  [
    of('a', 'b', 'a'),
    [
      ['a', 0, 1],
      ['b', 1, 2],
      ['a', 2, 3],
    ],
  ],
  [
    of('a', undefined, 'a'),
    [
      ['a', 0, 1],
      ['a', 2, 3],
    ],
  ],
  [of(undefined), []],
  [[], []],
])('finds runs of neighbours in %j', (items, bands) => {
  expect(
    bandsOf(items).map(({ title, from, to }) => [title, from, to]),
  ).toEqual(bands);
});

it('puts a heading above each run', () => {
  expect(linesOf(of('a', 'a', 'b'))).toEqual([
    { kind: 'heading', title: 'a' },
    { kind: 'row', index: 0 },
    { kind: 'row', index: 1 },
    { kind: 'heading', title: 'b' },
    { kind: 'row', index: 2 },
  ]);
  expect(linesOf(of(undefined))).toEqual([{ kind: 'row', index: 0 }]);
});
