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

import { startSimulator } from '@eks-fleet/simulator';
import knexFactory from 'knex';
import { hasPostgres, testDatabases } from '../__testUtils__/databases';
import { startDiscovery } from '../__testUtils__/discovery';
import { migrate } from '../state/migrate';

jest.setTimeout(60_000);

const ACCOUNTS = ['100000000001', '100000000002', '100000000003'];
const REGIONS = ['eu-west-1', 'us-east-1', 'eu-central-1'];

/* One connection to SQLite lets no two replicas meet. */
const onPostgres = hasPostgres ? describe : describe.skip;

onPostgres('two replicas that scan at once', () => {
  const databases = testDatabases();
  const environment = process.env;

  afterEach(() => {
    process.env = environment;
  });

  it('read every target once and lose nothing', async () => {
    process.env = { ...environment };
    const simulator = await startSimulator({ fleet: '3x3x4' });
    const client = await databases.init('POSTGRES_15');
    await migrate(client);
    const second = knexFactory(client.client.config);
    let now = new Date('2026-11-23T09:00:00Z');
    const provider = { accounts: ACCOUNTS, regions: REGIONS };
    const replicas = await Promise.all(
      [client, second].map(connection =>
        startDiscovery({
          simulator,
          client: connection,
          provider,
          now: () => now,
        }),
      ),
    );
    const lists = () =>
      simulator
        .calls()
        .filter(({ operation }) => operation === 'ListClusters')
        .map(({ count }) => count);

    for (let scan = 1; scan <= 3; scan++) {
      simulator.resetCalls();
      await Promise.all(replicas.map(one => one.provider.scan()));
      expect(lists()).toEqual(Array(9).fill(1));
      now = new Date(now.getTime() + 600_000);
    }
    const handedOver = new Set(
      replicas.flatMap(one => one.clusters().map(e => e.metadata.name)),
    );
    expect(handedOver.size).toBe(36);
    const known = await replicas[0].store.listClusters({ provider: 'main' });
    expect(known).toHaveLength(36);
    expect(known.every(({ missedScans }) => missedScans === 0)).toBe(true);
    expect(
      replicas
        .flatMap(one => one.mutations)
        .flatMap(mutation =>
          mutation.type === 'delta' ? mutation.removed : [],
        ),
    ).toEqual([]);
    await second.destroy();
    await simulator.stop();
  });

  it('wait for a cluster that is gone as long as one would', async () => {
    process.env = { ...environment };
    const simulator = await startSimulator({ fleet: '1x1x5' });
    const client = await databases.init('POSTGRES_15');
    await migrate(client);
    let now = new Date('2026-11-23T09:00:00Z');
    const provider = { accounts: ACCOUNTS.slice(0, 1), regions: ['eu-west-1'] };
    const replicas = await Promise.all(
      [1, 2].map(() =>
        startDiscovery({ simulator, client, provider, now: () => now }),
      ),
    );
    const scan = async () => {
      now = new Date(now.getTime() + 600_000);
      await Promise.all(replicas.map(one => one.provider.scan()));
    };
    const known = async () =>
      (await replicas[0].store.listClusters({ provider: 'main' })).length;

    await scan();
    simulator.model.removeCluster(ACCOUNTS[0], 'eu-west-1', 'cluster-0001');
    await scan();
    expect(await known()).toBe(5);
    await scan();
    expect(await known()).toBe(4);
    await simulator.stop();
  });
});
