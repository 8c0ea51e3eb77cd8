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

import type { CellRecord, RolloutChanges } from '../../records';

export interface CellActContext {
  by: string;
  now: Date;
  /** ARNs whose way back is guided, for who is to go back. */
  guided?: ReadonlySet<string>;
}

/** What a person's act makes of a cell, and when its next step is due. */
export interface CellActResult {
  cell: CellRecord;
  nextAt: string;
  changes: RolloutChanges;
}
