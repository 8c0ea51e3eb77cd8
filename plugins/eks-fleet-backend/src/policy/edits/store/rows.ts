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

import { createHash } from 'node:crypto';
import type { PolicyEditState } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { known, utc } from '../../../database/text';
import type { LeasedRow } from '../../../proposals/claimDue';
import type { ClusterEffect, EditCluster, EditRecord } from '../types';

export const EDITS = 'policy_edits';
export const FILES = 'policy_edit_files';
export const CLUSTERS = 'policy_edit_clusters';
export const EVENTS = 'policy_edit_events';

export interface EditRow extends LeasedRow {
  state: string;
  policy: string;
  requested_by: string;
  requested_at: string;
  asked: string;
  acts: string;
  progress: string;
}

export interface FileRow {
  edit_id: string;
  path: string;
  active_key: string | null;
}

export interface ClusterRow {
  edit_id: string;
  arn: string;
  cluster_created_at: string;
  entity_ref: string;
  effect: string;
  detail: string;
  in_force_at: string;
  superseded_at: string;
  gone_at: string;
}

export interface EventRow {
  edit_id: string;
  at: string;
  actor: string;
  message: string;
}

export function toRecord(row: EditRow, clusters: ClusterRow[]): EditRecord {
  return {
    state: row.state as PolicyEditState,
    asked: JSON.parse(row.asked),
    acts: JSON.parse(row.acts),
    progress: JSON.parse(row.progress),
    clusters: clusters.map(fromClusterRow),
  };
}

export function toFileRows({ asked, state }: EditRecord): FileRow[] {
  return asked.files.map(({ path }) => ({
    edit_id: asked.id,
    path,
    active_key:
      state === 'proposed'
        ? activeKey(asked.repository, path, asked.policy)
        : null,
  }));
}

export function toClusterRow(id: string, cluster: EditCluster): ClusterRow {
  const { after, before, effect, engine, overriddenBy, problem } = cluster;
  return {
    edit_id: id,
    arn: cluster.arn,
    cluster_created_at: utc(cluster.createdAt),
    entity_ref: cluster.entityRef,
    effect,
    detail: JSON.stringify({ engine, before, after, overriddenBy, problem }),
    in_force_at: utc(cluster.inForceAt),
    superseded_at: utc(cluster.supersededAt),
    gone_at: utc(cluster.goneAt),
  };
}

function fromClusterRow(row: ClusterRow): EditCluster {
  return {
    arn: row.arn,
    createdAt: row.cluster_created_at,
    entityRef: row.entity_ref,
    effect: row.effect as ClusterEffect['effect'],
    ...(JSON.parse(row.detail) as Omit<ClusterEffect, 'effect'>),
    inForceAt: known(row.in_force_at),
    supersededAt: known(row.superseded_at),
    goneAt: known(row.gone_at),
  };
}

/** Two that are open are never of the same policy in one file. */
function activeKey(repository: string, path: string, policy: string): string {
  return createHash('sha256')
    .update(JSON.stringify([repository, path, policy]))
    .digest('hex');
}
