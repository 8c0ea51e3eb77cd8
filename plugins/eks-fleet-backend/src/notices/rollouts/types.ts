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

import type { CellCounts } from '../../rollouts/records';

/** Cells by wave, of each owner's clusters as the catalog has them now. */
export type OwnCounts = ReadonlyMap<string, ReadonlyMap<number, CellCounts>>;

/** What one person asked to be done to a cell, and another has to agree to. */
export interface SecondPersonWanted {
  /** Of the request. */
  id: string;
  act: 'force' | 'rollBack';
  /** Id of the cell, and its name. */
  cell: string;
  name: string;
  by: string;
  reason: string;
  /** Of the cell's clusters. */
  owners: string[];
}

/** What the scopes of all notices of a rollout begin with. */
export function scopeOf(rolloutId: string): string {
  return `eks-fleet/rollout/${rolloutId}/`;
}
