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

import {
  coreServices,
  createServiceFactory,
  type SchedulerService,
  type SchedulerServiceTaskFunction,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  type TestDatabases,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
// eslint-disable-next-line @backstage/no-mixed-plugin-imports -- only tests hold the actions against it
import eksFleetPlugin from '@eks-fleet/backstage-plugin-eks-fleet-backend';
import type { FleetRequest } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import request from 'supertest';
import type { FleetHost } from '../propose/__testUtils__/startFleetHost';
import { clusterEntity } from './runAction';

/** Its tasks run when a test says so. */
export type RealBackend = Awaited<ReturnType<typeof startRealBackend>>;

/**
 * The backend of EKS Fleet itself, over a Git host: the cluster `prod-1` is one
 * of `prod`, `dev-1` one of `dev`, and the mock user is of `payments`.
 */
export async function startRealBackend(
  host: FleetHost,
  databases: TestDatabases,
) {
  const tasks = new Map<string, SchedulerServiceTaskFunction>();
  const scheduler = mockServices.scheduler.mock({
    scheduleTask: async ({ fn, id }) => {
      tasks.set(id, fn);
    },
  }) as SchedulerService;
  const config = host.config() as any;
  Object.assign(config.eksFleet.fleetRepositories[0], {
    namespaces: [{}],
    applications: [{}],
  });
  config.eksFleet.requests = {
    approvals: [{ approval: 'automatic' }],
    // So that nothing is unknown that somebody would have to agree to.
    costs: { sharedUsdPerVcpuMonth: 20, sharedUsdPerMemoryGibMonth: 2 },
  };
  const entities = [
    ofEnvironment('prod-1', 'prod'),
    ofEnvironment('dev-1', 'dev'),
    entity('Group', 'payments', { type: 'team', children: [] }),
    entity('User', 'mock', { memberOf: ['payments'] }),
    entity('User', 'sam', { memberOf: [] }),
  ];
  entities[3].relations = [
    { type: 'memberOf', targetRef: 'group:default/payments' },
  ];
  const backend = await startTestBackend({
    features: [
      eksFleetPlugin,
      mockServices.database.factory({
        knex: await databases.init('SQLITE_3'),
      }),
      catalogServiceMock.factory({ entities }),
      mockServices.permissions.mock({
        authorize: async asked =>
          asked.map(() => ({ result: AuthorizeResult.ALLOW })),
        authorizeConditional: async asked =>
          asked.map(() => ({ result: AuthorizeResult.ALLOW })),
      }).factory,
      createServiceFactory({
        service: coreServices.scheduler,
        deps: {},
        factory: () => scheduler,
      }),
      mockServices.rootConfig.factory({
        data: {
          app: { baseUrl: 'https://portal.example.com' },
          permission: { enabled: true },
          ...config,
        },
      }),
    ],
  });
  const run = async (task: string) =>
    tasks.get(task)!(new AbortController().signal);
  await run('eks-fleet-inventory');
  return {
    port: backend.server.port(),
    entities,
    run,
    /** Somebody else agrees. */
    async approve({ id, specHash }: FleetRequest): Promise<void> {
      await request(backend.server)
        .post(`/api/eks-fleet/requests/${id}/decisions`)
        .set('Authorization', mockCredentials.user.header('user:default/sam'))
        .send({ verdict: 'approve', specHash })
        .expect(200);
    },
    stop: () => backend.stop(),
  };
}

function ofEnvironment(name: string, environment: string): Entity {
  const cluster = clusterEntity(name);
  cluster.metadata.labels = { environment };
  Object.assign(cluster.metadata.annotations!, {
    'backstage.io/managed-by-location': 'eks-fleet:main/111122223333/eu-west-1',
    'amazonaws.com/account-id': '111122223333',
    'eks-fleet.io/region': 'eu-west-1',
    'eks-fleet.io/kubernetes-version': '1.34',
    'eks-fleet.io/status': 'ACTIVE',
  });
  return cluster;
}

function entity(kind: string, name: string, spec: Entity['spec']): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default' },
    spec,
  };
}
