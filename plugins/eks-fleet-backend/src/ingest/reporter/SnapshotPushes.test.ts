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

import type { ReportedPolicyPart } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { ObservationFailure } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { Knex } from 'knex';
import { testDatabases } from '../../__testUtils__/databases';
import { migrate } from '../../database/migrate';
import type { ReportingCluster } from '../../kubernetes/reporter/ReporterGate';
import {
  emptyTables,
  fleetCluster,
  LABELS,
  observedPolicy,
  putClusters,
} from '../../policy/store/__testUtils__/policyFixtures';
import { startPushes, TestClock } from '../__testUtils__/startPushes';

jest.setTimeout(60_000);

const ALPHA = fleetCluster('alpha');
const BETA = fleetCluster('beta');
const reporting = ({
  arn,
  createdAt,
}: ReturnType<typeof fleetCluster>): ReportingCluster =>
  ({
    arn,
    createdAt,
    name: arn.split('/')[1],
    accountId: arn.split(':')[4],
    region: arn.split(':')[3],
    partition: 'aws',
  } as ReportingCluster);

const id = (digit: number) =>
  `${String(digit).repeat(8)}-1111-4222-8333-444455556666`;
const broken = (...names: string[]): ReportedPolicyPart['outcomes'] =>
  names.map(name => ({
    policy: LABELS,
    result: 'fail',
    severity: 'high',
    resource: { kind: 'Deployment', namespace: 'shop', name },
  }));
const FINAL = {
  engines: ['gatekeeper' as const],
  passes: 'exact' as const,
  state: 'rv=1',
};

const databases = testDatabases();

describe.each(databases.eachSupportedId())(
  'snapshots that come in parts on %s',
  databaseId => {
    let knex: Knex;
    let clock: TestClock;
    let one: Awaited<ReturnType<typeof startPushes>>;
    let two: Awaited<ReturnType<typeof startPushes>>;

    beforeAll(async () => {
      knex = await databases.init(databaseId);
      await migrate(knex);
    });

    beforeEach(async () => {
      await emptyTables(knex);
      for (const table of [
        'observations',
        'pushed_parts',
        'pushed_snapshots',
        'pushed_items',
        'pushed_feeds',
      ]) {
        await knex(table).delete();
      }
      await putClusters(knex, [ALPHA, BETA]);
      clock = new TestClock();
      one = await startPushes(knex, { clock });
      two = await startPushes(knex, { clock });
    });

    const part = (
      snapshot: number,
      sequence: number,
      more: Partial<ReportedPolicyPart> = {},
    ): ReportedPolicyPart => ({
      feed: 'policyReports',
      snapshot: id(snapshot),
      sequence,
      ...more,
    });
    const take = (
      replica: typeof one,
      sent: ReportedPolicyPart,
      cluster = ALPHA,
    ) => replica.snapshots.take(reporting(cluster), sent);
    /** A whole one, in three parts. */
    const push = async (snapshot: number, ...names: string[]) => {
      await take(one, part(snapshot, 0));
      await take(one, part(snapshot, 1, { outcomes: broken(...names) }));
      return take(one, part(snapshot, 2, { final: FINAL }));
    };
    const observed = async () =>
      (await one.observations.of(ALPHA.arn)).policyReports;

    it('are taken in once the last part has come, at whichever replica', async () => {
      await expect(take(one, part(1, 0))).resolves.toEqual({
        taken: 'part',
        next: 1,
      });
      await take(two, part(1, 1, { outcomes: broken('cart', 'till') }));
      await take(
        one,
        part(1, 2, {
          policies: [observedPolicy()],
          tallies: [{ policy: LABELS, pass: 7, passes: 'exact' }],
        }),
      );
      await expect(one.found()).resolves.toEqual([]);
      clock.pass(1);
      await expect(
        take(two, part(1, 3, { outcomes: broken('desk'), final: FINAL })),
      ).resolves.toEqual({ taken: 'snapshot', next: 4 });
      await expect(one.found()).resolves.toEqual(['cart', 'desk', 'till']);
      const [finding] = await one.findings();
      expect(finding).toMatchObject({
        owner: 'group:default/shop',
        feed: 'policyReports',
      });
      expect(await one.cells()).toEqual([
        expect.objectContaining({
          fail: 3,
          pass: 7,
          passes: 'exact',
          seen: true,
        }),
      ]);
      // It began a minute before it ended.
      expect(await observed()).toMatchObject({
        source: 'reporter',
        observedAt: '2026-11-23T12:00:00.000Z',
        freshUntil: '2026-11-23T12:45:00.000Z',
        document: { fail: 3, engines: ['gatekeeper'] },
      });
      await expect(knex('pushed_parts')).resolves.toEqual([]);
    });

    it('take nothing for gone before the last part, and then what is not in it', async () => {
      await push(1, 'cart', 'till');
      clock.pass(15);
      await take(one, part(2, 0));
      await take(two, part(2, 1, { outcomes: broken('till') }));
      await expect(one.found()).resolves.toEqual(['cart', 'till']);
      await take(two, part(2, 2, { final: FINAL }));
      await expect(one.found()).resolves.toEqual(['till']);
    });

    it('that stay half change nothing, and are dropped after an hour', async () => {
      await push(1, 'cart');
      clock.pass(15);
      await take(one, part(2, 0));
      await take(one, part(2, 1, { outcomes: broken('till') }));
      clock.pass(61);
      await one.run('policies');
      await one.run('retention');
      await expect(one.found()).resolves.toEqual(['cart']);
      await expect(knex('pushed_parts')).resolves.toEqual([]);
      await expect(
        take(one, part(2, 2, { final: FINAL })),
      ).rejects.toMatchObject({ reason: 'superseded', expected: 0 });
    });

    it('do not say when they were read, whatever the clock of the cluster', async () => {
      const final = {
        ...FINAL,
        observedAt: '2031-01-01T00:00:00Z',
        evaluatedAt: '2026-11-22T12:00:00Z',
      };
      await take(one, part(1, 0, { outcomes: broken('cart'), final }));
      const [feed] = await one.feeds(ALPHA);
      expect(feed).toMatchObject({
        observedAt: '2026-11-23T12:00:00.000Z',
        freshUntil: '2026-11-23T12:45:00.000Z',
        evaluatedAt: '2026-11-22T12:00:00.000Z',
      });
      clock.pass(15);
      await push(2, 'till');
      await expect(one.found()).resolves.toEqual(['till']);
    });

    it('take a part again whose answer was lost, and count it once', async () => {
      await take(one, part(1, 0));
      const second = part(1, 1, {
        tallies: [{ policy: LABELS, pass: 5, passes: 'exact' }],
      });
      await take(one, second);
      await expect(take(two, second)).resolves.toMatchObject({ next: 2 });
      const last = part(1, 2, { outcomes: broken('cart'), final: FINAL });
      await take(one, last);
      clock.pass(1);
      await expect(take(two, last)).resolves.toEqual({
        taken: 'snapshot',
        next: 3,
      });
      expect((await one.cells())[0]).toMatchObject({ pass: 5, fail: 1 });
    });

    it.each<[string, ReportedPolicyPart, string, number]>([
      ['out of order', part(1, 3, { outcomes: broken('x') }), 'outOfOrder', 2],
      ['replayed', part(1, 1, { outcomes: broken('x') }), 'replayed', 2],
      [
        'of another snapshot',
        part(2, 2, { outcomes: broken('x') }),
        'outOfOrder',
        0,
      ],
    ])('refuse a part %s, and go on', async (_, wrong, reason, expected) => {
      await take(one, part(1, 0));
      await take(one, part(1, 1, { outcomes: broken('cart') }));
      await expect(take(two, wrong)).rejects.toMatchObject({
        reason,
        expected,
        statusCode: 409,
      });
      await take(two, part(1, 2, { final: FINAL }));
      await expect(one.found()).resolves.toEqual(['cart']);
    });

    it('are refused as a whole when they are played again', async () => {
      await push(1, 'cart');
      clock.pass(15);
      await push(2);
      await expect(one.found()).resolves.toEqual([]);
      clock.pass(15);
      await expect(push(1, 'cart')).rejects.toMatchObject({
        reason: 'replayed',
        expected: 0,
      });
      await expect(one.found()).resolves.toEqual([]);
    });

    it('give way to the one that began later', async () => {
      await take(one, part(1, 0));
      await take(one, part(1, 1, { outcomes: broken('cart') }));
      await take(two, part(2, 0));
      await expect(
        take(one, part(1, 2, { final: FINAL })),
      ).rejects.toMatchObject({ reason: 'superseded', expected: 0 });
      await take(two, part(2, 1, { outcomes: broken('till'), final: FINAL }));
      await expect(one.found()).resolves.toEqual(['till']);
    });

    it('of one cluster know nothing of those of another', async () => {
      await take(one, part(1, 0));
      await expect(
        take(one, part(1, 1, { final: FINAL }), BETA),
      ).rejects.toMatchObject({ reason: 'outOfOrder', expected: 0 });
      await take(one, part(1, 1, { outcomes: broken('cart'), final: FINAL }));
      await expect(
        (await one.findings()).map(({ cluster }) => cluster.arn),
      ).toEqual([ALPHA.arn]);
    });

    it('say that nothing has changed since what the portal knows', async () => {
      await push(1, 'cart');
      clock.pass(15);
      await expect(take(two, part(2, 0))).resolves.toEqual({
        taken: 'part',
        next: 1,
        previous: 'rv=1',
      });
      await take(
        two,
        part(2, 1, { final: { engines: [], unchanged: true, state: 'rv=1' } }),
      );
      await expect(one.found()).resolves.toEqual(['cart']);
      expect(await observed()).toMatchObject({
        observedAt: '2026-11-23T12:15:00.000Z',
      });
    });

    it('are not believed that nothing has changed since something else', async () => {
      await push(1, 'cart');
      clock.pass(15);
      await take(two, part(2, 0));
      await expect(
        take(
          two,
          part(2, 1, {
            final: { engines: [], unchanged: true, state: 'rv=0' },
          }),
        ),
      ).rejects.toMatchObject({ reason: 'previousUnknown', statusCode: 409 });
      await expect(one.found()).resolves.toEqual(['cart']);
      expect(await observed()).toMatchObject({
        observedAt: '2026-11-23T12:00:00.000Z',
      });
      clock.pass(15);
      await push(3, 'till');
      await expect(one.found()).resolves.toEqual(['till']);
    });

    it('record what kept one from being read, and keep what is known', async () => {
      await push(1, 'cart');
      clock.pass(15);
      await take(one, part(2, 0));
      await take(one, part(2, 1, { outcomes: broken('till') }));
      const error = { code: 'forbidden' as const, message: 'May not list' };
      await expect(take(one, part(2, 2, { error }))).resolves.toMatchObject({
        taken: 'error',
      });
      await expect(one.found()).resolves.toEqual(['cart']);
      expect(await observed()).toMatchObject({
        observedAt: '2026-11-23T12:00:00.000Z',
        error,
      });
      await expect(knex('pushed_parts')).resolves.toEqual([]);
    });

    it('are taken in by the schedule where that failed at first', async () => {
      const failing = jest
        .spyOn(one.snapshotIngest, 'take')
        .mockRejectedValueOnce(new ObservationFailure('timeout', 'slow'));
      await take(one, part(1, 0));
      await expect(
        take(one, part(1, 1, { outcomes: broken('cart'), final: FINAL })),
      ).rejects.toThrow('slow');
      failing.mockRestore();
      clock.pass(2);
      await two.run('policies');
      await expect(one.found()).resolves.toEqual(['cart']);
    });

    it('of a cluster that is made again are not finished by the new one', async () => {
      await take(one, part(1, 0));
      await take(one, part(1, 1, { outcomes: broken('cart') }));
      const again = { ...ALPHA, createdAt: '2026-11-23T11:59:00Z' };
      await expect(
        take(one, part(1, 2, { final: FINAL }), again),
      ).rejects.toMatchObject({ reason: 'outOfOrder', expected: 0 });
      await take(one, part(3, 0), again);
      await expect(knex('pushed_parts')).resolves.toEqual([]);
    });

    it('give way to a source that reads the same from Policy Reporter', async () => {
      await one.intake.put([
        {
          cluster: { ...ALPHA } as never,
          kind: 'policyReporter',
          source: 'reporter',
          observedAt: clock.now(),
          document: { fail: 1 },
          freshUntil: new Date(clock.now().getTime() + 30 * 60_000),
        },
      ]);
      await expect(push(1, 'cart')).resolves.toMatchObject({
        taken: 'snapshot',
      });
      await expect(one.found()).resolves.toEqual([]);
      await expect(knex('pushed_parts')).resolves.toEqual([]);
      clock.pass(45);
      await push(2, 'cart');
      await expect(one.found()).resolves.toEqual(['cart']);
    });

    it('are of kinds that a reporter reads', async () => {
      await expect(
        take(one, part(1, 0, { feed: 'policyReporterWebhook' })),
      ).rejects.toMatchObject({ reason: 'invalid', statusCode: 400 });
    });
  },
);
