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
import { DAY_MS, dayOf } from '../codes';
import type { PolicySelection, TrendPoint, WeekRecord } from '../types';
import { DAILY_DAYS, endOfWeek } from '../write/compactTrend';
import { selectPolicies, selectPolicyIds } from './policies';
import { Reach, whereNumbers } from './reach';

/** The row of all policies together. */
const ALL_POLICIES = 0;

/** How many findings there were at the end of each day; of weeks that are long past, of each. */
export async function readTrend(
  knex: Knex,
  selection: PolicySelection,
  days: number,
): Promise<{ points: TrendPoint[]; since?: string }> {
  const [reach, policyIds] = await Promise.all([
    Reach.of(knex, selection),
    selectPolicyIds(knex, selection),
  ]);
  const since = reach.clusters.map(({ known_since }) => known_since).sort()[0];
  if (since === undefined) {
    return { points: [] };
  }
  const today = dayOf(selection.now);
  const firstKnown = dayOf(new Date(since));
  const first = Math.max(today - days + 1, firstKnown);
  const query: Knex.QueryBuilder = knex('policy_trend')
    .where('day', '<=', today)
    .select('day')
    .sum({ fail: 'fail', warn: 'warn', error: 'error', exempt: 'exempt' })
    .groupBy('day')
    .orderBy('day');
  whereNumbers(query, 'policy_id', policyIds ?? [ALL_POLICIES]);
  reach.where(query, 'cluster_id');
  return {
    points: addUp(await query, { first, today }),
    since: dayText(firstKnown),
  };
}

/** What came and went of each policy from a day on. */
export async function readWeek(
  knex: Knex,
  selection: PolicySelection,
  from: Date,
): Promise<WeekRecord[]> {
  const [reach, policies] = await Promise.all([
    Reach.of(knex, selection),
    selectPolicies(knex, selection),
  ]);
  const query: Knex.QueryBuilder = knex('policy_trend')
    .where('day', '>=', dayOf(from))
    .select('policy_id')
    .sum({ added: 'added', resolved: 'resolved' })
    .groupBy('policy_id');
  whereNumbers(
    query,
    'policy_id',
    policies.map(({ id }) => id),
  );
  reach.where(query, 'cluster_id');
  const keys = new Map(policies.map(({ id, key }) => [id, key]));
  const rows: Array<{
    policy_id: number;
    added: number | string;
    resolved: number | string;
  }> = await query;
  return rows.map(row => ({
    policyId: keys.get(row.policy_id)!,
    added: Number(row.added),
    resolved: Number(row.resolved),
  }));
}

type DayRow = Record<keyof Omit<TrendPoint, 'day'>, number | string> & {
  day: number;
};

function addUp(
  rows: DayRow[],
  { first, today }: { first: number; today: number },
): TrendPoint[] {
  const points: TrendPoint[] = [];
  const sum = { fail: 0, warn: 0, error: 0, exempt: 0 };
  let next = 0;
  for (let day = first; day <= today; day++) {
    while (next < rows.length && rows[next].day <= day) {
      for (const key of Object.keys(sum) as Array<keyof typeof sum>) {
        sum[key] += Number(rows[next][key]);
      }
      next += 1;
    }
    if (day > today - DAILY_DAYS || day === endOfWeek(day)) {
      points.push({ day: dayText(day), ...sum });
    }
  }
  return points;
}

function dayText(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}
