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
  newFinding,
  putClusters,
} from '../../policy/store/__testUtils__/policyFixtures';
import { DatabasePolicyIngestStore } from '../../policy/store/DatabasePolicyIngestStore';
import { DatabasePolicyNews } from './DatabasePolicyNews';

jest.setTimeout(60_000);

const WEB = 'group:default/web';
const DATA = 'group:default/data';
const ALPHA = fleetCluster('alpha', { owner: WEB });
const due = [{ severities: ['high' as const], days: 2 }];

const databases = testDatabases();

describe.each(databases.eachSupportedId())(
  'DatabasePolicyNews on %s',
  databaseId => {
    let knex: Knex;
    let writes: DatabasePolicyIngestStore;

    beforeAll(async () => {
      knex = await databases.init(databaseId);
      await migrate(knex);
    });

    beforeEach(async () => {
      await emptyTables(knex);
      await putClusters(knex, [ALPHA]);
      writes = new DatabasePolicyIngestStore(knex);
    });

    const news = () => new DatabasePolicyNews(knex).byOwner(days(-1), NOW);

    it('tells each owner together what is new of theirs, on their clusters and in their namespaces', async () => {
      await ingest(writes, ALPHA, {
        due,
        findings: [newFinding({ name: 'old' })],
        observedAt: days(-5),
      });
      await ingest(writes, ALPHA, {
        due,
        findings: [
          newFinding({ name: 'old' }),
          newFinding({ name: 'cart' }),
          newFinding({ name: 'till', severity: 'low' }),
          newFinding({ name: 'exempt', result: 'exempt' }),
          newFinding({ name: 'batch', owner: DATA, ownerFrom: 'namespace' }),
        ],
        observedAt: NOW,
      });
      expect(await news()).toEqual([
        { owner: DATA, fresh: new Map([['high', 1]]), overdue: 0 },
        {
          owner: WEB,
          fresh: new Map([
            ['high', 1],
            ['low', 1],
          ]),
          overdue: 1,
        },
      ]);
    });

    it('has no news of a cluster whose policies are read for the first time', async () => {
      await ingest(writes, ALPHA, {
        findings: [newFinding(), newFinding({ name: 'till' })],
        observedAt: NOW,
      });
      expect(await news()).toEqual([]);
    });

    it('tells nobody of what nobody owns, or is on a cluster that is gone', async () => {
      const lost = fleetCluster('lost', { owner: '' });
      await putClusters(knex, [lost, ALPHA]);
      for (const cluster of [lost, ALPHA]) {
        await ingest(writes, cluster, { findings: [], observedAt: days(-5) });
        await ingest(writes, cluster, {
          findings: [newFinding()],
          observedAt: NOW,
        });
      }
      await putClusters(knex, [lost]);
      expect(await news()).toEqual([]);
    });
  },
);
