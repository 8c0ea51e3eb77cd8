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
  createBackendModule,
  createServiceFactory,
  type BackendFeature,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { urlReaderServiceFactory } from '@backstage/backend-defaults/urlReader';
import type { Entity } from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import eventsPlugin from '@backstage/plugin-events-backend';
import {
  eventsServiceRef,
  type EventsService,
} from '@backstage/plugin-events-node';
import type { JsonObject } from '@backstage/types';
import knexFactory, { type Knex } from 'knex';
import request from 'supertest';
import catalogModuleEksFleet from '..';

export const SCAN = 'eks-fleet:main:scan';

/** A catalog with this module, as a portal runs it, on SQLite. */
export async function startPortal(options: {
  config: JsonObject;
  features?: BackendFeature[];
}) {
  const databases = new Map<string, Knex>();
  const scheduler = mockServices.scheduler();
  let events: EventsService | undefined;
  const backend = await startTestBackend({
    features: [
      catalogPlugin,
      eventsPlugin,
      catalogModuleEksFleet,
      mockServices.rootConfig.factory({ data: options.config }),
      urlReaderServiceFactory,
      createServiceFactory({
        service: coreServices.scheduler,
        deps: {},
        factory: () => scheduler,
      }),
      createServiceFactory({
        service: coreServices.database,
        deps: {
          plugin: coreServices.pluginMetadata,
          lifecycle: coreServices.lifecycle,
        },
        factory: ({ plugin, lifecycle }) => {
          const client = knexFactory({
            client: 'better-sqlite3',
            connection: ':memory:',
            useNullAsDefault: true,
            pool: { min: 1, max: 1 },
          });
          databases.set(plugin.getId(), client);
          lifecycle.addShutdownHook(() => client.destroy());
          return { getClient: async () => client };
        },
      }),
      createBackendModule({
        pluginId: 'catalog',
        moduleId: 'test-events',
        register(env) {
          env.registerInit({
            deps: { service: eventsServiceRef },
            async init({ service }) {
              events = service;
            },
          });
        },
      }),
      ...(options.features ?? []),
    ],
  });
  const { server } = backend;
  const entities = async (filter: string): Promise<Entity[]> => {
    const { body } = await request(server).get(
      `/api/catalog/entities?filter=${filter}`,
    );
    return body;
  };

  return {
    server,
    entities,
    clusters: () => entities('spec.type=kubernetes-cluster'),
    database: () => databases.get('catalog')!,
    publish: (topic: string, eventPayload: unknown) =>
      events!.publish({ topic, eventPayload }),
    scan: () => scheduler.triggerTask(SCAN),
    readNamespaces: () => scheduler.triggerTask('eks-fleet:namespaces:read'),
    /** Asks until the catalog has worked its queues off. */
    async settled() {
      const client = databases.get('catalog')!;
      for (;;) {
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
        if (Number(waiting.count) === 0 && Number(queued.count) === 0) {
          return;
        }
        // Leaves the engine its turn; it polls once a second.
        await entities('kind=none');
      }
    },
    register: (target: string) =>
      request(server)
        .post('/api/catalog/locations')
        .send({ type: 'url', target }),
    stop: () => backend.stop(),
  };
}
