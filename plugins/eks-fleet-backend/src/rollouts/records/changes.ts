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

import type { CellState } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { CellStage } from './cell';
import type { GateRecord } from './gate';
import type { NewLogEntry } from './log';
import type { RolloutRecord } from './rollout';
import type { WaveRecord } from './wave';

export interface RolloutSnapshot {
  rollout: RolloutRecord;
  /** In order. */
  waves: WaveRecord[];
  /** Of the waves that are not over. */
  gates: GateRecord[];
}

export interface RolloutChanges {
  rollout?: Partial<
    Pick<
      RolloutRecord,
      | 'lifecycle'
      | 'control'
      | 'waiting'
      | 'planHash'
      | 'startedBy'
      | 'startedAt'
      | 'endedAt'
      | 'unassigned'
      | 'sweptAt'
    >
  >;
  waves?: Array<{
    index: number;
    set: Partial<
      Pick<
        WaveRecord,
        'lifecycle' | 'state' | 'waiting' | 'startedAt' | 'endedAt'
      >
    >;
  }>;
  gates?: Array<{
    id: string;
    set: Partial<
      Pick<
        GateRecord,
        'state' | 'waiting' | 'evidence' | 'since' | 'checkedAt' | 'openedAt'
      >
    >;
  }>;
  cells?: CellMove[];
  /** Whether it counts as an edit or act: what was decided on the revision before is void. */
  revises?: boolean;
  log?: NewLogEntry[];
  /** When the next step is due; left out for no change of that. */
  nextAt?: string;
}

export interface CellMove {
  wave: number;
  from: CellState;
  stage?: CellStage;
  to: { state: CellState; stage?: CellStage };
}
