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

import type { Waiting } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type {
  TrackDecision,
  TrackIntent,
  TrackNotes,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { DurationSample } from '../forecast/types';
import type { CellRecord, NewLogEntry } from '../records';

export type Permit =
  | { may: true }
  | {
      may: false;
      /** Whether calls that change nothing and keep others from it are made all the same. */
      mayProtect: boolean;
      waiting: Omit<Waiting, 'since'>;
    };

export type Decision = TrackDecision & { notes?: TrackNotes };

/** What bounds a step of a cell. */
export interface CellStepOptions {
  permit: Permit;
  /** How often a failed hop is tried again. */
  retries: number;
  /** Whether the gates of its wave are open. */
  gatesOpen: boolean;
  now: Date;
}

export interface CellStep {
  cell: CellRecord;
  /** ARNs, each with what is about to be done. */
  acts: Array<{ arn: string; intent: TrackIntent }>;
  log: NewLogEntry[];
  durations: DurationSample[];
  /** Whether another step may be taken at once. */
  again: boolean;
  /** Somebody else moved a cluster whose turn it was not: a person looks first. */
  movedEarly?: string;
}

/** A step of one cluster within that of its cell. */
export interface ClusterStepContext extends CellStepOptions {
  before: CellRecord;
  decisions: ReadonlyMap<string, Decision>;
  /** Another cluster of the cell failed: nothing new is begun. */
  failing: boolean;
  step: CellStep;
}
