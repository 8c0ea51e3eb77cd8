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
import { known, utc } from '../database/text';
import { SupportCalendar, type VersionDates } from './SupportCalendar';
import type { VersionStore } from './types';

interface VersionRow {
  partition: string;
  version: string;
  release_date: string;
  end_of_standard_support: string;
  end_of_extended_support: string;
  observed_at: string;
}

/** {@link VersionStore} on PostgreSQL or SQLite. */
export class DatabaseVersionStore implements VersionStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async calendar(): Promise<SupportCalendar> {
    const rows = await this.#knex<VersionRow>('kubernetes_versions').select();
    const partitions = [...new Set(rows.map(row => row.partition))];
    return new SupportCalendar(
      partitions.map(partition => {
        const own = rows.filter(row => row.partition === partition);
        return {
          partition,
          observedAt: own.map(row => row.observed_at).sort()[own.length - 1],
          versions: own.map(row => ({
            version: row.version,
            releaseDate: known(row.release_date),
            endOfStandardSupport: known(row.end_of_standard_support),
            endOfExtendedSupport: known(row.end_of_extended_support),
          })),
        };
      }),
    );
  }

  async put(
    partition: string,
    versions: VersionDates[],
    now: Date,
  ): Promise<void> {
    if (versions.length === 0) {
      return;
    }
    const rows: VersionRow[] = versions.map(item => ({
      partition,
      version: item.version,
      release_date: utc(item.releaseDate),
      end_of_standard_support: utc(item.endOfStandardSupport),
      end_of_extended_support: utc(item.endOfExtendedSupport),
      observed_at: now.toISOString(),
    }));
    await this.#knex('kubernetes_versions')
      .insert(rows)
      .onConflict(['partition', 'version'])
      .merge();
  }
}
