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

import { aCell, aColumn, aMatrix, aPolicy } from '../__testUtils__/policies';
import { showMatrix } from './policyMatrix';

const names = (shown: ReturnType<typeof showMatrix>) => ({
  columns: shown.columns.map(({ title }) => title),
  rows: shown.rows.map(({ policy }) => policy.name),
});

describe('showMatrix', () => {
  it('keeps what came as it is where nothing is left out', () => {
    const matrix = aMatrix();
    const shown = showMatrix(matrix, {});
    expect(shown.columns).toBe(matrix.columns);
    expect(shown.rows[0].cells).toBe(matrix.rows[0].cells);
  });

  it('brings together what shares a group, cells with their columns', () => {
    const cell = (fail: number) => aCell({ fail });
    const shown = showMatrix(
      aMatrix({
        columns: [
          aColumn('p1', { group: 'prod' }),
          aColumn('d1', { group: 'dev' }),
          aColumn('p2', { group: 'prod' }),
        ],
        rows: [
          {
            policy: aPolicy({ name: 'a', category: 'X' }),
            policies: [],
            cells: [cell(1), cell(2), cell(3)],
          },
          {
            policy: aPolicy({ name: 'b', category: 'Y' }),
            policies: [],
            cells: [],
          },
          {
            policy: aPolicy({ name: 'c', category: 'X' }),
            policies: [],
            cells: [],
          },
        ],
      }),
      {},
    );
    expect(names(shown)).toEqual({
      columns: ['p1', 'p2', 'd1'],
      rows: ['a', 'c', 'b'],
    });
    expect(shown.rows[0].cells.map(({ fail }) => fail)).toEqual([1, 3, 2]);
  });

  it.each([
    [{ only: 'failing' }, ['require-requests'], 4],
    [{ only: 'safe' }, ['no-latest'], 4],
    [{ only: 'drift' }, [], 4],
    [{ only: 'notReady' }, [], 4],
    [{ clusters: 'noEngine' }, ['require-requests', 'no-latest'], 1],
    [{ clusters: 'unknown' }, ['require-requests', 'no-latest'], 1],
    [{ clusters: 'stale' }, ['require-requests', 'no-latest'], 0],
    [{ only: 'failing', clusters: 'unknown' }, [], 1],
  ] as const)('of %j', (view, rows, columns) => {
    const shown = showMatrix(aMatrix(), view);
    expect(names(shown).rows).toEqual(rows);
    expect(shown.columns).toHaveLength(columns);
  });

  it('takes a cluster that was never read for none without an engine', () => {
    const shown = showMatrix(
      aMatrix({ columns: [aColumn('dark', { engines: [], unknown: true })] }),
      { clusters: 'noEngine' },
    );
    expect(shown.columns).toEqual([]);
  });
});
