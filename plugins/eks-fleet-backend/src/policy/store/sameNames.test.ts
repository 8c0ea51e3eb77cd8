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
import { allCells } from './allCells';
import { testDatabases } from '../../__testUtils__/databases';
import { migrate } from '../../database/migrate';
import {
  findingSelection,
  fleetCluster,
  ingest,
  newFinding,
  observedPolicy,
  policySelection,
  putClusters,
} from './__testUtils__/policyFixtures';
import { DatabasePolicyIngestStore } from './DatabasePolicyIngestStore';
import { DatabasePolicyStore } from './DatabasePolicyStore';

jest.setTimeout(60_000);

const databases = testDatabases();

describe.each(databases.eachSupportedId())(
  'clusters of one name in two accounts, on %s',
  databaseId => {
    const one = fleetCluster('orders', { accountId: '111111111111' });
    const other = fleetCluster('orders', { accountId: '222222222222' });
    let knex: Knex;
    let store: DatabasePolicyStore;

    beforeAll(async () => {
      knex = await databases.init(databaseId);
      await migrate(knex);
      await putClusters(knex, [one, other]);
      const writes = new DatabasePolicyIngestStore(knex);
      await ingest(writes, one, {
        policies: [observedPolicy({ mode: 'audit' })],
        findings: [newFinding({ fingerprint: '1'.repeat(32) })],
      });
      await ingest(writes, other, {
        policies: [observedPolicy({ mode: 'enforce' })],
        findings: [
          newFinding({ fingerprint: '2'.repeat(32) }),
          newFinding({ fingerprint: '3'.repeat(32), name: 'till' }),
        ],
      });
      store = new DatabasePolicyStore(knex);
    });

    it('have a column each', async () => {
      const { cells, columns } = await store.matrix(
        policySelection(),
        'cluster',
      );
      expect(columns.map(({ key, title }) => [key, title])).toEqual([
        [one.arn, 'orders'],
        [other.arn, 'orders'],
      ]);
      expect(
        allCells(cells)
          .map(({ column, fail, mode }) => [column, mode, fail])
          .sort(),
      ).toEqual([
        [one.arn, 'audit', 1],
        [other.arn, 'enforce', 2],
      ]);
    });

    it.each([
      [one, 1],
      [other, 2],
    ])('have findings of their own', async (cluster, count) => {
      const { records } = await store.findings(
        findingSelection({
          filters: [[{ facet: 'cluster', values: [cluster.arn] }]],
        }),
        { order: { field: 'severity', direction: 'desc' }, limit: 10 },
      );
      expect(records.map(record => record.cluster.arn)).toEqual(
        Array(count).fill(cluster.arn),
      );
    });
  },
);
