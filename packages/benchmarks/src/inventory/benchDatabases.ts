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

import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JsonObject } from '@backstage/types';
import knexFactory from 'knex';

const POSTGRES_VARIABLE =
  'BACKSTAGE_TEST_DATABASE_POSTGRES15_CONNECTION_STRING';

/** A kind of database to measure on. */
export interface BenchDatabase {
  name: string;
  /** Makes an empty one: what to configure, and how to be rid of it. */
  create(): Promise<{ config: JsonObject; drop(): Promise<void> }>;
}

const sqlite: BenchDatabase = {
  name: 'SQLite',
  async create() {
    const directory = await mkdtemp(join(tmpdir(), 'eks-fleet-bench-'));
    return {
      config: { client: 'better-sqlite3', connection: { directory } },
      drop: () => rm(directory, { recursive: true, force: true }),
    };
  },
};

/** SQLite, and PostgreSQL where a server is named. */
export function benchDatabases(): BenchDatabase[] {
  const connection = process.env[POSTGRES_VARIABLE];
  if (!connection) {
    process.stderr.write(
      `Not on PostgreSQL, as ${POSTGRES_VARIABLE} is not set\n`,
    );
    return [sqlite];
  }
  return [sqlite, postgres(connection)];
}

function postgres(connection: string): BenchDatabase {
  return {
    name: 'PostgreSQL',
    async create() {
      const prefix = `eks_fleet_bench_${randomBytes(4).toString('hex')}_`;
      return {
        config: { client: 'pg', connection, prefix },
        async drop() {
          const admin = knexFactory({ client: 'pg', connection });
          try {
            await admin.raw('drop database if exists ?? with (force)', [
              `${prefix}eks-fleet`,
            ]);
          } finally {
            await admin.destroy();
          }
        },
      };
    },
  };
}
