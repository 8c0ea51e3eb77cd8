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
import { chunks } from '../../../database/chunks';
import { OVER } from '../types';

const PARTS = ['exception_request_events', 'exception_request_clusters'];
const AT_ONCE = 400;

/**
 * Forgets requests for exceptions that have been over for long, on PostgreSQL or
 * SQLite. What is under way is never touched, whatever its age.
 */
export class DatabaseExceptionRetention {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /**
   * @param before - of when the last thing must have happened to a request
   * @returns how many were forgotten
   */
  async prune(before: Date): Promise<number> {
    const ids: string[] = await this.#knex('exception_requests as requests')
      .whereIn('requests.state', [...OVER])
      .where('requests.next_at', '')
      .whereNotExists(
        this.#knex('exception_request_events as events')
          .whereRaw('events.request_id = requests.id')
          .where('events.at', '>=', before.toISOString())
          .select('events.id'),
      )
      .where('requests.requested_at', '<', before.toISOString())
      .pluck('requests.id');
    for (const part of chunks(ids, AT_ONCE)) {
      await this.#knex.transaction(async transaction => {
        for (const table of PARTS) {
          await transaction(table).whereIn('request_id', part).delete();
        }
        await transaction('exception_requests').whereIn('id', part).delete();
      });
    }
    return ids.length;
  }
}
