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

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { databaseServiceFactory } from '@backstage/backend-defaults/database';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import catalogModuleEksFleet from '@eks-fleet/backstage-plugin-catalog-backend-module-eks-fleet';
import type { Knex } from 'knex';
import { discoveryConfig } from '../cloud/scope';
import type { CloudOptions } from '../cloud/SimulatorProcess';
import { until } from '../measurement/time';
import { ManualScheduler } from './ManualScheduler';

/** A real catalog with our module, on SQLite in a file. */
export async function startCatalog(cloud: CloudOptions) {
  const folder = await mkdtemp(join(tmpdir(), 'eks-fleet-bench-'));
  const scheduler = new ManualScheduler();
  let database: Knex | undefined;
  const { catalog, ...config } = discoveryConfig(cloud, {
    // Each target is due again at once.
    schedule: { frequency: { milliseconds: 1 }, timeout: { minutes: 10 } },
  });
  const backend = await startTestBackend({
    features: [
      import('@backstage/plugin-catalog-backend'),
      catalogModuleEksFleet,
      databaseServiceFactory,
      scheduler.factory(),
      mockServices.rootConfig.factory({
        data: {
          ...config,
          backend: {
            database: {
              client: 'better-sqlite3',
              connection: { directory: folder },
            },
          },
          catalog: {
            ...(catalog as object),
            // What is written while it is watched comes from the scan alone.
            processingInterval: { hours: 24 },
          },
        },
      }),
      createBackendModule({
        pluginId: 'catalog',
        moduleId: 'bench',
        register(env) {
          env.registerInit({
            deps: { service: coreServices.database },
            async init({ service }) {
              database = await service.getClient();
            },
          });
        },
      }),
    ],
  });
  const client = database!;

  return {
    database: client,
    scan: () => scheduler.scan(),
    /** Clusters that the catalog shows. */
    clusters: () => countClusters(client),
    /** Clusters that it was handed, whether they are processed or not. */
    handedOver: () => countHandedOver(client),
    /** Waits until the catalog has worked off what it was handed. */
    settled: (timeoutSeconds: number) =>
      until(async () => (await countUnfinished(client)) === 0, {
        what: 'the catalog to process its entities',
        timeoutSeconds,
      }),
    /** Deletes one cluster's entity as somebody does by hand. */
    async deleteOne(): Promise<void> {
      const [{ entity_id: id }] = await clusterRows(client)
        .select('search.entity_id')
        .limit(1);
      const { port } = backend.server;
      const url = `http://localhost:${port()}/api/catalog/entities/by-uid/${id}`;
      const response = await fetch(url, { method: 'DELETE' });
      if (!response.ok) {
        throw new Error(`DELETE ${url} answered ${response.status}`);
      }
    },
    async stop(): Promise<void> {
      await backend.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export type Catalog = Awaited<ReturnType<typeof startCatalog>>;

function clusterRows(client: Knex) {
  return client('search').where({
    key: 'spec.type',
    value: 'kubernetes-cluster',
  });
}

async function countClusters(client: Knex): Promise<number> {
  const [{ count }] = await clusterRows(client).count({ count: '*' });
  return Number(count);
}

async function countHandedOver(client: Knex): Promise<number> {
  const [{ count }] = await client('refresh_state')
    .where('location_key', 'eks-fleet:main')
    .count({ count: '*' });
  return Number(count);
}

async function countUnfinished(client: Knex): Promise<number> {
  const [waiting] = await client('refresh_state')
    .leftJoin(
      'final_entities',
      'final_entities.entity_id',
      'refresh_state.entity_id',
    )
    .whereNull('refresh_state.processed_entity')
    .orWhereNull('final_entities.final_entity')
    .count({ count: '*' });
  const [queued] = await client('stitch_queue').count({ count: '*' });
  return Number(waiting.count) + Number(queued.count);
}
