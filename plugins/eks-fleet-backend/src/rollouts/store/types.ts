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
  FleetStop,
  RolloutLifecycle,
  Waiting,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { RolloutCluster } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import type { ClusterScope } from '../../inventory/types';
import type { EksFleetRolloutCondition } from '../../permissions/rolloutResource';
import type {
  CellClusterRecord,
  CellCounts,
  CellRecord,
  DecisionRecord,
  GateRecord,
  NewLogEntry,
  RolloutChanges,
  RolloutRecord,
  RolloutSnapshot,
  WaveRecord,
} from '../records';
import type { DurationSample } from '../forecast/types';

/** Which rollouts somebody may see or act on. */
export type RolloutScope =
  | 'all'
  | 'none'
  | PermissionCriteria<EksFleetRolloutCondition>;

/** A claim on a row: what is done under it counts only while the number is its own. */
export interface Lease {
  id: string;
  owner: string;
  number: number;
}

export interface ClaimRequest {
  owner: string;
  now: Date;
  leaseSeconds: number;
  limit: number;
}

export interface RolloutClaim extends RolloutSnapshot {
  lease: Lease;
}

export interface CellClaim {
  lease: Lease;
  cell: CellRecord;
  rollout: RolloutRecord;
  wave: WaveRecord;
  /** Who approved the wave. */
  approvedBy: string[];
}

/** What holds for all rollouts. */
export interface EngineState {
  installationId: string;
  sequence: number;
  /** Cells that were not observed since then keep their rollout still. */
  settleSince?: string;
  stop: FleetStop;
}

/** What became of one cell in a step. */
export interface CellOutcome {
  lease: Lease;
  rolloutId: string;
  /** Left out where nothing is other than before. */
  cell?: CellRecord;
  lookedAt?: string;
  log?: NewLogEntry[];
  durations?: DurationSample[];
  /**
   * When it is due again; empty where nothing is to be done. Left out while
   * the lease is kept.
   */
  nextAt?: string;
}

export interface GrantRequest {
  wave: number;
  caps: { perAccountAndRegion: number; perQueue: number };
  now: Date;
}

export interface GrantResult {
  granted: number;
  /** What the first cell waits for that got no slot, where it is not its wave's. */
  waiting?: Waiting;
}

/** Waves, gates and cells of a plan, to be kept with its rollout. */
export interface PlanRows {
  waves: WaveRecord[];
  gates: GateRecord[];
  cells: CellRecord[];
}

/** What the engine needs to be kept. */
export interface EngineStore {
  /**
   * Says that the engine is there. A long silence, or a `sequence` lower than
   * one that was seen, makes every running cell be observed before its
   * rollout moves.
   */
  beat(now: Date, sequenceSeen: number): Promise<EngineState>;
  claimRollouts(request: ClaimRequest): Promise<RolloutClaim[]>;
  /**
   * Applies changes and ends the claim.
   *
   * @returns `false` where the claim, or the revision it was made on, is
   *   no longer the rollout's; nothing is changed then
   */
  recordRollout(
    claim: Pick<RolloutClaim, 'lease' | 'rollout'>,
    changes: RolloutChanges & { nextAt: string },
    now: Date,
  ): Promise<boolean>;
  /**
   * Gives queued cells of a running wave the slots that are free, of the wave,
   * of accounts and Regions, and of queues; never past a failure budget, never
   * a cluster that another rollout is changing, and nothing while all is
   * stopped.
   */
  grantCells(
    claim: Pick<RolloutClaim, 'lease' | 'rollout'>,
    request: GrantRequest,
  ): Promise<GrantResult>;
  claimCells(request: ClaimRequest): Promise<CellClaim[]>;
  /** All cells that started at the same moment as one of these, in the same wave; in the order of the plan. */
  startedWith(cells: CellRecord[]): Promise<CellRecord[]>;
  /** @returns ids of the cells whose claim still held; of others nothing is kept */
  recordCells(outcomes: CellOutcome[], now: Date): Promise<Set<string>>;
  /**
   * Makes what is under way on these clusters due at once.
   *
   * @returns whether there is any
   */
  wake(arns: string[], now: Date): Promise<boolean>;
  /** What the first of the wave's cells that are under way waits for. */
  cellWaiting(rolloutId: string, wave: number): Promise<Waiting | undefined>;
  /** Whether cells of it must be observed before it may move. */
  isSettling(rolloutId: string, since: string): Promise<boolean>;
  clustersOf(
    rolloutId: string,
    which: { wave?: number; touched?: boolean },
  ): Promise<RolloutCluster[]>;
  /** Clusters of cells that nobody has begun with. */
  waitingClusters(
    rolloutId: string,
  ): Promise<Array<{ cellId: string; cluster: CellClusterRecord }>>;
  /** Marks clusters of cells that nobody has begun with as moved by somebody else. */
  markMoved(
    rolloutId: string,
    moved: Array<{
      cellId: string;
      arn: string;
      movedOutside: CellClusterRecord['movedOutside'];
    }>,
  ): Promise<void>;
}

export interface RolloutSelectionQuery {
  scope: RolloutScope;
  filter: Map<RolloutFilterKey, string[]>;
  text?: string;
}

export const ROLLOUT_FILTER_KEYS = [
  'lifecycle',
  'version',
  'environment',
  'owner',
  'cluster',
  'waitsFor',
] as const;

export type RolloutFilterKey = (typeof ROLLOUT_FILTER_KEYS)[number];

export interface RolloutPage {
  rollouts: RolloutSnapshot[];
  total: number;
  counts: Partial<Record<RolloutLifecycle, number>>;
  next?: string;
}

export interface CellSelection {
  wave?: number;
  states?: CellState[];
  changedAfter?: number;
  clusters: ClusterScope;
}

export interface CellPage {
  cells: CellRecord[];
  total: number;
  next?: string;
}

export interface LogRecord extends NewLogEntry {
  id: number;
}

/** What pages and people's acts need besides. */
export interface RolloutStore extends EngineStore {
  /** @throws ConflictError where the name is taken */
  create(rollout: RolloutRecord, log: NewLogEntry[]): Promise<void>;
  /**
   * Keeps what `edit` makes of a draft, or of a plan that has not started.
   * What was planned before goes.
   */
  edit(
    id: string,
    edit: (before: RolloutRecord) => {
      rollout: RolloutRecord;
      plan?: PlanRows;
      log: NewLogEntry[];
    },
  ): Promise<void>;
  /** Applies what `act` decides from what is recorded, at once. */
  act(
    id: string,
    act: (before: RolloutSnapshot) => RolloutChanges,
  ): Promise<void>;
  /** Adds cells to a wave; `act` decides from what is recorded. */
  addCells(
    id: string,
    cells: CellRecord[],
    act: (before: RolloutSnapshot) => RolloutChanges,
  ): Promise<void>;
  /** Changes one cell; nobody else works on it meanwhile. */
  actOnCell(
    id: string,
    cellId: string,
    act: (
      cell: CellRecord,
      before: RolloutSnapshot,
    ) => { cell: CellRecord; nextAt: string; changes: RolloutChanges },
  ): Promise<void>;
  decide(
    id: string,
    gateId: string,
    decide: (
      gate: GateRecord,
      before: RolloutSnapshot,
    ) => { decision: DecisionRecord; log: NewLogEntry[] },
  ): Promise<void>;
  get(scope: RolloutScope, id: string): Promise<RolloutSnapshot | undefined>;
  stragglersOf(id: string): Promise<string | undefined>;
  list(
    selection: RolloutSelectionQuery,
    page: { limit: number; after?: string },
  ): Promise<RolloutPage>;
  /** By wave, of cells with a cluster in the scope. */
  countCells(
    ids: string[],
    clusters: ClusterScope,
  ): Promise<Map<string, Map<number, CellCounts>>>;
  /** How many clusters somebody else moved. */
  countMoved(
    ids: string[],
    clusters: ClusterScope,
  ): Promise<Map<string, number>>;
  /** ARNs among these that are in the scope. */
  readable(arns: string[], clusters: ClusterScope): Promise<Set<string>>;
  cells(
    id: string,
    selection: CellSelection,
    page: { limit: number; after?: string },
  ): Promise<CellPage>;
  cell(
    id: string,
    cellId: string,
    clusters: ClusterScope,
  ): Promise<CellRecord | undefined>;
  /** Cells of the cluster, the newest rollout first. */
  cellsOfCluster(
    scope: RolloutScope,
    arn: string,
  ): Promise<Array<{ snapshot: RolloutSnapshot; cell: CellRecord }>>;
  log(
    id: string,
    selection: { cellId?: string; clusters: ClusterScope },
    page: { limit: number; before?: number },
  ): Promise<{ entries: LogRecord[]; next?: number }>;
  /** The newest, of one executor. */
  durations(executor: string): Promise<DurationSample[]>;
  fleetStop(): Promise<FleetStop>;
  setFleetStop(stop: FleetStop): Promise<void>;
  /** For permission rules, without regard to rights. */
  byIds(ids: string[]): Promise<Map<string, RolloutRecord>>;
}
