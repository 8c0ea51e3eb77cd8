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
} from '@backstage/backend-plugin-api';
import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  type Entity,
} from '@backstage/catalog-model';
import {
  catalogProcessingExtensionPoint,
  type EntityProvider,
} from '@backstage/plugin-catalog-node';
import { readDemoUsers, type DemoUser } from './demoUsers';

const TEAMS: Record<string, string> = {
  platform: 'Runs the clusters and this portal',
  payments: 'Takes the money',
  checkout: 'Cart and checkout of the shop',
  search: 'Finds things',
  identity: 'Knows who is who',
  data: 'Pipelines and the warehouse',
  mobile: 'The apps',
  'on-call': 'Whoever carries the pager this week',
  auditors: 'Looks at production, and changes nothing',
};

const SYSTEMS: Record<string, string> = {
  payments: 'payments',
  storefront: 'checkout',
  search: 'search',
  identity: 'identity',
  'data-platform': 'data',
};

/** The company of the story: its teams, its systems and its people. */
export default createBackendModule({
  pluginId: 'catalog',
  moduleId: 'demo-org',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        catalog: catalogProcessingExtensionPoint,
      },
      async init({ config, catalog }) {
        const entities = orgEntities(readDemoUsers(config));
        const provider: EntityProvider = {
          getProviderName: () => 'demo-org',
          connect: connection =>
            connection.applyMutation({
              type: 'full',
              entities: entities.map(entity => ({
                entity,
                locationKey: 'demo-org',
              })),
            }),
        };
        catalog.addEntityProvider(provider);
      },
    });
  },
});

function orgEntities(users: DemoUser[]): Entity[] {
  return [
    ...Object.entries(TEAMS).map(([name, description]) =>
      makeEntity(
        'Group',
        name,
        { description },
        { type: 'team', children: [] },
      ),
    ),
    ...Object.entries(SYSTEMS).map(([name, owner]) =>
      makeEntity('System', name, {}, { owner: `group:default/${owner}` }),
    ),
    ...users.map(({ name, title, memberOf }) =>
      makeEntity(
        'User',
        name,
        { title },
        { profile: { displayName: title }, memberOf },
      ),
    ),
  ];
}

function makeEntity(
  kind: string,
  name: string,
  metadata: { description?: string; title?: string },
  spec: Entity['spec'],
): Entity {
  const location = `demo-org:${kind.toLowerCase()}/${name}`;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: {
      name,
      ...metadata,
      annotations: {
        [ANNOTATION_LOCATION]: location,
        [ANNOTATION_ORIGIN_LOCATION]: location,
      },
    },
    spec,
  };
}
