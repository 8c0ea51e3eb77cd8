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
  LifecycleService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';
import { DatabaseManager } from '@backstage/backend-defaults/database';
import type { Knex } from 'knex';
import type { BenchDatabase } from '../inventory/benchDatabases';
import { migrate } from './internals';

/** The database is dropped long before the process ends. */
const NO_LIFECYCLE: LifecycleService = {
  addStartupHook() {},
  addShutdownHook() {},
};

export const NO_LOGGER: LoggerService = {
  error() {},
  warn() {},
  info() {},
  debug() {},
  child: () => NO_LOGGER,
};

/** Works on the tables of our plugin in a database of its own, and drops that. */
export async function withDatabase<T>(
  { create }: BenchDatabase,
  work: (knex: Knex) => Promise<T>,
): Promise<T> {
  const { config, drop } = await create();
  const manager = DatabaseManager.fromConfig(
    new ConfigReader({ backend: { database: config } }),
  );
  try {
    const knex = await manager
      .forPlugin('eks-fleet', {
        lifecycle: NO_LIFECYCLE,
        logger: NO_LOGGER,
      })
      .getClient();
    try {
      await migrate(knex);
      return await work(knex);
    } finally {
      await knex.destroy();
    }
  } finally {
    await drop();
  }
}
