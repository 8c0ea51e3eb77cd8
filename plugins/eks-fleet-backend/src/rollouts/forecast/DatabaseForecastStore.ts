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
import { chunks } from '../../database/chunks';
import type { ForecastStore, StoredForecast } from './ForecastStore';

interface ForecastRow {
  rollout_id: string;
  plan_hash: string;
  json: string;
}

const BINDINGS = 400;

/** {@link ForecastStore} on PostgreSQL or SQLite. */
export class DatabaseForecastStore implements ForecastStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async put(
    rolloutId: string,
    { forecast, planHash }: StoredForecast,
  ): Promise<void> {
    const row: ForecastRow = {
      rollout_id: rolloutId,
      plan_hash: planHash,
      json: JSON.stringify(forecast),
    };
    // A rollout that is gone by now keeps none.
    await this.#knex.transaction(async transaction => {
      const present = await transaction('rollouts')
        .where('id', rolloutId)
        .first('id');
      if (present) {
        await transaction<ForecastRow>('rollout_forecasts')
          .insert(row)
          .onConflict(['rollout_id'])
          .merge();
      }
    });
  }

  async of(rolloutIds: string[]): Promise<Map<string, StoredForecast>> {
    const found = new Map<string, StoredForecast>();
    for (const ids of chunks(rolloutIds, BINDINGS)) {
      const rows = await this.#knex<ForecastRow>('rollout_forecasts').whereIn(
        'rollout_id',
        ids,
      );
      for (const { json, plan_hash, rollout_id } of rows) {
        found.set(rollout_id, {
          planHash: plan_hash,
          forecast: JSON.parse(json),
        });
      }
    }
    return found;
  }
}
