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

export type ExceptionRequestColumnId =
  | 'state'
  | 'policy'
  | 'scope'
  | 'clusters'
  | 'requestedBy'
  | 'until'
  | 'pullRequest';

/** The columns of requests for exceptions, in their order. */
export const exceptionRequestColumns: GridColumn<ExceptionRequestColumnId>[] = [
  { id: 'state', minWidth: 190, grow: 0, dropRank: 0 },
  { id: 'policy', minWidth: 180, grow: 2, dropRank: 0 },
  { id: 'scope', minWidth: 180, grow: 2, dropRank: 1 },
  { id: 'clusters', minWidth: 150, grow: 1, dropRank: 2 },
  { id: 'requestedBy', minWidth: 130, grow: 1, dropRank: 4 },
  { id: 'until', minWidth: 120, grow: 0, dropRank: 3 },
  { id: 'pullRequest', minWidth: 130, grow: 0, dropRank: 5 },
];
