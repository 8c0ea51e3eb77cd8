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

import { fittingColumns } from './gridColumns';
import { causeColumns, readinessColumns } from './readinessColumns';

const ids = (columns: { id: string }[]) => columns.map(({ id }) => id);

describe('the columns of readiness', () => {
  it('say in a narrow window still who is blocked by how much', () => {
    expect(ids(fittingColumns(readinessColumns, 430, 0))).toEqual([
      'name',
      'verdict',
      'version',
      'blockers',
    ]);
  });

  it('say in a narrow window still what hits how many, and whom', () => {
    expect(ids(fittingColumns(causeColumns, 430, 0))).toEqual([
      'cause',
      'clusters',
      'owners',
    ]);
  });

  it('are all there for causes at 1366 pixels', () => {
    expect(fittingColumns(causeColumns, 860, 0)).toEqual(causeColumns);
  });
});
