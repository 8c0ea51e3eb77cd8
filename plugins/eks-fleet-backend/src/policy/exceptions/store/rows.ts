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
import type { ExceptionRequestState } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { known, utc } from '../../../database/text';
import { canonicalJson } from '../../../rollouts/plan/canonicalJson';
import type { LeasedRow } from '../../../proposals/claimDue';
import {
  isOver,
  type ExceptionAsked,
  type ExceptionCluster,
  type ExceptionRecord,
} from '../types';

export interface RequestRow extends LeasedRow {
  state: string;
  requested_by: string;
  requested_at: string;
  asked: string;
  acts: string;
  progress: string;
}

export interface ClusterRow {
  request_id: string;
  arn: string;
  cluster_created_at: string;
  entity_ref: string;
  active_key: string | null;
  in_force_at: string;
  gone_at: string;
}

export interface EventRow {
  request_id: string;
  at: string;
  actor: string;
  message: string;
}

export function toRecord(
  row: RequestRow,
  clusters: ClusterRow[],
): ExceptionRecord {
  return {
    state: row.state as ExceptionRequestState,
    asked: JSON.parse(row.asked),
    acts: JSON.parse(row.acts),
    progress: JSON.parse(row.progress),
    clusters: clusters.map(fromClusterRow),
  };
}

export function toClusterRow(
  { asked, state }: Pick<ExceptionRecord, 'asked' | 'state'>,
  cluster: ExceptionCluster,
): ClusterRow {
  return {
    request_id: asked.id,
    arn: cluster.arn,
    cluster_created_at: utc(cluster.createdAt),
    entity_ref: cluster.entityRef,
    active_key: isOver(state) ? null : activeKey(asked, cluster.arn),
    in_force_at: utc(cluster.inForceAt),
    gone_at: utc(cluster.goneAt),
  };
}

function fromClusterRow(row: ClusterRow): ExceptionCluster {
  return {
    arn: row.arn,
    createdAt: row.cluster_created_at,
    entityRef: row.entity_ref,
    inForceAt: known(row.in_force_at),
    goneAt: known(row.gone_at),
  };
}

/** Two that are under way are never for the same. */
function activeKey({ policy, scope }: ExceptionAsked, arn: string): string {
  const { id, rule = '' } = policy;
  return createHash('sha256')
    .update(canonicalJson([id, rule, scope, arn]))
    .digest('hex');
}
