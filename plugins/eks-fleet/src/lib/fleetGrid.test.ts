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

import type { GridCell } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { aSummary } from '../__testUtils__/fleet';
import { arrangeGrid, cellTone } from './fleetGrid';

const [prod] = aSummary().grid;

describe('arrangeGrid', () => {
  it('puts accounts by name into rows and the fullest Region first', () => {
    const grid = arrangeGrid(aSummary().grid);
    expect(grid.regions).toEqual(['eu-west-1', 'us-east-1']);
    expect(
      grid.rows.map(({ accountName, cells }) => [
        accountName,
        cells.map(cell => cell?.clusters),
      ]),
    ).toEqual([
      ['data-prod', [0, undefined]],
      ['prod-a', [40, 0]],
    ]);
  });
});

describe('cellTone', () => {
  it.each<[string, Partial<GridCell>]>([
    ['success', { extended: 0 }],
    ['warning', { extended: 1 }],
    ['warning', { extended: 0, targetState: 'throttled' }],
    ['danger', { unsupported: 1 }],
    ['danger', { failed: 1, targetState: 'throttled' }],
    ['neutral', { clusters: 0, extended: 0 }],
  ])('is %s for %j', (tone, part) => {
    expect(cellTone({ ...prod, ...part })).toBe(tone);
  });
});
