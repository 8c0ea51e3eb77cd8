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

export type SourceColumnId =
  | 'name'
  | 'kind'
  | 'state'
  | 'reason'
  | 'place'
  | 'lastSuccess'
  | 'nextTry';

/** The columns of sources; the backend gives their order: the worst first. */
export const sourceColumns: GridColumn<SourceColumnId>[] = [
  { id: 'name', minWidth: 150, grow: 2, dropRank: 0 },
  { id: 'kind', minWidth: 122, grow: 0, dropRank: 2 },
  { id: 'state', minWidth: 128, grow: 0, dropRank: 1 },
  { id: 'reason', minWidth: 220, grow: 6, dropRank: 3 },
  { id: 'place', minWidth: 120, grow: 0, dropRank: 4 },
  { id: 'lastSuccess', minWidth: 96, grow: 0, dropRank: 5 },
  { id: 'nextTry', minWidth: 84, grow: 0, dropRank: 6 },
];
