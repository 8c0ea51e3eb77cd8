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
  resolvePackagePath,
  type DatabaseService,
} from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';

/**
 * Brings discovery's tables in the catalog's database up to date. They have a
 * migrations table of their own: knex's default one is the catalog's.
 */
export async function migrate(
  client: Knex,
  database?: DatabaseService,
): Promise<void> {
  if (database?.migrations?.skip) {
    return;
  }
  await client.migrate.latest({
    directory: resolvePackagePath(
      '@eks-fleet/backstage-plugin-catalog-backend-module-eks-fleet',
      'migrations',
    ),
    tableName: 'eks_fleet__knex_migrations',
  });
}
