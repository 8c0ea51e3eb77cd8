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
import { versionRank } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type {
  ClusterOrigin,
  ClusterRecord,
  ObservationState,
  ObservedCluster,
} from './types';

export interface ClusterRow {
  entity_ref: string;
  origin: ClusterOrigin;
  provider: string;
  arn: string;
  partition: string;
  account_id: string;
  account_name: string;
  region: string;
  name: string;
  name_key: string;
  version: string;
  version_rank: number;
  platform_version: string;
  status: string;
  created_at: string;
  support_type: string;
  owner: string;
  system: string;
  environment: string;
  search_text: string;
  labels: string;
  links: string;
  location: string;
  conflicts_with: string;
  hash: string;
}

export interface ObservedClusterRow extends ClusterRow {
  observation_state: ObservationState;
  observed_at: string | null;
  error_code: string | null;
  error_message: string | null;
  error_since: string | null;
  unreadable_code: string | null;
  unreadable_reason: string | null;
}

export function toRow(cluster: ClusterRecord): ClusterRow {
  const row = {
    entity_ref: cluster.entityRef,
    origin: cluster.origin,
    provider: cluster.provider,
    arn: cluster.arn,
    partition: cluster.partition,
    account_id: cluster.accountId,
    account_name: cluster.accountName,
    region: cluster.region,
    name: cluster.name,
    name_key: cluster.name.toLowerCase(),
    version: cluster.version,
    version_rank: versionRank(cluster.version),
    platform_version: cluster.platformVersion,
    status: cluster.status,
    created_at: cluster.createdAt,
    support_type: cluster.supportType,
    owner: cluster.owner,
    system: cluster.system,
    environment: cluster.environment,
    search_text: [
      cluster.name,
      cluster.arn,
      cluster.owner,
      cluster.accountId,
      cluster.accountName,
    ]
      .join('\n')
      .toLowerCase(),
    labels: JSON.stringify(cluster.labels),
    links: JSON.stringify(cluster.links),
    location: cluster.location,
    conflicts_with: cluster.conflictsWith,
  };
  const hash = createHash('sha256').update(JSON.stringify(row)).digest('hex');
  return { ...row, hash };
}

export function fromRow(row: ClusterRow): ClusterRecord {
  return {
    entityRef: row.entity_ref,
    origin: row.origin,
    provider: row.provider,
    arn: row.arn,
    partition: row.partition,
    accountId: row.account_id,
    accountName: row.account_name,
    region: row.region,
    name: row.name,
    version: row.version,
    platformVersion: row.platform_version,
    status: row.status,
    createdAt: row.created_at,
    supportType: row.support_type,
    owner: row.owner,
    system: row.system,
    environment: row.environment,
    labels: JSON.parse(row.labels),
    links: JSON.parse(row.links),
    location: row.location,
    conflictsWith: row.conflicts_with,
  };
}

export function fromObservedRow(row: ObservedClusterRow): ObservedCluster {
  return {
    ...fromRow(row),
    observation: {
      state: row.observation_state,
      observedAt: row.observed_at ?? '',
      errorCode: row.error_code || row.unreadable_code || '',
      errorMessage: row.error_code
        ? row.error_message ?? ''
        : row.unreadable_reason ?? '',
      errorSince: row.error_since ?? '',
    },
  };
}
