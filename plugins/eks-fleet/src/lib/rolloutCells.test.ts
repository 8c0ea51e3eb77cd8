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

import { createTranslator } from '../__testUtils__/createTranslator';
import { aCell } from '../__testUtils__/rollouts';
import { cellsByWave, describeCell, mergeCells } from './rolloutCells';

const t = createTranslator();

describe('mergeCells', () => {
  const before = new Map(
    ['a', 'b'].map(id => [id, aCell({ id, revision: 5 })]),
  );

  it('takes what changed and keeps the rest as it is', () => {
    const merged = mergeCells(before, [
      aCell({ id: 'b', revision: 6, state: 'failed' }),
      aCell({ id: 'c', revision: 7 }),
    ]);
    expect([...merged.keys()]).toEqual(['a', 'b', 'c']);
    expect(merged.get('a')).toBe(before.get('a'));
    expect(merged.get('b')).toMatchObject({ state: 'failed' });
  });

  it.each([
    ['nothing', []],
    ['the same', [aCell({ id: 'a', revision: 5 })]],
    ['an answer that came late', [aCell({ id: 'a', revision: 4 })]],
  ])('changes nothing for %s', (_, changed) => {
    expect(mergeCells(before, changed)).toBe(before);
  });
});

it('gives the cells of each wave in their order', () => {
  const waves = cellsByWave([
    aCell({ id: 'b', wave: 1, index: 2 }),
    aCell({ id: 'c', wave: 2, index: 1 }),
    aCell({ id: 'a', wave: 1, index: 1 }),
  ]);
  expect(
    [...waves].map(([wave, cells]) => [wave, cells.map(({ id }) => id)]),
  ).toEqual([
    [1, ['a', 'b']],
    [2, ['c']],
  ]);
});

it('tells a cell with what it waits for, what failed and its tracks', () => {
  expect(
    describeCell(
      aCell({
        name: 'dev-1',
        state: 'failed',
        waiting: { code: 'retry.backoff', message: 'Tried again at 12:10.' },
        error: { code: 'PodEvictionFailure', message: 'checkout/api' },
      }),
      t,
    ).split('\n'),
  ).toEqual([
    'dev-1: failed',
    'Tried again at 12:10.',
    'PodEvictionFailure: checkout/api',
    'control plane: 1.33 → 1.34, under way',
    'add-on coredns: v1.11.4 → v1.12.1, not begun',
    'node group workers: 1.33 → 1.34, not begun',
  ]);
});
