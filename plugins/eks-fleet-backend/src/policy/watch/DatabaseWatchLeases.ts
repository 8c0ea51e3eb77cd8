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
import type { WatchLeases } from './types';

interface LeaseRow {
  arn: string;
  lease_owner: string;
  lease_until: string;
}

const ROWS_PER_STATEMENT = 500;
/** Nobody has taken it over since: its cluster is to be watched no more. */
const FORGOTTEN_AFTER_MS = 3_600_000;

/** {@link WatchLeases} on PostgreSQL or SQLite. */
export class DatabaseWatchLeases implements WatchLeases {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async hold(
    request: Parameters<WatchLeases['hold']>[0],
  ): Promise<Set<string>> {
    const { owner, now, leaseSeconds, limit } = request;
    const at = now.toISOString();
    const until = new Date(now.getTime() + leaseSeconds * 1000).toISOString();
    const wanted = new Set(request.arns);
    const held: LeaseRow[] = await this.#rows()
      .where('lease_until', '>', at)
      .orderBy('arn');
    const own = held.filter(row => row.lease_owner === owner);
    const kept = own
      .filter(({ arn }) => wanted.has(arn))
      .slice(0, limit)
      .map(({ arn }) => arn);
    await this.#rows()
      .where(
        'lease_until',
        '<',
        new Date(now.getTime() - FORGOTTEN_AFTER_MS).toISOString(),
      )
      .delete();
    await this.#drop(
      owner,
      own.map(({ arn }) => arn).filter(arn => !kept.includes(arn)),
    );
    const taken = new Set(held.map(({ arn }) => arn));
    const free = request.arns
      .filter(arn => !taken.has(arn))
      .slice(0, Math.max(0, limit - kept.length));
    const result = new Set<string>();
    for (const arns of chunks([...kept, ...free], ROWS_PER_STATEMENT)) {
      // Somebody else may have taken some of them since the look.
      const got: Array<{ arn: string }> = await this.#rows()
        .insert(
          arns.map(arn => ({ arn, lease_owner: owner, lease_until: until })),
        )
        .onConflict('arn')
        .merge()
        .whereRaw(
          'policy_watches.lease_owner = excluded.lease_owner or policy_watches.lease_until <= ?',
          [at],
        )
        .returning('arn');
      got.forEach(({ arn }) => result.add(arn));
    }
    return result;
  }

  async release(owner: string): Promise<void> {
    await this.#rows().where('lease_owner', owner).delete();
  }

  async #drop(owner: string, dropped: string[]): Promise<void> {
    for (const arns of chunks(dropped, ROWS_PER_STATEMENT)) {
      await this.#rows()
        .where('lease_owner', owner)
        .whereIn('arn', arns)
        .delete();
    }
  }

  #rows() {
    return this.#knex<LeaseRow>('policy_watches');
  }
}
