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

import type { Knex } from 'knex';
import type { StoredStrategy, StrategyStore } from './types';

interface StrategyRow {
  name: string;
  json: string;
  updated_by: string;
  updated_at: string;
}

/** {@link StrategyStore} on PostgreSQL or SQLite. */
export class DatabaseStrategyStore implements StrategyStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async list(): Promise<StoredStrategy[]> {
    const rows: StrategyRow[] = await this.#rows().orderBy('name');
    return rows.map(fromRow);
  }

  async get(name: string): Promise<StoredStrategy | undefined> {
    const row = await this.#rows().where({ name }).first();
    return row && fromRow(row);
  }

  async put({ strategy, updatedBy, updatedAt }: StoredStrategy): Promise<void> {
    await this.#rows()
      .insert({
        name: strategy.name,
        json: JSON.stringify(strategy),
        updated_by: updatedBy,
        updated_at: updatedAt,
      })
      .onConflict(['name'])
      .merge();
  }

  async delete(name: string): Promise<boolean> {
    return (await this.#rows().where({ name }).delete()) > 0;
  }

  #rows() {
    return this.#knex<StrategyRow>('eks_fleet_strategies');
  }
}

function fromRow({ json, ...row }: StrategyRow): StoredStrategy {
  return {
    strategy: JSON.parse(json),
    updatedBy: row.updated_by,
    updatedAt: row.updated_at,
  };
}
