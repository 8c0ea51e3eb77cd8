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
import { NOW } from '../../__testUtils__/clock';
import { testDatabases } from '../../__testUtils__/databases';
import { migrate } from '../../database/migrate';
import {
  days,
  emptyTables,
  fleetCluster,
  ingest,
  LABELS,
  newFinding,
  PODS,
  policySelection,
  putClusters,
} from './__testUtils__/policyFixtures';
import { DatabasePolicyIngestStore } from './DatabasePolicyIngestStore';
import { DatabasePolicyStore } from './DatabasePolicyStore';
import { policyKey } from './policyKey';
import { DAILY_DAYS, endOfWeek, KEPT_DAYS } from './write/compactTrend';

jest.setTimeout(60_000);

const ALPHA = fleetCluster('alpha');
const BETA = fleetCluster('beta');

function some(count: number, policy: typeof LABELS | typeof PODS = LABELS) {
  return Array.from({ length: count }, (_, index) =>
    newFinding({ policy, name: `app-${index}` }),
  );
}

describe('endOfWeek', () => {
  it.each([
    ['2026-11-23', '2026-11-29'],
    ['2026-11-29', '2026-11-29'],
    ['2026-11-30', '2026-12-06'],
  ])('of %s is Sunday, %s', (day, sunday) => {
    const at = (date: string) => Date.parse(date) / 86_400_000;
    expect(endOfWeek(at(day))).toBe(at(sunday));
  });
});

const databases = testDatabases();

describe.each(databases.eachSupportedId())('the trend on %s', databaseId => {
  let knex: Knex;
  let store: DatabasePolicyIngestStore;
  let reads: DatabasePolicyStore;

  beforeAll(async () => {
    knex = await databases.init(databaseId);
    await migrate(knex);
  });

  beforeEach(async () => {
    await emptyTables(knex);
    store = new DatabasePolicyIngestStore(knex);
    reads = new DatabasePolicyStore(knex);
    await putClusters(knex, [ALPHA, BETA]);
  });

  /** How many failed at the end of each day that is shown. */
  async function fails(
    at: Date,
    options: { policyIds?: string[]; over?: number } = {},
  ): Promise<Record<string, number>> {
    const { over = 10, policyIds } = options;
    const { points } = await reads.trend(
      policySelection({ now: at, policyIds }),
      over,
    );
    return Object.fromEntries(points.map(({ day, fail }) => [day, fail]));
  }

  it('adds up what each day has changed, over clusters and policies', async () => {
    await ingest(store, ALPHA, { findings: some(3) });
    await ingest(store, BETA, { findings: some(2, PODS), observedAt: days(1) });
    await ingest(store, ALPHA, { findings: some(1), observedAt: days(3) });
    await expect(fails(days(4))).resolves.toEqual({
      '2026-11-23': 3,
      '2026-11-24': 5,
      '2026-11-25': 5,
      '2026-11-26': 3,
      '2026-11-27': 3,
    });
    await expect(
      fails(days(4), { policyIds: [policyKey(PODS)], over: 2 }),
    ).resolves.toEqual({ '2026-11-26': 2, '2026-11-27': 2 });
    await expect(reads.trend(policySelection(), 7)).resolves.toMatchObject({
      since: '2026-11-23',
    });
    await expect(
      reads.week(policySelection({ now: days(4) }), days(3)),
    ).resolves.toEqual([
      { policyId: policyKey(LABELS), added: 0, resolved: 2 },
    ]);
  });

  it('is not written where nothing changes', async () => {
    await ingest(store, ALPHA, { findings: some(3) });
    const rows = await knex('policy_trend');
    for (const day of [1, 2, 3]) {
      await ingest(store, ALPHA, { findings: some(3), observedAt: days(day) });
    }
    await expect(knex('policy_trend')).resolves.toEqual(rows);
    // One of the policy, one of all.
    expect(rows).toHaveLength(2);
  });

  it('says the same of what it still says once weeks are made of days', async () => {
    for (let day = 0; day < 800; day += 3) {
      await ingest(store, ALPHA, {
        findings: some((day * 7) % 11),
        observedAt: days(day),
      });
    }
    const now = days(800);
    const before = await fails(now, { over: KEPT_DAYS });
    const rowsBefore = await knex('policy_trend');
    await store.compactTrend(now);
    await store.compactTrend(now);
    await expect(fails(now, { over: KEPT_DAYS })).resolves.toEqual(before);
    const rows = await knex('policy_trend');
    const ofPolicy = rows.filter(({ policy_id }) => policy_id !== 0);
    // Whole weeks only: a few days more may stand, and a week less.
    expect(ofPolicy.length).toBeLessThanOrEqual(
      Math.ceil((DAILY_DAYS + 7) / 3) + Math.ceil(KEPT_DAYS / 7) + 1,
    );
    expect(rows.length).toBeLessThan(rowsBefore.length);
  });

  it('fits three thousand clusters with thirty policies into twenty million rows', async () => {
    // A cell that changes each day has a row for each day, week and all before.
    const now = days(KEPT_DAYS + 200);
    await store.begin(ALPHA, 'policyReports', { due: [], now: NOW });
    const [{ id }] = await knex('policy_clusters');
    const today = Math.floor(now.getTime() / 86_400_000);
    const rows = Array.from({ length: KEPT_DAYS + 200 }, (_, age) => ({
      cluster_id: id,
      policy_id: 1,
      day: today - age,
      fail: 1,
    }));
    for (let first = 0; first < rows.length; first += 400) {
      await knex('policy_trend').insert(rows.slice(first, first + 400));
    }
    await store.compactTrend(now);
    const left = await knex('policy_trend');
    expect(left.reduce((sum, { fail }) => sum + fail, 0)).toBe(rows.length);
    const trends = 3_000 * (30 + 1);
    expect(left.length * trends).toBeLessThanOrEqual(20_000_000);
  });
});
