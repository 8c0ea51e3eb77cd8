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
import type { ClaimRequest } from './types';

/**
 * Claims rows that are due. What another replica claims at the same moment is
 * left to it; no lock outlives this. Until its lease ends a cell is not due, so
 * that one that is made due meanwhile can be told from others.
 */
export async function claimLeases<T extends { id: string; next_at: string }>(
  knex: Knex,
  table: 'rollouts' | 'rollout_cells',
  { owner, now, leaseSeconds, limit }: ClaimRequest,
): Promise<T[]> {
  const at = now.toISOString();
  const until = new Date(now.getTime() + leaseSeconds * 1000).toISOString();
  return knex.transaction(async transaction => {
    const due = transaction(table)
      .select('id')
      // The words of the index.
      .whereRaw(`next_at <> ''`)
      .where('next_at', '<=', at)
      .where('lease_until', '<=', at)
      .orderBy(['next_at', 'id'])
      .limit(limit);
    const taken: Array<{ id: string }> = await (isPostgres(knex)
      ? due.forUpdate().skipLocked()
      : due);
    const order = new Map(taken.map(({ id }, index) => [id, index]));
    const claimed: T[] = [];
    for (let start = 0; start < taken.length; start += 400) {
      claimed.push(
        ...(await transaction(table)
          .whereIn(
            'id',
            taken.slice(start, start + 400).map(({ id }) => id),
          )
          .update({
            lease_owner: owner,
            lease_until: until,
            lease: transaction.raw('lease + 1'),
            ...(table === 'rollout_cells' && { next_at: until }),
          })
          .returning('*')),
      );
    }
    return claimed.sort((a, b) => order.get(a.id)! - order.get(b.id)!);
  });
}

export function isPostgres(knex: Knex): boolean {
  return knex.client.config.client === 'pg';
}

/** Locks rows of a query until the transaction ends, where there are others to lock out. */
export function locked<T extends Knex.QueryBuilder>(knex: Knex, query: T): T {
  return isPostgres(knex) ? (query.forUpdate() as T) : query;
}
