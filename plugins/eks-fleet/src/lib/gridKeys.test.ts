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

import { nextCell, nextRow } from './gridKeys';

describe('nextCell', () => {
  const size = { rows: 3, columns: 4 };
  it.each([
    ['ArrowDown', { row: 2, column: 1 }],
    ['ArrowUp', { row: 0, column: 1 }],
    ['ArrowLeft', { row: 1, column: 0 }],
    ['ArrowRight', { row: 1, column: 2 }],
    ['Home', { row: 1, column: 0 }],
    ['End', { row: 1, column: 3 }],
    ['x', undefined],
  ])('goes with %s', (key, place) => {
    expect(nextCell(key, { row: 1, column: 1 }, size)).toEqual(place);
  });

  it('stays at the edges', () => {
    expect(nextCell('ArrowUp', { row: 0, column: 0 }, size)).toEqual({
      row: 0,
      column: 0,
    });
    expect(nextCell('ArrowRight', { row: 2, column: 3 }, size)).toEqual({
      row: 2,
      column: 3,
    });
  });
});

describe('nextRow', () => {
  it.each([
    ['ArrowDown', 51],
    ['ArrowUp', 49],
    ['PageDown', 70],
    ['PageUp', 30],
    ['Home', 0],
    ['End', 99],
    ['Enter', undefined],
  ])('goes with %s', (key, row) => {
    expect(nextRow(key, 50, { rows: 100, page: 20 })).toBe(row);
  });

  it('stays at the ends', () => {
    expect(nextRow('PageDown', 95, { rows: 100, page: 20 })).toBe(99);
    expect(nextRow('ArrowUp', 0, { rows: 100, page: 20 })).toBe(0);
  });
});
