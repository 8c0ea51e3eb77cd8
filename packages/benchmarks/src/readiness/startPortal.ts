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

import { databaseServiceFactory } from '@backstage/backend-defaults/database';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { JsonObject } from '@backstage/types';
import { ROLE_NAME } from '../cloud/scope';
import type { BenchDatabase } from '../inventory/benchDatabases';
import { pluginDatabase } from '../inventory/pluginDatabase';
import { until } from '../measurement/time';
import type { DescribedTarget } from './describeClusters';
import { clusterEntities, controlPlane } from './discoveredFleet';
import { ScheduledTasks } from './ScheduledTasks';

/**
 * Our backend plugin with everything it has in a portal, over a catalog that
 * has these clusters. Its tasks wait until they are started.
 */
export async function startPortal(options: {
  database: BenchDatabase;
  targets: DescribedTarget[];
  eksFleet?: JsonObject;
}) {
  const { targets, eksFleet = {} } = options;
  const database = await options.database.create();
  const tasks = new ScheduledTasks();
  const own = pluginDatabase();
  const backend = await startTestBackend({
    features: [
      import('@eks-fleet/backstage-plugin-eks-fleet-backend'),
      own.feature,
      databaseServiceFactory,
      catalogServiceMock.factory({ entities: clusterEntities(targets) }),
      tasks.factory(),
      mockServices.rootConfig.factory({
        data: {
          aws: { accountDefaults: { roleName: ROLE_NAME } },
          backend: { database: database.config },
          eksFleet,
        },
      }),
    ],
  });
  const url = `http://localhost:${backend.server.port()}/api/eks-fleet`;
  const knex = own.knex();

  await report(url, targets);
  await tasks.run('eks-fleet-inventory');
  const expected = targets.reduce((sum, one) => sum + one.clusters.length, 0);
  await until(
    async () => {
      const row = await knex('clusters').count({ count: '*' }).first();
      return Number(row?.count) === expected;
    },
    { what: `${expected} clusters to be known`, timeoutSeconds: 60 },
  );
  return {
    knex,
    tasks,
    async stop(): Promise<void> {
      await tasks.stop();
      await backend.stop();
      await knex.destroy();
      await database.drop();
    },
  };
}

export type Portal = Awaited<ReturnType<typeof startPortal>>;

/** What discovery reports after its scans. */
async function report(url: string, targets: DescribedTarget[]): Promise<void> {
  const authorization = mockCredentials.service.header({
    onBehalfOf: mockCredentials.service('plugin:catalog'),
    targetPluginId: 'eks-fleet',
  });
  const put = async (path: string, body: object) => {
    const response = await fetch(`${url}/${path}`, {
      method: 'PUT',
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!response.ok) {
      throw new Error(
        `${path} answered ${response.status}: ${await response.text()}`,
      );
    }
  };
  const now = new Date().toISOString();
  for (const { accountId, region, clusters } of targets) {
    await put(`targets/main/${accountId}/${region}`, {
      partition: 'aws',
      clusterCount: clusters.length,
      freshForSeconds: 1800,
      lastAttemptAt: now,
      lastSuccessAt: now,
    });
    await put(`control-planes/main/${accountId}/${region}`, {
      observedAt: now,
      clusters: clusters.map(controlPlane),
    });
  }
}
