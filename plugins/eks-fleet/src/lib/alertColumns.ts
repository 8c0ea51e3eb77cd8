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

import type { GridColumn } from './gridColumns';

export type AlertColumnId =
  | 'name'
  | 'severity'
  | 'state'
  | 'clusters'
  | 'owner'
  | 'runbook'
  | 'source'
  | 'since';

/** The columns of the Alerts page, in its order. */
export const alertColumns: GridColumn<AlertColumnId>[] = [
  { id: 'severity', minWidth: 110, grow: 0, dropRank: 0 },
  { id: 'name', minWidth: 220, grow: 3, dropRank: 0 },
  { id: 'state', minWidth: 110, grow: 0, dropRank: 1 },
  { id: 'clusters', minWidth: 170, grow: 2, dropRank: 2 },
  { id: 'owner', minWidth: 120, grow: 1, dropRank: 4 },
  { id: 'since', minWidth: 110, grow: 0, dropRank: 3 },
  { id: 'source', minWidth: 110, grow: 0, dropRank: 6 },
  { id: 'runbook', minWidth: 90, grow: 0, dropRank: 5 },
];
