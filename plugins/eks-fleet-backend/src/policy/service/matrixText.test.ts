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

import {
  spreadPolicyMatrix,
  type PolicyMatrix,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { matrixText } from './matrixText';

const NINE = '2026-11-29T09:00:00Z';
const TEN = '2026-11-29T10:00:00Z';

describe('a matrix as text', () => {
  const failing = { state: 'deployed', fail: 3, drift: undefined };
  const matrix = {
    by: 'cluster',
    columns: [
      { key: 'arn', title: '"quoted" \u2028', clusters: 1 },
      { key: 'other', title: 'other', clusters: 1 },
    ],
    rows: [
      {
        policy: { id: 'a', name: 'no-latest' },
        policies: [],
        cells: [{ ...failing, observedAt: NINE }, { state: 'unknown' }],
      },
      {
        policy: { id: 'b', name: '\\' },
        policies: [],
        cells: [
          { ...failing, observedAt: TEN },
          { ...failing, observedAt: NINE },
        ],
      },
    ],
  } as unknown as PolicyMatrix;

  it.each([
    ['of rows and cells', matrix],
    ['of nothing', { by: 'owner', columns: [], rows: [] } as PolicyMatrix],
  ])('%s says what it was made of', (_, given) => {
    const spread = spreadPolicyMatrix(JSON.parse(matrixText(given)));
    expect(spread).toEqual(JSON.parse(JSON.stringify(given)));
  });

  it('has a cell and a time once, wherever they are', () => {
    const { cells, rows, times } = JSON.parse(matrixText(matrix));
    expect(cells).toEqual([
      { state: 'deployed', fail: 3 },
      { state: 'unknown' },
    ]);
    expect(times).toEqual([NINE, TEN]);
    expect(rows).toMatchObject([
      { cells: [0, 1], observed: [0, -1] },
      { cells: [0, 0], observed: [1, 0] },
    ]);
  });
});
