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
import { isPostgres } from '../rollouts/store/claimLeases';

/** Who takes rows further, how many at most, and for how long they are left to it. */
export interface ClaimOptions {
  owner: string;
  now: Date;
  leaseSeconds: number;
  limit: number;
}

/** What a table of rows has, each of which is taken further by one replica at a time. */
export interface LeasedRow {
  id: string;
  /** When to take the next step; empty where there is none. */
  next_at: string;
  lease_owner: string;
  lease_until: string;
  /** Grows with each claim; who has an older one records nothing. */
  lease: number;
}

/** Claims what is due; what another replica claims at the same moment is left to it. */
export async function claimDue<Row extends LeasedRow>(
  knex: Knex,
  table: string,
  { leaseSeconds, limit, now, owner }: ClaimOptions,
): Promise<{ rows: Row[]; until: string }> {
  const at = now.toISOString();
  const until = new Date(now.getTime() + leaseSeconds * 1000).toISOString();
  const rows = await knex.transaction(async transaction => {
    const due = transaction(table)
      .select('id')
      .whereRaw(`next_at <> ''`)
      .where('next_at', '<=', at)
      .where('lease_until', '<=', at)
      .orderBy(['next_at', 'id'])
      .limit(limit);
    const taken: Array<{ id: string }> = await (isPostgres(knex)
      ? due.forUpdate().skipLocked()
      : due);
    const claimed: Row[] = await transaction(table)
      .whereIn(
        'id',
        taken.map(({ id }) => id),
      )
      .update({
        lease_owner: owner,
        lease_until: until,
        // One that is made due meanwhile can be told from the others.
        next_at: until,
        lease: transaction.raw('lease + 1'),
      })
      .returning('*');
    return claimed;
  });
  return { rows, until };
}

/**
 * What a row's next step and lease are once an outcome is recorded. One that
 * somebody made due meanwhile stays due.
 *
 * @param next - when to go on; `undefined` keeps the claim for another step
 */
export function afterStep(
  row: Pick<LeasedRow, 'next_at'>,
  { until }: { until: string },
  { isOver, next }: { isOver: boolean; next?: Date },
): Partial<LeasedRow> {
  const isWoken = row.next_at !== until;
  const at = isWoken ? row.next_at : next?.toISOString() ?? until;
  return {
    next_at: isOver ? '' : at,
    ...((next || isOver) && { lease_until: '' }),
  };
}
