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

import type { RolloutLifecycle } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { known } from '../../../database/text';
import type { RolloutRecord } from '../../records';
import { fromJson, toJson } from './json';
import type { LeaseColumns } from './leases';

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

const RANK: Record<RolloutLifecycle, number> = {
  running: 0,
  paused: 0,
  stopping: 0,
  planned: 1,
  draft: 2,
  done: 3,
  cancelled: 3,
};

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
