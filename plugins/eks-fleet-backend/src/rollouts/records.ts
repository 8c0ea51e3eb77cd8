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
  CellState,
  GateDecision,
  PlanProblem,
  PullRequestRef,
  ResolvedShare,
  RolloutChange,
  RolloutForecast,
  RolloutLifecycle,
  RolloutSelection,
  RolloutStrategy,
  SkippedCluster,
  StepError,
  TrackState,
  Waiting,
  WaveLifecycle,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type {
  RolloutCluster,
  TrackIntent,
  TrackWork,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { JsonObject } from '@backstage/types';
import type { PlannedTrack } from './types';

/** A rollout as it is kept. Times are ISO 8601, UTC. */
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

/** What a plan said besides its waves and cells. */
export interface PlanRecord {
  madeAt: string;
  problems: PlanProblem[];
  skipped: SkippedCluster[];
  /** What its clusters ran. */
  from: string[];
  rolloutFailureBudget?: ResolvedShare;
  forecast?: RolloutForecast;
}

/** Why a rollout stands, and what people have agreed to. */
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

/** Cells of a wave, by what they are at. */
export interface CellCounts {
  planned: number;
  queued: number;
  /** Taking a slot. */
  running: number;
  /** Half done, waiting for the bake. */
  parked: number;
  succeeded: number;
  failed: number;
  skipped: number;
  rollingBack: number;
  rolledBack: number;
}

export const NO_CELLS: CellCounts = {
  planned: 0,
  queued: 0,
  running: 0,
  parked: 0,
  succeeded: 0,
  failed: 0,
  skipped: 0,
  rollingBack: 0,
  rolledBack: 0,
};

export interface WaveRecord {
  index: number;
  name: string;
  lifecycle: WaveLifecycle;
  plan: WavePlan;
  counts: CellCounts;
  state: WaveState;
  waiting?: Waiting;
  startedAt?: string;
  endedAt?: string;
}

export interface WavePlan {
  /** Name of the rule that made it. */
  rule: string;
  production: boolean;
  concurrency: ResolvedShare;
  failureBudget: ResolvedShare;
  bakeSeconds: number;
  /** After the nodes, where they follow the bake; else left out. */
  nodesBakeSeconds?: number;
  minimumSamples: number;
  environments: string[];
  forecast?: {
    start: { p50: string; p90: string };
    end: { p50: string; p90: string };
  };
}

/** Cells move up to the bake, and their nodes after it. */
export type WaveStage = 'first' | 'nodes';

export interface WaveState {
  stage: WaveStage;
  bake?: BakeClock;
  /** Bakes that are over, by stage. */
  baked?: BakeClock[];
  alarms?: AlarmState;
  /** As many failures as there were when somebody let it go on. */
  acceptedFailures?: number;
  skipped?: { by: string; at: string; reason: string };
}

/** Healthy time since the last cell of a stage was done. */
export interface BakeClock {
  /** That it must be healthy. */
  seconds: number;
  healthySeconds: number;
  stoodStillSeconds: number;
  /** Good looks. */
  samples: number;
  minimumSamples: number;
  startedAt: string;
  lookedAt: string;
  /** Whether that look was good. */
  quiet: boolean;
  endedAt?: string;
}

export interface AlarmState {
  state: 'quiet' | 'hold' | 'pause' | 'unknown';
  message: string;
  since: string;
  until?: string;
  /** Of the alerts that it is about. */
  fingerprints?: string[];
}

export interface GateRecord {
  id: string;
  wave: number;
  /** In its wave, from 1. */
  place: number;
  phase: 'before' | 'after';
  type: string;
  title: string;
  /** `with` of the strategy. */
  asked: JsonObject;
  state: 'notStarted' | 'shut' | 'open' | 'unknown' | 'rejected' | 'expired';
  waiting?: Waiting;
  evidence?: JsonObject;
  /** When it was first looked at. */
  since?: string;
  checkedAt?: string;
  openedAt?: string;
  decisions: DecisionRecord[];
}

export interface DecisionRecord {
  by: string;
  decision: GateDecision['decision'];
  comment: string;
  at: string;
  planHash: string;
  head?: string;
  evidence?: JsonObject;
  voidedBecause?: string;
}

/**
 * What a cell is at: `first` up to the bake, `parked` until it is over,
 * `nodes` after it, `back` on the way back.
 */
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

export interface NewLogEntry {
  at: string;
  actor: string;
  code: string;
  message: string;
  level: 'info' | 'warning' | 'error';
  wave?: number;
  cellId?: string;
  arn?: string;
  reason?: string;
  url?: string;
}

/** Whom log entries name for what nobody did. */
export const ENGINE = 'eks-fleet';

/** A rollout with what decides its next step. */
export interface RolloutSnapshot {
  rollout: RolloutRecord;
  /** In order. */
  waves: WaveRecord[];
  /** Of the waves that are not over. */
  gates: GateRecord[];
}

/** What is to become of a rollout; applied at once or not at all. */
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

/** Moves all cells of a wave that are at something to something else. */
export interface CellMove {
  wave: number;
  from: CellState;
  stage?: CellStage;
  to: { state: CellState; stage?: CellStage };
}
