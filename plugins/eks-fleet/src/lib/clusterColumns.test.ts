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
  clusterColumns,
  defaultColumns,
  chosenColumns,
} from './clusterColumns';
import { fittingColumns } from './gridColumns';

const ids = (columns: { id: string }[]) => columns.map(({ id }) => id);

describe('fittingColumns', () => {
  it('shows all default columns at 1366 pixels', () => {
    expect(ids(fittingColumns(chosenColumns(defaultColumns), 1036, 1))).toEqual(
      defaultColumns,
    );
  });

  it('loses what means least at 900 pixels, never name and version', () => {
    expect(ids(fittingColumns(chosenColumns(defaultColumns), 600, 1))).toEqual([
      'name',
      'status',
      'version',
      'account',
    ]);
    expect(ids(fittingColumns(chosenColumns(defaultColumns), 100, 1))).toEqual([
      'name',
      'version',
    ]);
  });

  it('drops nothing before the width is known', () => {
    expect(fittingColumns(clusterColumns, 0, 1)).toEqual(clusterColumns);
  });
});
