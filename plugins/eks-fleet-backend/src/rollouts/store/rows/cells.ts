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
import { known } from '../../../database/text';
import type { CellClusterRecord, CellRecord, CellStage } from '../../records';
import { fromJson, toJson } from './json';
import type { LeaseColumns } from './leases';

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
