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

import type { ObservationErrorCode } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type {
  AwsPartition,
  CollectedCluster,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { known, utc } from '../../database/text';
import type { Observation, ObservationSource } from '../types';

export interface ObservationRow {
  arn: string;
  kind: string;
  cluster_created_at: string;
  partition: string;
  account_id: string;
  region: string;
  name: string;
  version: string;
  entity_ref: string;
  source: ObservationSource | '';
  next_at: string;
  wanted_until: string;
  requested_at: string;
  hastened_at: string;
  lease_owner: string;
  lease_until: string;
  lease: number;
  failures: number;
  attempted_at: string;
  observed_at: string;
  fresh_until: string;
  document: string;
  document_hash: string;
  error_code: ObservationErrorCode | '';
  error_message: string;
  error_since: string;
}

/** Columns that say which cluster a row is of. */
export type ClusterColumns = Pick<
  ObservationRow,
  | 'arn'
  | 'cluster_created_at'
  | 'partition'
  | 'account_id'
  | 'region'
  | 'name'
  | 'version'
  | 'entity_ref'
>;

export function clusterColumns(
  cluster: Omit<CollectedCluster, 'entityRef'> & { entityRef?: string },
): ClusterColumns {
  return {
    arn: cluster.arn,
    cluster_created_at: utc(cluster.createdAt),
    partition: cluster.partition,
    account_id: cluster.accountId,
    region: cluster.region,
    name: cluster.name,
    version: cluster.version ?? '',
    entity_ref: cluster.entityRef ?? '',
  };
}

export function toCollectedCluster(row: ClusterColumns): CollectedCluster {
  return {
    arn: row.arn,
    entityRef: row.entity_ref,
    partition: row.partition as AwsPartition,
    accountId: row.account_id,
    region: row.region,
    name: row.name,
    createdAt: known(row.cluster_created_at),
    version: known(row.version),
  };
}

export function toDocument(row: Pick<ObservationRow, 'document'>): unknown {
  return row.document === '' ? undefined : JSON.parse(row.document);
}

export function toObservation(row: ObservationRow): Observation {
  return {
    source: row.source || 'collector',
    observedAt: known(row.observed_at),
    freshUntil: known(row.fresh_until),
    attemptedAt: known(row.attempted_at),
    document: toDocument(row),
    error: row.error_code
      ? {
          code: row.error_code,
          message: row.error_message,
          since: known(row.error_since),
        }
      : undefined,
  };
}

/** A row's columns as long as nothing was observed. */
export const NOTHING_OBSERVED = {
  source: '',
  lease_owner: '',
  lease_until: '',
  failures: 0,
  requested_at: '',
  hastened_at: '',
  attempted_at: '',
  observed_at: '',
  fresh_until: '',
  document: '',
  document_hash: '',
  error_code: '',
  error_message: '',
  error_since: '',
} as const;

export const NO_ERROR = {
  error_code: '',
  error_message: '',
  error_since: '',
} as const;
