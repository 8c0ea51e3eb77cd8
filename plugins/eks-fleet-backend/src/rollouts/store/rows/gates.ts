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

import { known } from '../../../database/text';
import type { DecisionRecord, GateRecord } from '../../records';
import { fromJson, toJson } from './json';

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
