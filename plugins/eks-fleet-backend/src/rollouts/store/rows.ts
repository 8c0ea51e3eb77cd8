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
  RolloutLifecycle,
  WaveLifecycle,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { known } from '../../database/text';
import type {
  CellClusterRecord,
  CellRecord,
  CellStage,
  DecisionRecord,
  GateRecord,
  NewLogEntry,
  RolloutRecord,
  WaveRecord,
} from '../records';
import type { LogRecord } from './types';

interface LeaseColumns {
  next_at: string;
  lease_owner: string;
  lease_until: string;
  lease: number;
}

export interface RolloutRow extends LeaseColumns {
  id: string;
  name: string;
  title: string;
  revision: number;
  changes: number;
  lifecycle: RolloutLifecycle;
  sort_key: string;
  search_text: string;
  version: string;
  executor: string;
  draft: string;
  strategy: string;
  plan: string;
  plan_hash: string;
  control: string;
  waiting: string;
  unassigned: string;
  stragglers_of: string;
  created_by: string;
  created_at: string;
  updated_by: string;
  updated_at: string;
  started_by: string;
  started_at: string;
  ended_at: string;
  swept_at: string;
}

export interface WaveRow {
  rollout_id: string;
  wave: number;
  lifecycle: WaveLifecycle;
  plan: string;
  counts: string;
  state: string;
  waiting: string;
  started_at: string;
  ended_at: string;
}

export interface GateRow {
  id: string;
  rollout_id: string;
  wave: number;
  place: number;
  phase: GateRecord['phase'];
  type: string;
  title: string;
  asked: string;
  state: GateRecord['state'];
  waiting: string;
  evidence: string;
  since: string;
  checked_at: string;
  opened_at: string;
}

export interface DecisionRow {
  id: number;
  gate_id: string;
  rollout_id: string;
  decided_by: string;
  decision: DecisionRecord['decision'];
  comment: string;
  decided_at: string;
  plan_hash: string;
  head: string;
  evidence: string;
  voided_because: string;
}

export interface CellRow extends LeaseColumns {
  id: string;
  rollout_id: string;
  wave: number;
  place: number;
  name: string;
  state: CellState;
  stage: CellStage;
  attempt: number;
  changed: number;
  waiting: string;
  error: string;
  started_at: string;
  ended_at: string;
  looked_at: string;
}

export interface CellClusterRow {
  cell_id: string;
  arn: string;
  rollout_id: string;
  wave: number;
  account_id: string;
  region: string;
  queue: string;
  in_flight: number;
  held: number;
  touched: number;
  moved_outside: number;
  cluster: string;
  tracks: string;
  state: string;
}

export interface LogRow {
  id: number;
  rollout_id: string;
  at: string;
  actor: string;
  code: string;
  message: string;
  level: NewLogEntry['level'];
  wave: number;
  cell_id: string;
  arn: string;
  reason: string;
  url: string;
}

export interface EngineRow {
  id: number;
  installation_id: string;
  seen_at: string;
  sequence: number;
  settle_since: string;
  stopped: number;
  stopped_by: string;
  stopped_at: string;
  stopped_reason: string;
}

export function toJson(value: unknown): string {
  return value === undefined ? '' : JSON.stringify(value);
}

export function fromJson<T>(text: string): T | undefined {
  return text === '' ? undefined : JSON.parse(text);
}

const RANK: Record<RolloutLifecycle, number> = {
  running: 0,
  paused: 0,
  stopping: 0,
  planned: 1,
  draft: 2,
  done: 3,
  cancelled: 3,
};

/** What moves or waits comes first, then the newest. */
export function sortKey(
  lifecycle: RolloutLifecycle,
  createdAt: string,
  id: string,
): string {
  const age = 9_999_999_999_999 - Date.parse(createdAt);
  return `${RANK[lifecycle]}/${String(age).padStart(13, '0')}/${id}`;
}

export function toRolloutRow(
  rollout: RolloutRecord,
): Omit<RolloutRow, keyof LeaseColumns> {
  const { change, control, selection } = rollout;
  return {
    id: rollout.id,
    name: rollout.name,
    title: rollout.title,
    revision: rollout.revision,
    changes: rollout.changes,
    lifecycle: rollout.lifecycle,
    sort_key: sortKey(rollout.lifecycle, rollout.createdAt, rollout.id),
    search_text: `${rollout.title} ${rollout.name}`.toLowerCase(),
    version: change.version ?? change.releaseVersion ?? '',
    executor: rollout.executor,
    draft: toJson({ change, selection }),
    strategy: toJson(rollout.strategy),
    plan: toJson(rollout.plan),
    plan_hash: rollout.planHash,
    control: toJson(control),
    waiting: toJson(rollout.waiting),
    unassigned: toJson(rollout.unassigned),
    stragglers_of: rollout.stragglersOf ?? '',
    created_by: rollout.createdBy,
    created_at: rollout.createdAt,
    updated_by: rollout.updatedBy ?? '',
    updated_at: rollout.updatedAt ?? '',
    started_by: rollout.startedBy ?? '',
    started_at: rollout.startedAt ?? '',
    ended_at: rollout.endedAt ?? '',
    swept_at: rollout.sweptAt ?? '',
  };
}

export function fromRolloutRow(
  row: RolloutRow,
  owners: string[],
  environments: string[],
): RolloutRecord {
  const draft = fromJson<Pick<RolloutRecord, 'change' | 'selection'>>(
    row.draft,
  )!;
  return {
    id: row.id,
    name: row.name,
    title: row.title,
    revision: row.revision,
    changes: row.changes,
    lifecycle: row.lifecycle,
    change: draft.change,
    selection: draft.selection,
    strategy: JSON.parse(row.strategy),
    executor: row.executor,
    plan: fromJson(row.plan),
    planHash: row.plan_hash,
    control: fromJson(row.control) ?? {},
    waiting: fromJson(row.waiting),
    unassigned: fromJson(row.unassigned) ?? [],
    stragglersOf: known(row.stragglers_of),
    owners,
    environments,
    createdBy: row.created_by,
    createdAt: row.created_at,
    updatedBy: known(row.updated_by),
    updatedAt: known(row.updated_at),
    startedBy: known(row.started_by),
    startedAt: known(row.started_at),
    endedAt: known(row.ended_at),
    sweptAt: known(row.swept_at),
  };
}

export function toWaveRow(rolloutId: string, wave: WaveRecord): WaveRow {
  return {
    rollout_id: rolloutId,
    wave: wave.index,
    lifecycle: wave.lifecycle,
    plan: toJson({ name: wave.name, ...wave.plan }),
    counts: toJson(wave.counts),
    state: toJson(wave.state),
    waiting: toJson(wave.waiting),
    started_at: wave.startedAt ?? '',
    ended_at: wave.endedAt ?? '',
  };
}

export function fromWaveRow(row: WaveRow): WaveRecord {
  const { name, ...plan } = JSON.parse(row.plan);
  return {
    index: row.wave,
    name,
    lifecycle: row.lifecycle,
    plan,
    counts: JSON.parse(row.counts),
    state: JSON.parse(row.state),
    waiting: fromJson(row.waiting),
    startedAt: known(row.started_at),
    endedAt: known(row.ended_at),
  };
}

export function toGateRow(rolloutId: string, gate: GateRecord): GateRow {
  return {
    id: gate.id,
    rollout_id: rolloutId,
    wave: gate.wave,
    place: gate.place,
    phase: gate.phase,
    type: gate.type,
    title: gate.title,
    asked: toJson(gate.asked),
    state: gate.state,
    waiting: toJson(gate.waiting),
    evidence: toJson(gate.evidence),
    since: gate.since ?? '',
    checked_at: gate.checkedAt ?? '',
    opened_at: gate.openedAt ?? '',
  };
}

export function fromGateRow(
  row: GateRow,
  decisions: DecisionRecord[],
): GateRecord {
  return {
    id: row.id,
    wave: row.wave,
    place: row.place,
    phase: row.phase,
    type: row.type,
    title: row.title,
    asked: JSON.parse(row.asked),
    state: row.state,
    waiting: fromJson(row.waiting),
    evidence: fromJson(row.evidence),
    since: known(row.since),
    checkedAt: known(row.checked_at),
    openedAt: known(row.opened_at),
    decisions,
  };
}

export function toDecisionRow(
  rolloutId: string,
  gateId: string,
  decision: DecisionRecord,
): Omit<DecisionRow, 'id'> {
  return {
    gate_id: gateId,
    rollout_id: rolloutId,
    decided_by: decision.by,
    decision: decision.decision,
    comment: decision.comment,
    decided_at: decision.at,
    plan_hash: decision.planHash,
    head: decision.head ?? '',
    evidence: toJson(decision.evidence),
    voided_because: decision.voidedBecause ?? '',
  };
}

export function fromDecisionRow(row: DecisionRow): DecisionRecord {
  return {
    by: row.decided_by,
    decision: row.decision,
    comment: row.comment,
    at: row.decided_at,
    planHash: row.plan_hash,
    head: known(row.head),
    evidence: fromJson(row.evidence),
    voidedBecause: known(row.voided_because),
  };
}

/** All but what a claim and the due time are kept in. */
export function toCellRow(cell: CellRecord): Omit<CellRow, keyof LeaseColumns> {
  return {
    id: cell.id,
    rollout_id: cell.rolloutId,
    wave: cell.wave,
    place: cell.place,
    name: cell.name,
    state: cell.state,
    stage: cell.stage,
    attempt: cell.attempt,
    changed: cell.changed,
    waiting: toJson(cell.waiting),
    error: toJson(cell.error),
    started_at: cell.startedAt ?? '',
    ended_at: cell.endedAt ?? '',
    looked_at: cell.lookedAt ?? '',
  };
}

export function fromCellRow(
  row: CellRow,
  clusters: CellClusterRow[],
): CellRecord {
  return {
    id: row.id,
    rolloutId: row.rollout_id,
    wave: row.wave,
    place: row.place,
    name: row.name,
    state: row.state,
    stage: row.stage,
    attempt: row.attempt,
    changed: row.changed,
    waiting: fromJson(row.waiting),
    error: fromJson(row.error),
    startedAt: known(row.started_at),
    endedAt: known(row.ended_at),
    lookedAt: known(row.looked_at),
    clusters: clusters.map(fromCellClusterRow),
  };
}

export function toCellClusterRow(
  cell: CellRecord,
  record: CellClusterRecord,
): CellClusterRow {
  const { cluster, queue, touched, tracks, ...state } = record;
  // Whatever takes a slot or holds its cluster is under way.
  const underWay = cell.state === 'running' || cell.state === 'rollingBack';
  return {
    cell_id: cell.id,
    arn: cluster.arn,
    rollout_id: cell.rolloutId,
    wave: cell.wave,
    account_id: cluster.accountId,
    region: cluster.region,
    queue,
    in_flight: underWay && cell.stage !== 'parked' ? 1 : 0,
    held: underWay ? 1 : 0,
    touched: touched ? 1 : 0,
    moved_outside: state.movedOutside ? 1 : 0,
    cluster: toJson(cluster),
    tracks: toJson(tracks),
    state: toJson(state),
  };
}

export function fromCellClusterRow(row: CellClusterRow): CellClusterRecord {
  return {
    cluster: JSON.parse(row.cluster),
    queue: row.queue,
    tracks: JSON.parse(row.tracks),
    touched: row.touched === 1,
    ...fromJson<object>(row.state),
  };
}

export function toLogRow(
  rolloutId: string,
  entry: NewLogEntry,
): Omit<LogRow, 'id'> {
  return {
    rollout_id: rolloutId,
    at: entry.at,
    actor: entry.actor,
    code: entry.code,
    message: entry.message,
    level: entry.level,
    wave: entry.wave ?? 0,
    cell_id: entry.cellId ?? '',
    arn: entry.arn ?? '',
    reason: entry.reason ?? '',
    url: entry.url ?? '',
  };
}

export function fromLogRow(row: LogRow): LogRecord {
  return {
    id: row.id,
    at: row.at,
    actor: row.actor,
    code: row.code,
    message: row.message,
    level: row.level,
    wave: row.wave || undefined,
    cellId: known(row.cell_id),
    arn: known(row.arn),
    reason: known(row.reason),
    url: known(row.url),
  };
}
