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
import { allCells } from '../allCells';
import { NOW } from '../../../__testUtils__/clock';
import { testDatabases } from '../../../__testUtils__/databases';
import { migrate } from '../../../database/migrate';
import type { NewFinding } from '../../types';
import {
  days,
  emptyTables,
  findingSelection,
  fleetCluster,
  LABELS,
  newFinding,
  observedPolicy,
  policySelection,
  putClusters,
} from '../__testUtils__/policyFixtures';
import { DatabasePolicyIngestStore } from '../DatabasePolicyIngestStore';
import { DatabasePolicyStore } from '../DatabasePolicyStore';

jest.setTimeout(60_000);

const ALPHA = fleetCluster('alpha');
const BETA = fleetCluster('beta');
const databases = testDatabases();

describe.each(databases.eachSupportedId())(
  'taking over a feed on %s',
  databaseId => {
    let knex: Knex;
    let store: DatabasePolicyStore;
    let writes: DatabasePolicyIngestStore;

    beforeAll(async () => {
      knex = await databases.init(databaseId);
      await migrate(knex);
    });

    beforeEach(async () => {
      await emptyTables(knex);
      await putClusters(knex, [ALPHA, BETA]);
      store = new DatabasePolicyStore(knex);
      writes = new DatabasePolicyIngestStore(knex);
    });

    async function read(
      feed: string,
      names: string[],
      {
        cluster = ALPHA,
        insteadOf,
        now = NOW,
      }: { cluster?: typeof ALPHA; insteadOf?: string[]; now?: Date } = {},
    ) {
      const session = await writes.begin(
        { ...cluster, environment: 'prod' },
        feed,
        { due: [], now, insteadOf },
      );
      await session.add(names.map(name => findingOn(cluster.name, name)));
      await session.complete({
        state: `what ${feed} read`,
        policies: [observedPolicy()],
        tallies: [{ policy: LABELS, pass: 7, passes: 'exact', skip: 0 }],
        exceptions: [],
        engines: ['gatekeeper'],
        truncated: false,
        notes: [],
        observedAt: now,
        freshUntil: days(30),
      });
      return session.previous;
    }

    function findingOn(cluster: string, name: string): NewFinding {
      const finding = newFinding({ name });
      return {
        ...finding,
        fingerprint: `${cluster[0]}${finding.fingerprint.slice(1)}`,
      };
    }

    async function findings(state: 'open' | 'resolved' = 'open') {
      const { records } = await store.findings(findingSelection({ state }), {
        order: { field: 'firstSeen', direction: 'asc' },
        limit: 50,
      });
      return records.map(
        ({ cluster, feed, firstSeen, name }) =>
          `${cluster.name}/${name} by ${feed} since ${firstSeen.slice(0, 10)}`,
      );
    }

    const day = (count: number) => days(count).toISOString().slice(0, 10);
    const counted = async () => {
      const { cells } = await store.matrix(policySelection(), 'cluster');
      return allCells(cells).map(({ column, fail, pass }) => [
        column === ALPHA.arn ? 'alpha' : 'beta',
        fail,
        pass,
      ]);
    };

    it('keeps when findings were first seen, and counts nothing twice', async () => {
      await read('policyReports', ['cart', 'till']);
      const previous = await read('policyReporter', ['cart', 'mail'], {
        insteadOf: ['policyReports'],
        now: days(1),
      });
      // What another feed had for its state says nothing to this one.
      expect(previous?.state).toBeUndefined();
      expect(await findings()).toEqual([
        `alpha/cart by policyReporter since ${day(0)}`,
        `alpha/mail by policyReporter since ${day(1)}`,
      ]);
      expect(await findings('resolved')).toEqual([
        `alpha/till by policyReporter since ${day(0)}`,
      ]);
      expect(await counted()).toEqual([['alpha', 2, 7]]);
      expect((await store.feeds([ALPHA.arn])).map(({ feed }) => feed)).toEqual([
        'policyReporter',
      ]);
    });

    it('resolves nothing before all was read', async () => {
      await read('policyReports', ['cart', 'till']);
      await writes.begin({ ...ALPHA, environment: 'prod' }, 'policyReporter', {
        due: [],
        now: days(1),
        insteadOf: ['policyReports'],
      });
      expect(await findings()).toHaveLength(2);
      expect(await counted()).toEqual([['alpha', 2, 7]]);
    });

    it('goes back the same way', async () => {
      await read('policyReports', ['cart']);
      await read('policyReporter', ['cart'], {
        insteadOf: ['policyReports'],
        now: days(1),
      });
      await read('policyReports', ['cart'], {
        insteadOf: ['policyReporter'],
        now: days(2),
      });
      expect(await findings()).toEqual([
        `alpha/cart by policyReports since ${day(0)}`,
      ]);
    });

    it('forgets what another one read besides', async () => {
      await read('policyReporter', ['cart']);
      await read('policyReports', ['cart', 'till']);
      await read('policyReporter', ['cart'], {
        insteadOf: ['policyReports'],
        now: days(1),
      });
      expect(await findings()).toEqual([
        `alpha/cart by policyReporter since ${day(0)}`,
      ]);
      expect(await counted()).toEqual([['alpha', 1, 7]]);
    });

    it('leaves other clusters, and other feeds, alone', async () => {
      await read('policyReports', ['cart'], { cluster: BETA });
      await read('policyGatekeeper', ['cart']);
      await read('policyReporter', ['cart'], {
        insteadOf: ['policyReports'],
        now: days(1),
      });
      expect((await findings()).sort()).toEqual([
        `alpha/cart by policyGatekeeper since ${day(0)}`,
        `alpha/cart by policyReporter since ${day(1)}`,
        `beta/cart by policyReports since ${day(0)}`,
      ]);
    });
  },
);
