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

import knexFactory, { type Knex } from 'knex';
import { randomBytes } from 'node:crypto';
import { migrate } from './internals';

const VARIABLE = 'BACKSTAGE_TEST_DATABASE_POSTGRES15_CONNECTION_STRING';
/** In an order in which they can be filled. */
const TABLES = [
  'rollouts',
  'rollout_owners',
  'rollout_environments',
  'rollout_waves',
  'rollout_gates',
  'rollout_decisions',
  'rollout_cells',
  'rollout_clusters',
  'rollout_log',
  'rollout_durations',
  'rollout_engine',
];

export type Backup = Map<string, object[]>;

/** A PostgreSQL database of its own, gone afterwards. */
export class ChaosDatabase {
  readonly url: string;
  readonly knex: Knex;
  readonly #admin: Knex;
  readonly #name: string;

  static async create(): Promise<ChaosDatabase> {
    const server = process.env[VARIABLE];
    if (!server) {
      throw new Error(`Replicas need PostgreSQL: set ${VARIABLE}`);
    }
    const name = `chaos_${randomBytes(4).toString('hex')}`;
    const admin = knexFactory({ client: 'pg', connection: server });
    await admin.raw('create database ??', [name]);
    const url = new URL(server);
    url.pathname = `/${name}`;
    const database = new ChaosDatabase(url.href, name, admin);
    await migrate(database.knex);
    return database;
  }

  private constructor(url: string, name: string, admin: Knex) {
    this.url = url;
    this.#name = name;
    this.#admin = admin;
    this.knex = knexFactory({ client: 'pg', connection: url });
  }

  async backUp(): Promise<Backup> {
    return this.knex.transaction(
      async transaction => {
        const backup: Backup = new Map();
        for (const table of TABLES) {
          backup.set(table, await transaction(table));
        }
        return backup;
      },
      { isolationLevel: 'repeatable read' },
    );
  }

  async restore(backup: Backup): Promise<void> {
    await this.knex.transaction(async transaction => {
      for (const table of TABLES) {
        await transaction(table).delete();
        await transaction.batchInsert(table, backup.get(table) ?? [], 50);
      }
    });
  }

  async drop(): Promise<void> {
    await this.knex.destroy();
    await this.#admin.raw('drop database if exists ?? with (force)', [
      this.#name,
    ]);
    await this.#admin.destroy();
  }
}
