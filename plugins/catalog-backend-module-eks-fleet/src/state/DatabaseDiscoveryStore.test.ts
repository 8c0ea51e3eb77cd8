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

import type { AwsTarget } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { Knex } from 'knex';
import { testDatabases } from '../__testUtils__/databases';
import { DatabaseDiscoveryStore } from './DatabaseDiscoveryStore';
import { migrate } from './migrate';
import type { ScanSuccess, SeenCluster } from './types';

jest.setTimeout(60_000);

const TARGET: AwsTarget = {
  partition: 'aws',
  accountId: '111122223333',
  region: 'eu-west-1',
};
const OTHER: AwsTarget = { ...TARGET, accountId: '222233334444' };
const T1 = '2026-11-23T09:00:00.000Z';
const T2 = '2026-11-23T09:10:00.000Z';
const T3 = '2026-11-23T09:20:00.000Z';

function cluster(name: string, createdAt = T1): SeenCluster {
  return {
    arn: `arn:aws:eks:eu-west-1:111122223333:cluster/${name}`,
    clusterName: name,
    entityRef: `resource:default/${name}`,
    createdAt,
  };
}

function success(scan: Partial<ScanSuccess> = {}): ScanSuccess {
  return {
    at: T1,
    clusterCount: scan.seen?.length ?? 0,
    unreadable: [],
    rejects: [],
    seen: [],
    listedArns: [],
    missingArns: [],
    ...scan,
  };
}

describe('DatabaseDiscoveryStore', () => {
  const databases = testDatabases();

  describe.each(databases.eachSupportedId())('on %s', id => {
    let client: Knex;
    let store: DatabaseDiscoveryStore;

    beforeEach(async () => {
      client = await databases.init(id);
      await migrate(client);
      store = new DatabaseDiscoveryStore(client);
    });

    const targets = () => store.listTargets('main');

    it('keeps its tables and its migrations apart, and takes them down', async () => {
      await migrate(client);
      await expect(
        client.schema.hasTable('eks_fleet__knex_migrations'),
      ).resolves.toBe(true);
      await expect(client.schema.hasTable('knex_migrations')).resolves.toBe(
        false,
      );
      await client.migrate.rollback(
        {
          directory: `${__dirname}/../../migrations`,
          tableName: 'eks_fleet__knex_migrations',
        },
        true,
      );
      for (const table of ['targets', 'clusters', 'accounts', 'namespaces']) {
        await expect(
          client.schema.hasTable(`eks_fleet_${table}`),
        ).resolves.toBe(false);
      }
      await migrate(client);
      await expect(targets()).resolves.toEqual([]);
    });

    it('leaves the tables alone where migrations are skipped', async () => {
      const latest = jest.fn();
      await migrate({ migrate: { latest } } as unknown as Knex, {
        getClient: async () => client,
        migrations: { skip: true },
      });
      expect(latest).not.toHaveBeenCalled();
    });

    it('adds targets, lets them go and takes them back', async () => {
      await store.setTargets(
        'main',
        [{ ...TARGET, accountName: 'payments' }, OTHER],
        T1,
      );
      expect(await targets()).toEqual([
        expect.objectContaining({
          ...TARGET,
          accountName: 'payments',
          clusterCount: 0,
          unreadable: [],
          rejects: [],
        }),
        expect.objectContaining(OTHER),
      ]);
      await store.setTargets('main', [TARGET], T2);
      await store.setTargets('main', [TARGET], T3);
      expect(
        (await targets()).map(one => [one.accountName, one.unmanagedSince]),
      ).toEqual([
        ['payments', undefined],
        [undefined, T2],
      ]);
      await store.setTargets('main', [TARGET, OTHER], T3);
      expect((await store.getTarget(OTHER))?.unmanagedSince).toBeUndefined();
    });

    it('gives a target to one provider, and to another once it is let go', async () => {
      await store.setTargets('main', [TARGET], T1);
      await store.upsertCluster('main', TARGET, cluster('a'), T1);
      await expect(store.setTargets('second', [TARGET], T1)).resolves.toEqual([
        TARGET,
      ]);
      await store.setTargets('main', [], T2);
      await expect(store.setTargets('second', [TARGET], T2)).resolves.toEqual(
        [],
      );
      expect(await targets()).toEqual([]);
      expect(await store.listClusters({ provider: 'second' })).toEqual([
        expect.objectContaining({ clusterName: 'a' }),
      ]);
    });

    it('takes hundreds of targets, and the same from two replicas at once', async () => {
      const many = Array.from({ length: 250 }, (_, i) => ({
        ...TARGET,
        accountId: String(100_000_000_000 + i),
      }));
      await Promise.all([
        store.setTargets('main', many, T1),
        store.setTargets('main', many, T1),
      ]);
      expect(await targets()).toHaveLength(250);
    });

    it('lets one replica at a time have a target, until its lease ends', async () => {
      await store.setTargets('main', [TARGET], T1);
      const claims = await Promise.all(
        ['a', 'b', 'c'].map(owner => store.claimTarget(TARGET, owner, 0, 1000)),
      );
      expect(claims.filter(Boolean)).toHaveLength(1);
      const holder = ['a', 'b', 'c'][claims.indexOf(true)];
      await store.releaseTarget(TARGET, 'nobody');
      expect(await store.claimTarget(TARGET, 'd', 1000, 2000)).toBe(false);
      expect(await store.claimTarget(TARGET, holder, 1000, 2000)).toBe(true);
      expect(await store.claimTarget(TARGET, 'd', 2001, 3000)).toBe(true);
      await store.releaseTarget(TARGET, 'd');
      expect(await store.claimTarget(TARGET, 'e', 2001, 3000)).toBe(true);
    });

    it('does not give a target to who has not seen its last reading', async () => {
      await store.setTargets('main', [TARGET], T1);
      const [before] = await targets();
      await store.recordSuccess('main', TARGET, success());
      expect(await store.claimTarget(before, 'a', 0, 1)).toBe(false);
      const [after] = await targets();
      expect(await store.claimTarget(after, 'a', 0, 1)).toBe(true);
    });

    it('does not give out what is not there', async () => {
      expect(await store.claimTarget(TARGET, 'a', 0, 1)).toBe(false);
    });

    it('remembers a success and what was wrong in it', async () => {
      await store.setTargets('main', [TARGET], T1);
      const unreadable = [{ name: 'a', reason: 'forbidden: "no"' }];
      const rejects = [{ name: 'b', reason: '<b>' }];
      await store.recordSuccess(
        'main',
        TARGET,
        success({
          nextAttemptAt: T2,
          clusterCount: 7,
          unreadable,
          rejects,
        }),
      );
      expect(await store.getTarget(TARGET)).toMatchObject({
        lastAttemptAt: T1,
        lastSuccessAt: T1,
        nextAttemptAt: T2,
        clusterCount: 7,
        unreadable,
        rejects,
        error: undefined,
      });
    });

    it('remembers since when a target fails in the same way', async () => {
      await store.setTargets('main', [TARGET], T1);
      await store.recordSuccess('main', TARGET, success({ clusterCount: 3 }));
      const fail = (code: 'throttled' | 'forbidden', at: string) =>
        store.recordFailure(TARGET, { at, error: { code, message: code } });
      await fail('throttled', T1);
      await fail('throttled', T2);
      expect(await store.getTarget(TARGET)).toMatchObject({
        lastAttemptAt: T2,
        lastSuccessAt: T1,
        clusterCount: 3,
        error: { code: 'throttled', since: T1 },
      });
      await fail('forbidden', T3);
      expect((await store.getTarget(TARGET))?.error).toEqual({
        code: 'forbidden',
        message: 'forbidden',
        since: T3,
      });
      await store.recordSuccess('main', TARGET, success());
      expect((await store.getTarget(TARGET))?.error).toBeUndefined();
    });

    it('counts how often a cluster was missing in a row', async () => {
      await store.setTargets('main', [TARGET], T1);
      const [a, b] = [cluster('a'), cluster('b')];
      const scan = (at: string, more: Partial<ScanSuccess>) =>
        store.recordSuccess('main', TARGET, success({ at, ...more }));
      await scan(T1, { seen: [a, b] });
      await scan(T2, { seen: [b], missingArns: [a.arn] });
      await scan(T3, { seen: [b], missingArns: [a.arn] });
      await store.acceptRemovals('main', [a.arn], T3);
      await store.acceptRemovals('other', [b.arn], T3);
      expect(await store.getCluster(a.arn)).toMatchObject({
        missedScans: 2,
        missingSince: T2,
        lastSeenAt: T1,
        removalAcceptedAt: T3,
      });
      expect(await store.getCluster(b.arn)).toMatchObject({
        missedScans: 0,
        lastSeenAt: T3,
        removalAcceptedAt: undefined,
      });
      await scan(T3, { seen: [], listedArns: [a.arn] });
      expect(await store.getCluster(a.arn)).toMatchObject({
        missedScans: 0,
        missingSince: undefined,
        lastSeenAt: T3,
        removalAcceptedAt: undefined,
      });
    });

    it('takes a cluster with another birthday for another one', async () => {
      await store.upsertCluster('main', TARGET, cluster('a', T1), T1);
      await store.upsertCluster('main', TARGET, cluster('a', T1), T2);
      const { arn } = cluster('a');
      expect(await store.getCluster(arn)).toMatchObject({
        firstSeenAt: T1,
        lastSeenAt: T2,
      });
      await store.upsertCluster('main', TARGET, cluster('a', T2), T3);
      expect(await store.getCluster(arn)).toMatchObject({
        createdAt: T2,
        firstSeenAt: T3,
      });
    });

    it('finds clusters by target, ARN and entity, and removes them', async () => {
      const many = Array.from({ length: 250 }, (_, i) => cluster(`c-${i}`));
      await store.setTargets('main', [TARGET], T1);
      await store.recordSuccess('main', TARGET, success({ seen: many }));
      expect(
        await store.listClusters({ provider: 'main', target: TARGET }),
      ).toHaveLength(250);
      expect(
        await store.listClusters({ provider: 'main', target: OTHER }),
      ).toEqual([]);
      expect(
        await store.getClusterByEntityRef('resource:default/c-7'),
      ).toMatchObject({ arn: many[7].arn });
      expect(await store.getClusterByEntityRef("x' or '1'='1")).toBeUndefined();
      await store.removeClusters(many.slice(0, 249).map(({ arn }) => arn));
      expect(
        (await store.listClusters({ provider: 'main' })).map(
          ({ clusterName }) => clusterName,
        ),
      ).toEqual(['c-249']);
    });

    it('forgets a target only when it is out of scope and empty', async () => {
      await store.setTargets('main', [TARGET, OTHER], T1);
      await store.upsertCluster('main', TARGET, cluster('a'), T1);
      await store.forgetEmptyUnmanagedTargets('main');
      expect(await targets()).toHaveLength(2);
      await store.setTargets('main', [], T2);
      await store.forgetEmptyUnmanagedTargets('main');
      expect(await targets()).toEqual([expect.objectContaining(TARGET)]);
      await store.removeClusters([cluster('a').arn]);
      await store.forgetEmptyUnmanagedTargets('main');
      expect(await targets()).toEqual([]);
    });

    it('knows accounts by provider, with the last name they had', async () => {
      await store.setAccounts('main', 'aws', [
        { accountId: '1', name: 'one' },
        { accountId: '2' },
      ]);
      await store.setAccounts('other', 'aws', [{ accountId: '1' }]);
      await store.setAccounts('main', 'aws', [{ accountId: '1' }]);
      expect(await store.listAccounts('main')).toEqual([
        {
          accountId: '1',
          provider: 'main',
          partition: 'aws',
          name: 'one',
          inScope: true,
        },
        {
          accountId: '2',
          provider: 'main',
          partition: 'aws',
          name: undefined,
          inScope: false,
        },
      ]);
      expect(await store.listAccounts()).toHaveLength(3);
    });

    it('stores hostile text as it is', async () => {
      const text = `'); DROP TABLE eks_fleet_targets;-- <script> \u{1f680} "`;
      await store.setTargets('main', [{ ...TARGET, accountName: text }], T1);
      await store.recordFailure(TARGET, {
        at: T1,
        error: { code: 'invalid', message: text },
      });
      expect(await store.getTarget(TARGET)).toMatchObject({
        accountName: text,
        error: { message: text },
      });
    });
  });
});
