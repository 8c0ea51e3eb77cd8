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

import type { AwsTarget } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { Knex } from 'knex';
import { CLUSTERS, targetKey } from './rows';
import type { SeenCluster } from './types';

/** Writes down that clusters were seen; what had been missed of them is over. */
export async function upsertClusters(
  tx: Knex,
  provider: string,
  target: AwsTarget,
  clusters: SeenCluster[],
  now: string,
): Promise<void> {
  await tx(CLUSTERS)
    .insert(
      clusters.map(({ arn, clusterName, entityRef, createdAt }) => ({
        arn,
        provider,
        ...targetKey(target),
        cluster_name: clusterName,
        entity_ref: entityRef,
        created_at: createdAt ?? null,
        first_seen_at: now,
        last_seen_at: now,
        missed_scans: 0,
      })),
    )
    .onConflict('arn')
    .merge({
      provider: tx.raw('excluded.provider'),
      entity_ref: tx.raw('excluded.entity_ref'),
      // Made again under the same ARN, it is another cluster, first seen now.
      first_seen_at: tx.raw(
        `case when ${CLUSTERS}.created_at = excluded.created_at or excluded.created_at is null then ${CLUSTERS}.first_seen_at else excluded.first_seen_at end`,
      ),
      created_at: tx.raw(
        `coalesce(excluded.created_at, ${CLUSTERS}.created_at)`,
      ),
      last_seen_at: tx.raw('excluded.last_seen_at'),
      missed_scans: 0,
      missing_since: null,
      removal_accepted_at: null,
    });
}
