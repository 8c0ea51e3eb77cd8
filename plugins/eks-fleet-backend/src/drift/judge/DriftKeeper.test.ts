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

import type { DriftState } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { Knex } from 'knex';
import { testDatabases } from '../../__testUtils__/databases';
import { aControlPlane, seen } from '../../__testUtils__/observations';
import { migrate } from '../../database/migrate';
import type { ClusterRecord } from '../../inventory/types';
import { DatabaseStatementStore } from '../git/DatabaseStatementStore';
import type { StatementRecord, UnderWay } from '../types';
import { DatabaseDriftStore } from './DatabaseDriftStore';
import { DriftKeeper } from './DriftKeeper';

jest.setTimeout(60_000);

const arnOf = (name: string) =>
  `arn:aws:eks:eu-west-1:111122223333:cluster/${name}`;
const said = (name: string, version: string): StatementRecord => ({
  arn: arnOf(name),
  repository: 'fleet',
  path: `${name}.yaml`,
  provisioner: 'ack',
  head: 'a',
  readAt: '2026-11-29T12:00:00.000Z',
  problems: [],
  statement: { isWhole: false, kubernetesVersion: version, unobserved: [] },
});

describe('DriftKeeper', () => {
  const databases = testDatabases();

  describe.each(databases.eachSupportedId())('on %s', id => {
    let knex: Knex;
    let store: DatabaseDriftStore;
    let statements: DatabaseStatementStore;
    let now: Date;
    let versions: Record<string, string>;
    let createdAt: string;
    let underWay: Map<string, UnderWay>;
    const ofMany = jest.fn(
      async (arns: string[]) =>
        new Map(
          arns.map(arn => [
            arn,
            { controlPlane: seen(aControlPlane({ version: versions[arn] })) },
          ]),
        ),
    );

    beforeEach(async () => {
      knex = await databases.init(id);
      await migrate(knex);
      store = new DatabaseDriftStore(knex);
      statements = new DatabaseStatementStore(knex);
      now = new Date('2026-11-29T12:00:00Z');
      versions = { [arnOf('alpha')]: '1.34', [arnOf('beta')]: '1.33' };
      createdAt = '2026-01-01T00:00:00.000Z';
      underWay = new Map();
      await statements.put([said('alpha', '1.34'), said('beta', '1.34')]);
      jest.clearAllMocks();
    });

    afterEach(() => knex.destroy());

    const judge = () =>
      new DriftKeeper({
        store,
        statements,
        observations: { ofMany },
        marks: async () => new Map(Object.entries(versions)),
        underWay: async () => underWay,
        clusters: async () =>
          Object.keys(versions).map(
            arn => ({ arn, createdAt } as ClusterRecord),
          ),
        now: () => now,
      }).judge();
    const of = async (name: string) =>
      (await store.ofMany([arnOf(name)])).get(arnOf(name));
    const later = () => {
      now = new Date(now.getTime() + 3_600_000);
    };

    it('keeps how each cluster compares, and counts them', async () => {
      await judge();
      expect((await of('alpha'))?.state).toBe('none');
      expect(await of('beta')).toMatchObject({
        state: 'drifted',
        since: '2026-11-29T12:00:00.000Z',
        differences: [
          { field: 'kubernetesVersion', inGit: '1.34', inEks: '1.33' },
        ],
      });
      expect(await store.counts()).toEqual(
        new Map<DriftState, number>([
          ['none', 1],
          ['drifted', 1],
        ]),
      );
    });

    it('judges anew only what has changed on either side', async () => {
      await judge();
      expect(ofMany).toHaveBeenCalledTimes(1);
      await judge();
      expect(ofMany).toHaveBeenCalledTimes(1);
      versions[arnOf('beta')] = '1.34';
      await judge();
      expect(ofMany).toHaveBeenLastCalledWith(
        [arnOf('beta')],
        expect.anything(),
      );
      await statements.put([said('alpha', '1.35')]);
      await judge();
      expect(ofMany).toHaveBeenLastCalledWith(
        [arnOf('alpha')],
        expect.anything(),
      );
      expect((await of('alpha'))?.state).toBe('drifted');
    });

    it('keeps since when it differs, also while something under way explains it', async () => {
      await judge();
      later();
      underWay.set(arnOf('beta'), { rollout: true, requested: [] });
      await judge();
      expect(await of('beta')).toMatchObject({
        state: 'changing',
        since: '2026-11-29T13:00:00.000Z',
        differences: [
          { since: '2026-11-29T12:00:00.000Z', explainedBy: 'rollout' },
        ],
      });
      later();
      versions[arnOf('beta')] = '1.32';
      await judge();
      expect(await of('beta')).toMatchObject({
        state: 'changing',
        since: '2026-11-29T13:00:00.000Z',
        differences: [{ inEks: '1.32', since: '2026-11-29T12:00:00.000Z' }],
      });
    });

    it('begins anew with a cluster that was made again', async () => {
      await judge();
      later();
      createdAt = '2026-11-29T12:30:00.000Z';
      await judge();
      expect(await of('beta')).toMatchObject({
        since: '2026-11-29T13:00:00.000Z',
        differences: [{ since: '2026-11-29T13:00:00.000Z' }],
      });
    });

    it('forgets clusters that are gone', async () => {
      await judge();
      delete versions[arnOf('beta')];
      await judge();
      expect(await of('beta')).toBeUndefined();
      expect(await of('alpha')).toBeDefined();
    });
  });
});
