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

import type {
  PlanProblem,
  ResolvedShare,
  RolloutChange,
  RolloutForecast,
  RolloutLifecycle,
  RolloutSelection,
  RolloutStrategy,
  SkippedCluster,
  Waiting,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';

export interface RolloutRecord {
  id: string;
  /** Readable, for branches and titles. */
  name: string;
  title: string;
  /** Grows with each edit and each act. */
  revision: number;
  /** Grows with each change of a cell. */
  changes: number;
  lifecycle: RolloutLifecycle;
  change: RolloutChange;
  selection: RolloutSelection;
  strategy: RolloutStrategy;
  executor: string;
  plan?: PlanRecord;
  /** Empty without a plan. */
  planHash: string;
  control: RolloutControl;
  waiting?: Waiting;
  /** ARNs that fit the selection by now and are in no wave. */
  unassigned: string[];
  stragglersOf?: string;
  owners: string[];
  environments: string[];
  createdBy: string;
  createdAt: string;
  updatedBy?: string;
  updatedAt?: string;
  startedBy?: string;
  startedAt?: string;
  endedAt?: string;
  sweptAt?: string;
}

export interface PlanRecord {
  madeAt: string;
  problems: PlanProblem[];
  skipped: SkippedCluster[];
  /** What its clusters ran. */
  from: string[];
  rolloutFailureBudget?: ResolvedShare;
  forecast?: RolloutForecast;
}

export interface RolloutControl {
  paused?: {
    code: 'paused' | 'alarm.pause' | 'failures' | 'cluster.movedOutside';
    message: string;
    by: string;
    at: string;
  };
  /** What becomes of it once nothing is under way. */
  stopThen?: 'paused' | 'cancelled';
  /** Fingerprints of alarms in spite of which somebody let it go on. */
  acknowledged?: string[];
  /** As many failures as there were when somebody let it go on. */
  acceptedFailures?: number;
}
