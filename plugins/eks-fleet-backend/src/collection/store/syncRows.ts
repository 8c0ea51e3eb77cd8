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

import type { CollectedCluster } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { Knex } from 'knex';
import { chunks } from '../../database/chunks';
import { planSync, type PresentRow } from './planSync';
import {
  NOTHING_OBSERVED,
  type ClusterColumns,
  type ObservationRow,
} from './rows';
import type { ObservationKey, SyncResult } from './types';

// SQLite takes at most 32,766 bindings in a statement.
const ROWS_PER_STATEMENT = 500;

/** Makes the rows follow the fleet, by {@link planSync}. */
export async function syncRows(
  knex: Knex,
  clusters: CollectedCluster[],
  kinds: string[],
  kindsOf: (cluster: CollectedCluster) => string[],
  now: Date,
): Promise<SyncResult> {
  const at = now.toISOString();
  return knex.transaction(async transaction => {
    const present: PresentRow[] = await transaction<ObservationRow>(
      'observations',
    ).select(
      'arn',
      'kind',
      'cluster_created_at',
      'partition',
      'account_id',
      'region',
      'name',
      'version',
      'entity_ref',
      'source',
      'next_at',
      'attempted_at',
    );
    const plan = planSync(present, clusters, kinds, kindsOf, now);

    let removed = 0;
    for (const arns of chunks(plan.forget, ROWS_PER_STATEMENT)) {
      removed += await transaction('observations')
        .whereIn('arn', arns)
        .delete();
    }
    for (const keys of keyChunks(plan.remove)) {
      removed += await transaction('observations')
        .whereIn(['arn', 'kind'], keys)
        .delete();
    }
    let reset = 0;
    for (const cluster of plan.reset) {
      reset += await resetRows(transaction, cluster, now);
    }
    for (const { arn, entity_ref, name, version, ...rest } of plan.rename) {
      const { cluster_created_at } = rest;
      await transaction('observations')
        .where({ arn })
        .update({ entity_ref, name, version });
      await transaction('observations')
        .where({ arn })
        .where('cluster_created_at', '<', cluster_created_at)
        .update({ cluster_created_at });
    }
    for (const keys of keyChunks(plan.schedule)) {
      await transaction('observations')
        .whereIn(['arn', 'kind'], keys)
        .update({ next_at: at });
    }
    for (const keys of keyChunks(plan.unschedule)) {
      await transaction('observations')
        .whereIn(['arn', 'kind'], keys)
        .update({ next_at: '' });
    }
    for (const rows of chunks(plan.add, ROWS_PER_STATEMENT)) {
      await transaction('observations')
        .insert(rows.map(row => ({ ...row, next_at: at })))
        .onConflict(['arn', 'kind'])
        .ignore();
    }
    return { added: plan.add.length, removed, reset };
  });
}

/**
 * Empties the rows of a cluster that was made again under its old name. Who
 * still observes the one before cannot record it.
 */
export async function resetRows(
  transaction: Knex.Transaction,
  cluster: Pick<ClusterColumns, 'arn' | 'cluster_created_at'>,
  now: Date,
): Promise<number> {
  const { arn, cluster_created_at } = cluster;
  return transaction('observations')
    .where({ arn })
    .where('cluster_created_at', '>', '')
    .where('cluster_created_at', '<', cluster_created_at)
    .update({
      ...NOTHING_OBSERVED,
      cluster_created_at,
      lease: transaction.raw('lease + 1'),
      next_at: transaction.raw(`case when next_at = '' then '' else ? end`, [
        now.toISOString(),
      ]),
    });
}

function keyChunks(keys: ObservationKey[]): Array<Array<[string, string]>> {
  return chunks(
    keys.map(({ arn, kind }): [string, string] => [arn, kind]),
    ROWS_PER_STATEMENT,
  );
}
