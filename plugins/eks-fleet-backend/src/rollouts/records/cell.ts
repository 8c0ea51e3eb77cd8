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

import type { JsonObject } from '@backstage/types';
import type {
  CellState,
  PullRequestRef,
  StepError,
  TrackState,
  Waiting,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type {
  RolloutCluster,
  TrackIntent,
  TrackWork,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { PlannedTrack } from '../types';

export type CellStage = 'first' | 'parked' | 'nodes' | 'back';

export interface CellRecord {
  id: string;
  rolloutId: string;
  wave: number;
  place: number;
  name: string;
  state: CellState;
  stage: CellStage;
  attempt: number;
  /** As `changes` of the rollout was. */
  changed: number;
  waiting?: Waiting;
  error?: StepError;
  startedAt?: string;
  endedAt?: string;
  lookedAt?: string;
  clusters: CellClusterRecord[];
}

export interface CellClusterRecord {
  /** As it was planned. */
  cluster: RolloutCluster;
  /** Where its changes queue, such as a repository; or empty. */
  queue: string;
  tracks: TrackRecord[];
  /** Whether this rollout has begun to change it. */
  touched: boolean;
  movedOutside?: { at: string; by?: string; message: string };
  vanished?: boolean;
  /** Who let it go past what blocks it, after somebody else had asked. */
  forced?: { askedBy: string; agreedBy: string; reason: string; at: string };
  /** On a guided way back, which steps people said are done. */
  guided?: NonNullable<TrackWork['confirmed']>;
  forceAsked?: { id: string; by: string; reason: string; at: string };
  /** Who asked for it to be taken back, until somebody else agrees. */
  backAsked?: {
    id: string;
    by: string;
    reason: string;
    at: string;
    /** Past what insights say against it. */
    force?: boolean;
  };
}

export interface TrackRecord extends PlannedTrack {
  /** Of a node group, as it was planned: how many it has, and in how many batches they roll. */
  nodes?: number;
  batches?: number;
  state: TrackState;
  /** How many hops are done. */
  done: number;
  /** When the last of them was done. */
  movedAt?: string;
  /** On the way back: one step, and whether it is done. */
  back?: { from: string; to: string; done: boolean };
  now?: string;
  attempt: number;
  startedAt?: string;
  /** Of the hop and attempt under way. */
  hopStartedAt?: string;
  endedAt?: string;
  retryAt?: string;
  updateId?: string;
  pullRequest?: PullRequestRef;
  waiting?: Waiting;
  error?: StepError;
  /** What the executor remembers of the hop under way. */
  memory: JsonObject;
  /** A call that was about to be made, and whose answer is not recorded. */
  intent?: TrackIntent;
}
