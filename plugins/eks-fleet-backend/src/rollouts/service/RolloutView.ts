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

import type { RolloutRights } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { Forecast } from '../forecast/types';
import type { CellCounts, GateRecord } from '../records';

/** What a reader may see of a rollout. */
export interface RolloutView {
  may: RolloutRights;
  /** By wave, of cells that the reader may see; left out where that is all. */
  counts?: Map<number, CellCounts>;
  /** Of the ARNs that it names, those that the reader may see; left out for all. */
  readable?: Set<string>;
  /** Cells that the reader may see, of those that something waits for. */
  readableCells?: Set<string>;
  /** Made since it was planned; left out where there is none of this plan. */
  forecast?: Forecast;
  movedOutside: number;
  strategyChanged: boolean;
  /** Of the reader, for `mayDecide`. */
  mayDecide: (gate: GateRecord) => boolean;
}
