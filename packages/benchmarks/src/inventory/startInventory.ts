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

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import {
  coreServices,
  createServiceFactory,
  resolvePackagePath,
  type PermissionsService,
} from '@backstage/backend-plugin-api';
import { databaseServiceFactory } from '@backstage/backend-defaults/database';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  type PermissionCriteria,
  type PermissionCondition,
} from '@backstage/plugin-permission-common';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { JsonObject } from '@backstage/types';
import { eksFleetAwsServiceRef } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { until } from '../measurement/time';
import type { BenchDatabase } from './benchDatabases';
import { pluginDatabase } from './pluginDatabase';
import { ACCOUNTS, accountId, fleetEntities, REGIONS } from './fleetEntities';

/** What a policy answers; everything is allowed where it is left out. */
export type Conditions = PermissionCriteria<PermissionCondition>;

export interface ClusterListAnswer {
  items: unknown[];
  totalItems: number;
}

/** What a measurement has besides its clusters. */
export interface InventoryOptions {
  /** Of `integrations` and `eksFleet`. */
  config?: JsonObject;
  /** Beside the clusters. */
  entities?: Entity[];
}

/** Our backend plugin over a catalog of so many clusters. */
export async function startInventory(
  kind: BenchDatabase,
  clusters: number,
  { config = {}, entities = [] }: InventoryOptions = {},
) {
  const database = await kind.create();
  let conditions: Conditions | undefined;
  const own = pluginDatabase();
  const backend = await startTestBackend({
    features: [
      import('@eks-fleet/backstage-plugin-eks-fleet-backend'),
      own.feature,
      databaseServiceFactory,
      catalogServiceMock.factory({
        entities: [...fleetEntities(clusters), ...entities],
      }),
      mockServices.rootConfig.factory({
        data: {
          permission: { enabled: true },
          backend: { database: database.config },
          ...config,
        },
      }),
      createServiceFactory({
        service: coreServices.permissions,
        deps: {},
        factory: () => permissionsBy(() => conditions),
      }),
      createServiceFactory({
        service: eksFleetAwsServiceRef,
        deps: {},
        factory: () => withoutAws(),
      }),
    ],
  });
  const url = `http://localhost:${backend.server.port()}/api/eks-fleet`;

  /** What a path answers to somebody with these rights. */
  const get = async <T>(path: string, as?: Conditions): Promise<T> => {
    conditions = as;
    const response = await fetch(`${url}/${path}`, {
      headers: { authorization: mockCredentials.user.header() },
    });
    if (!response.ok) {
      throw new Error(`${path} answered ${response.status}`);
    }
    return (await response.json()) as T;
  };
  /** The first page of a query, as somebody with these rights. */
  const list = (query: string, as?: Conditions) =>
    get<ClusterListAnswer>(`clusters?limit=50${query}`, as);

  /** How long the whole answer takes a client in another process. */
  const timesOf = async (
    path: string,
    often: { warmUp: number; rounds: number },
  ): Promise<{ times: number[]; found: number }> => {
    conditions = undefined;
    const asked = {
      url: `${url}/${path}`,
      authorization: mockCredentials.user.header(),
      ...often,
    };
    const { stdout } = await promisify(execFile)(process.execPath, [
      resolvePackagePath('@eks-fleet/benchmarks', 'bin/client.mjs'),
      JSON.stringify(asked),
    ]);
    return JSON.parse(stdout);
  };

  await until(async () => (await list('')).totalItems === clusters, {
    what: `${clusters} clusters to be listed`,
    timeoutSeconds: 60,
  });
  await reportTargets(url, clusters);
  return {
    url,
    get,
    list,
    timesOf,
    knex: own.knex(),
    async stop(): Promise<void> {
      await backend.stop();
      await own.knex().destroy();
      await database.drop();
    },
  };
}

export type Inventory = Awaited<ReturnType<typeof startInventory>>;

/** As discovery does after each scan: lists join what targets report. */
async function reportTargets(url: string, clusters: number): Promise<void> {
  const authorization = mockCredentials.service.header({
    onBehalfOf: mockCredentials.service('plugin:catalog'),
    targetPluginId: 'eks-fleet',
  });
  const now = new Date().toISOString();
  const clusterCount = Math.ceil(clusters / ACCOUNTS / REGIONS.length);
  for (let account = 0; account < ACCOUNTS; account++) {
    for (const region of REGIONS) {
      const target = `${url}/targets/main/${accountId(account)}/${region}`;
      const response = await fetch(target, {
        method: 'PUT',
        headers: { authorization, 'content-type': 'application/json' },
        body: JSON.stringify({
          partition: 'aws',
          clusterCount,
          freshForSeconds: 1800,
          lastAttemptAt: now,
          lastSuccessAt: now,
        }),
      });
      if (!response.ok) {
        throw new Error(`${target} answered ${response.status}`);
      }
    }
  }
}

function permissionsBy(
  conditions: () => Conditions | undefined,
): PermissionsService {
  return {
    authorize: async requests =>
      requests.map(() => ({ result: AuthorizeResult.ALLOW })),
    authorizeConditional: async requests =>
      requests.map(() => {
        const asked = conditions();
        return asked
          ? {
              result: AuthorizeResult.CONDITIONAL,
              pluginId: 'eks-fleet',
              resourceType: 'eks-fleet-cluster',
              conditions: asked,
            }
          : { result: AuthorizeResult.ALLOW };
      }),
  };
}

/** The support calendar that ships is used where AWS cannot be asked. */
function withoutAws() {
  const client = {
    send: async () => {
      throw new Error('There is no AWS here');
    },
  };
  return { eks: () => client } as never;
}
