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

const VARIABLE = 'BACKSTAGE_TEST_DATABASE_POSTGRES15_CONNECTION_STRING';
/** What Backstage calls the schema of the plugin. */
export const PLUGIN_SCHEMA = 'eks-fleet';

/** A PostgreSQL database of its own, for all plugins, gone afterwards. */
export class ChaosDatabase {
  readonly url: string;
  readonly #admin: Knex;
  readonly #name: string;
  #knex: Knex;
  #hasBackup = false;

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
    return new ChaosDatabase(url.href, name, admin);
  }

  private constructor(url: string, name: string, admin: Knex) {
    this.url = url;
    this.#name = name;
    this.#admin = admin;
    this.#knex = openPlugin(url);
  }

  /** The plugin's tables; another one after a backup or a restore. */
  get knex(): Knex {
    return this.#knex;
  }

  /** Keeps all that is in it. Whoever else uses it must be dead. */
  async backUp(): Promise<void> {
    await this.#copy(this.#name, this.#backup);
    this.#hasBackup = true;
  }

  /** Brings all of it back to what it was. Whoever else uses it must be dead. */
  async restore(): Promise<void> {
    await this.#copy(this.#backup, this.#name);
  }

  async drop(): Promise<void> {
    await this.#knex.destroy();
    await this.#drop(this.#name);
    if (this.#hasBackup) {
      await this.#drop(this.#backup);
    }
    await this.#admin.destroy();
  }

  get #backup(): string {
    return `${this.#name}_backup`;
  }

  /** PostgreSQL copies a database, whatever is in it, that nobody is connected to. */
  async #copy(from: string, to: string): Promise<void> {
    await this.#knex.destroy();
    await this.#drop(to);
    await this.#admin.raw(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = ?',
      [from],
    );
    await this.#admin.raw('create database ?? template ??', [to, from]);
    this.#knex = openPlugin(this.url);
  }

  async #drop(name: string): Promise<void> {
    await this.#admin.raw('drop database if exists ?? with (force)', [name]);
  }
}

/** A connection that sees the plugin's tables. */
export function openPlugin(url: string): Knex {
  return knexFactory({
    client: 'pg',
    connection: url,
    searchPath: [PLUGIN_SCHEMA],
  });
}
