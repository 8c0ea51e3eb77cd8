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
  AwsPartition,
  CollectedCluster,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { Knex } from 'knex';
import { chunks } from '../database/chunks';
import { known } from '../database/text';
import type { ClusterRow } from '../inventory/clusterRows';

/** A cluster of the fleet, and whether EKS is changing it. */
export interface FleetCluster extends CollectedCluster {
  status: string;
}

/** The clusters that our own discovery found, as the inventory has them. */
export class FleetClusters {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Another number says that the clusters are others than before. */
  async generation(): Promise<number> {
    const row = await this.#knex('inventory_state').first('generation');
    return row.generation;
  }

  async list(): Promise<FleetCluster[]> {
    return this.#select();
  }

  /** By ARN, of those that are there. */
  async find(arns: string[]): Promise<Map<string, FleetCluster>> {
    const found = new Map<string, FleetCluster>();
    for (const part of chunks(arns, 500)) {
      const clusters = await this.#select(part);
      clusters.forEach(cluster => found.set(cluster.arn, cluster));
    }
    return found;
  }

  async #select(arns?: string[]): Promise<FleetCluster[]> {
    const query = this.#knex<ClusterRow>('clusters')
      .where('origin', 'eks-fleet')
      .whereNot('arn', '')
      .orderBy('arn');
    if (arns) {
      query.whereIn('arn', arns);
    }
    const rows = await query.select(
      'arn',
      'entity_ref',
      'partition',
      'account_id',
      'region',
      'name',
      'created_at',
      'version',
      'status',
    );
    return rows.map(row => ({
      arn: row.arn,
      entityRef: row.entity_ref,
      partition: row.partition as AwsPartition,
      accountId: row.account_id,
      region: row.region,
      name: row.name,
      createdAt: known(row.created_at),
      version: known(row.version),
      status: row.status,
    }));
  }
}
