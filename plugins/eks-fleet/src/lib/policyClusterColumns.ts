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

export type PolicyClusterColumnId =
  | 'cluster'
  | 'environment'
  | 'mode'
  | 'results'
  | 'safe'
  | 'version'
  | 'owner'
  | 'seen';

/** The columns of a policy's clusters, in their order. */
export const policyClusterColumns: GridColumn<PolicyClusterColumnId>[] = [
  { id: 'cluster', minWidth: 150, grow: 2, dropRank: 0 },
  { id: 'environment', minWidth: 110, grow: 0, dropRank: 5 },
  { id: 'mode', minWidth: 130, grow: 1, dropRank: 0 },
  { id: 'results', minWidth: 100, grow: 0, dropRank: 1 },
  { id: 'safe', minWidth: 240, grow: 3, dropRank: 0 },
  { id: 'version', minWidth: 150, grow: 1, dropRank: 4 },
  { id: 'owner', minWidth: 110, grow: 1, dropRank: 3 },
  { id: 'seen', minWidth: 120, grow: 0, dropRank: 2 },
];
