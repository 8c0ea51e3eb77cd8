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
import { dayOf } from '../codes';
import type { PolicyClusterRow } from '../rows';

/** Days that are kept each for itself. */
export const DAILY_DAYS = 90;
/** Days of which weeks are kept; all that is older is one row. */
export const KEPT_DAYS = 730;
/** Where all that is older is added up. */
export const OLDEST_DAY = 0;

/** The Sunday of a day's week. */
export function endOfWeek(day: number): number {
  return Math.floor((day + 3) / 7) * 7 + 3;
}

/**
 * Makes one row of the days of each week that is over for 90 days, and one of
 * all weeks that are over for two years. At 3,000 clusters with 30 policies
 * that change every day there are at most 91 + 6 days, 92 weeks and one older
 * row for each of 3,000 × (30 + 1) trends: 17.7 million rows.
 */
export async function compactTrend(knex: Knex, now: Date): Promise<void> {
  const today = dayOf(now);
  const clusters: Array<Pick<PolicyClusterRow, 'id'>> =
    await knex<PolicyClusterRow>('policy_clusters').select('id').orderBy('id');
  for (const { id } of clusters) {
    await knex.transaction(async transaction => {
      await lockCluster(transaction, id);
      await fold(transaction, id, {
        to: '((day + 3) / 7) * 7 + 3',
        // Only whole weeks: of another one more days would come.
        before: endOfWeek(today - DAILY_DAYS) - 6,
      });
      await fold(transaction, id, {
        to: String(OLDEST_DAY),
        before: endOfWeek(today - KEPT_DAYS) - 6,
      });
    });
  }
}

/** Two that fold at once would add the same days twice. */
async function lockCluster(
  transaction: Knex.Transaction,
  id: number,
): Promise<void> {
  const row = transaction('policy_clusters').where({ id }).select('id');
  await (transaction.client.config.client === 'pg' ? row.forUpdate() : row);
}

async function fold(
  transaction: Knex,
  clusterId: number,
  { to, before }: { to: string; before: number },
): Promise<void> {
  const days = `cluster_id = ? and day > ${OLDEST_DAY} and day < ? and day <> ${to}`;
  const columns = ['fail', 'warn', 'error', 'exempt', 'added', 'resolved'];
  await transaction.raw(
    `insert into policy_trend (cluster_id, policy_id, day, ${columns.join(
      ', ',
    )})
      select cluster_id, policy_id, ${to}, ${columns
      .map(column => `sum(${column})`)
      .join(', ')}
      from policy_trend where ${days}
      group by 1, 2, 3
      on conflict (policy_id, cluster_id, day) do update set ${columns
        .map(
          column => `${column} = policy_trend.${column} + excluded.${column}`,
        )
        .join(', ')}`,
    [clusterId, before],
  );
  await transaction.raw(`delete from policy_trend where ${days}`, [
    clusterId,
    before,
  ]);
}
