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
import type { Knex } from 'knex';

/**
 * A feature that gives the database of our backend plugin, which its modules
 * share.
 */
export function pluginDatabase() {
  let client: Knex | undefined;
  return {
    feature: createBackendModule({
      pluginId: 'eks-fleet',
      moduleId: 'benchmark',
      register(env) {
        env.registerInit({
          deps: { database: coreServices.database },
          async init({ database }) {
            client = await database.getClient();
          },
        });
      },
    }),
    /** @throws Error before the backend has started */
    knex(): Knex {
      if (!client) {
        throw new Error('The backend has not started');
      }
      return client;
    },
  };
}
