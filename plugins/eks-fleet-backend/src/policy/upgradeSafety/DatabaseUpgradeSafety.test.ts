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
import { testDatabases } from '../../__testUtils__/databases';
import { migrate } from '../../database/migrate';
import { DatabasePolicyIngestStore } from '../store/DatabasePolicyIngestStore';
import {
  emptyTables,
  fleetCluster,
  ingest,
  LABELS,
  minutes,
  newFinding,
  observedPolicy,
} from '../store/__testUtils__/policyFixtures';
import { DatabaseUpgradeSafety } from './DatabaseUpgradeSafety';

jest.setTimeout(60_000);

const BUDGETS = {
  engine: 'gatekeeper',
  kind: 'FleetNoBlockingBudget',
  name: 'no-blocking-budget',
} as const;
const budgets = observedPolicy({
  ...BUDGETS,
  title: 'Budgets',
  category: 'upgrade-safety',
  remediation: 'Set maxUnavailable to 1.',
});
const budget = (extra: Parameters<typeof newFinding>[0] = {}) =>
  newFinding({
    policy: BUDGETS,
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    owner: 'group:default/checkout',
    ...extra,
  });

describe('DatabaseUpgradeSafety', () => {
  const databases = testDatabases();

  describe.each(databases.eachSupportedId())('on %s', id => {
    let knex: Knex;
    let store: DatabasePolicyIngestStore;
    let safety: DatabaseUpgradeSafety;

    const eu = fleetCluster('eu');
    const us = fleetCluster('us');

    beforeAll(async () => {
      knex = await databases.init(id);
      await migrate(knex);
      store = new DatabasePolicyIngestStore(knex);
      safety = new DatabaseUpgradeSafety(knex);
    });

    beforeEach(() => emptyTables(knex));

    it('says nothing of a fleet that has no such policy', async () => {
      await ingest(store, eu, {
        policies: [observedPolicy()],
        findings: [newFinding()],
      });
      expect(await safety.ofMany([eu])).toEqual(new Map());
    });

    it('gives what fails, and how each policy was last seen', async () => {
      await ingest(store, eu, {
        policies: [budgets, observedPolicy()],
        findings: [
          budget(),
          budget({ name: 'warned', result: 'warn' }),
          budget({ name: 'exempted', result: 'exempt' }),
          newFinding({ policy: LABELS }),
        ],
      });
      const known = await safety.ofMany([eu, us]);
      expect(known.get(us.arn)).toEqual({ cells: [], failures: [] });
      const { cells, failures } = known.get(eu.arn)!;
      expect(cells).toEqual([
        {
          policy: {
            id: expect.stringMatching(/^[0-9a-f]{16}$/),
            name: 'no-blocking-budget',
            title: 'Budgets',
            remediation: 'Set maxUnavailable to 1.',
          },
          feed: 'policyGatekeeper',
          observedAt: minutes(0).toISOString(),
          freshUntil: minutes(30).toISOString(),
          evaluatedAt: undefined,
          ready: true,
          hasResults: true,
          notListed: 0,
        },
      ]);
      expect(failures.map(({ name, result }) => [name, result])).toEqual([
        ['cart', 'fail'],
        ['warned', 'warn'],
      ]);
      expect(failures[0]).toEqual({
        policy: cells[0].policy,
        result: 'fail',
        apiVersion: 'policy/v1',
        kind: 'PodDisruptionBudget',
        namespace: 'shop',
        name: 'cart',
        message: budget().message,
        owner: 'group:default/checkout',
        feed: 'policyGatekeeper',
      });
    });

    it('leaves out what was resolved', async () => {
      await ingest(store, eu, { policies: [budgets], findings: [budget()] });
      await ingest(store, eu, {
        policies: [budgets],
        observedAt: minutes(10),
        engines: ['gatekeeper'],
      });
      expect((await safety.ofMany([eu])).get(eu.arn)?.failures).toEqual([]);
    });

    it('counts what an engine does not list', async () => {
      await ingest(store, eu, {
        policies: [budgets],
        findings: [budget()],
        tallies: [
          { policy: BUDGETS, passes: 'notRecorded', skip: 0, total: 41 },
        ],
        truncated: true,
      });
      expect((await safety.ofMany([eu])).get(eu.arn)?.cells).toMatchObject([
        { notListed: 40 },
      ]);
    });

    it('takes what two sources tell of the same once', async () => {
      await ingest(store, eu, { policies: [budgets], findings: [budget()] });
      await ingest(store, eu, {
        feed: 'pushed',
        policies: [budgets],
        findings: [budget()],
      });
      const { cells, failures } = (await safety.ofMany([eu])).get(eu.arn)!;
      expect(cells.map(({ feed, notListed }) => [feed, notListed])).toEqual([
        ['policyGatekeeper', 0],
        ['pushed', 0],
      ]);
      expect(failures).toHaveLength(1);
    });

    it('gives nothing of a cluster to the one that was made in its place', async () => {
      await ingest(store, eu, { policies: [budgets], findings: [budget()] });
      const again = { ...eu, createdAt: '2026-11-20T00:00:00.000Z' };
      expect((await safety.ofMany([again])).get(eu.arn)).toEqual({
        cells: [],
        failures: [],
      });
    });
  });
});
