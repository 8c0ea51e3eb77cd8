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

import { formatClusterArn } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { Knex } from 'knex';
import { toRow } from '../../inventory/clusterRows';
import type { FleetCluster } from '../FleetClusters';

export const NOON = new Date('2026-11-23T12:00:00Z');

/** Seconds after noon; before it where negative. */
export const at = (seconds: number) =>
  new Date(NOON.getTime() + seconds * 1000);
export const iso = (seconds: number) => at(seconds).toISOString();

export function fleetCluster(more: Partial<FleetCluster> = {}): FleetCluster {
  const { name = 'alpha', accountId = '111111111111' } = more;
  const { region = 'eu-west-1' } = more;
  return {
    arn: formatClusterArn({
      partition: 'aws',
      region,
      accountId,
      clusterName: name,
    }),
    entityRef: `resource:default/${name}`,
    partition: 'aws',
    accountId,
    region,
    name,
    createdAt: '2026-01-01T00:00:00.000Z',
    version: '1.34',
    status: 'ACTIVE',
    ...more,
  };
}

/** Makes the inventory have these clusters and no others. */
export async function setFleet(
  knex: Knex,
  clusters: FleetCluster[],
): Promise<void> {
  await knex('clusters').delete();
  for (const cluster of clusters) {
    await knex('clusters').insert(
      toRow({
        entityRef: cluster.entityRef,
        origin: 'eks-fleet',
        provider: 'main',
        arn: cluster.arn,
        partition: cluster.partition,
        accountId: cluster.accountId,
        accountName: '',
        region: cluster.region,
        name: cluster.name,
        version: cluster.version ?? '',
        platformVersion: '',
        status: cluster.status,
        createdAt: cluster.createdAt ?? '',
        supportType: '',
        owner: '',
        system: '',
        environment: '',
        labels: {},
        links: [],
        location: '',
        conflictsWith: '',
      }),
    );
  }
  await knex('inventory_state').increment('generation', 1);
}
