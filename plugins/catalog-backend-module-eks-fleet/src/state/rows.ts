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
  NamedProblem,
  ObservationErrorCode,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type {
  AwsPartition,
  AwsTarget,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { AccountRecord, ClusterRecord, TargetRecord } from './types';

export const TARGETS = 'eks_fleet_targets';
export const CLUSTERS = 'eks_fleet_clusters';
export const ACCOUNTS = 'eks_fleet_accounts';

export interface TargetRow {
  partition: string;
  account_id: string;
  region: string;
  provider: string;
  account_name: string | null;
  last_attempt_at: string | null;
  last_success_at: string | null;
  next_attempt_at: string | null;
  failing_since: string | null;
  error_code: string | null;
  error_message: string | null;
  cluster_count: number;
  problems: string | null;
  unmanaged_since: string | null;
  lease_owner: string | null;
  lease_until: number | null;
}

export interface ClusterRow {
  arn: string;
  provider: string;
  partition: string;
  account_id: string;
  region: string;
  cluster_name: string;
  entity_ref: string;
  created_at: string | null;
  first_seen_at: string;
  last_seen_at: string;
  missed_scans: number;
  missing_since: string | null;
  removal_accepted_at: string | null;
}

export interface AccountRow {
  account_id: string;
  provider: string;
  partition: string;
  name: string | null;
  in_scope: boolean | number;
}

export function targetKey(target: AwsTarget) {
  return {
    partition: target.partition as string,
    account_id: target.accountId,
    region: target.region,
  };
}

export function rowToTarget(row: TargetRow): TargetRecord {
  const problems: { unreadable: NamedProblem[]; rejects: NamedProblem[] } =
    row.problems ? JSON.parse(row.problems) : { unreadable: [], rejects: [] };
  return {
    partition: row.partition as AwsPartition,
    accountId: row.account_id,
    region: row.region,
    provider: row.provider,
    accountName: row.account_name ?? undefined,
    lastAttemptAt: row.last_attempt_at ?? undefined,
    lastSuccessAt: row.last_success_at ?? undefined,
    nextAttemptAt: row.next_attempt_at ?? undefined,
    failingSince: row.failing_since ?? undefined,
    error: row.error_code
      ? {
          code: row.error_code as ObservationErrorCode,
          message: row.error_message ?? '',
          since: row.failing_since ?? undefined,
        }
      : undefined,
    clusterCount: row.cluster_count,
    unmanagedSince: row.unmanaged_since ?? undefined,
    ...problems,
  };
}

export function rowToCluster(row: ClusterRow): ClusterRecord {
  return {
    partition: row.partition as AwsPartition,
    accountId: row.account_id,
    region: row.region,
    arn: row.arn,
    provider: row.provider,
    clusterName: row.cluster_name,
    entityRef: row.entity_ref,
    createdAt: row.created_at ?? undefined,
    firstSeenAt: row.first_seen_at,
    lastSeenAt: row.last_seen_at,
    missedScans: row.missed_scans,
    missingSince: row.missing_since ?? undefined,
    removalAcceptedAt: row.removal_accepted_at ?? undefined,
  };
}

export function rowToAccount(row: AccountRow): AccountRecord {
  return {
    accountId: row.account_id,
    provider: row.provider,
    partition: row.partition,
    name: row.name ?? undefined,
    inScope: Boolean(row.in_scope),
  };
}
