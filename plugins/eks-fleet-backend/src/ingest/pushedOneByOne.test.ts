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

import type { CollectedCluster } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { Knex } from 'knex';
import { testDatabases } from '../__testUtils__/databases';
import { migrate } from '../database/migrate';
import {
  emptyTables,
  fleetCluster,
  putClusters,
} from '../policy/store/__testUtils__/policyFixtures';
import { startPushes, TestClock } from './__testUtils__/startPushes';
import { DatabasePushedItemStore } from './push/DatabasePushedItemStore';

jest.setTimeout(60_000);

const ALPHA = fleetCluster('alpha');
const CLUSTER = { ...ALPHA } as unknown as CollectedCluster;
const HOUR = 60;
const DAY = 24 * HOUR;

const result = (name: string, more: object = {}) => ({
  message: `requests of <b>${name}</b> are missing`,
  policy: 'require-requests',
  rule: 'containers',
  status: 'fail',
  severity: 'high',
  source: 'kyverno',
  resource: {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    namespace: 'shop',
    name,
  },
  creationTimestamp: '2026-11-23T11:59:00Z',
  ...more,
});
const bench = (status: string) => ({
  Controls: [
    {
      id: '3',
      version: 'eks-1.8.0',
      text: 'Worker nodes',
      tests: [
        {
          section: '3.1',
          desc: 'Files',
          results: [
            {
              test_number: '3.1.1',
              test_desc: 'kubeconfig is 644 or stricter',
              status,
              scored: true,
              actual_value: 'permissions=777',
            },
          ],
        },
      ],
    },
  ],
  Totals: { total_pass: 0, total_fail: 1, total_warn: 0, total_info: 0 },
});

const databases = testDatabases();

describe.each(databases.eachSupportedId())(
  'what is pushed one by one on %s',
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
      await putClusters(knex, [ALPHA]);
      clock = new TestClock();
      one = await startPushes(knex, { clock });
      two = await startPushes(knex, { clock });
    });

    const send = (body: object, replica = one) =>
      replica.tools.policyReporter.take(CLUSTER, body);
    const soon = async (replica = one) => {
      clock.pass(1);
      await replica.run('policies');
    };
    const observed = async (kind = 'policyReporterWebhook') =>
      (await one.observations.of(ALPHA.arn))[kind];

    describe('by Policy Reporter', () => {
      it('is added to what is known, at whichever replica it comes', async () => {
        await send(result('cart'));
        await send(result('till'), two);
        await expect(one.found()).resolves.toEqual([]);
        await soon(two);
        await expect(one.found()).resolves.toEqual(['cart', 'till']);
        await send(result('desk'));
        await soon();
        await expect(one.found()).resolves.toEqual(['cart', 'desk', 'till']);
      });

      it('has a count of failures, and no share of passes', async () => {
        await send(result('cart'));
        await soon();
        expect(await one.cells()).toEqual([
          expect.objectContaining({
            fail: 1,
            pass: undefined,
            passes: 'notRecorded',
            seen: false,
          }),
        ]);
        const [feed] = await one.feeds(ALPHA);
        expect(feed).toMatchObject({
          feed: 'policyReporterWebhook',
          engines: [],
          passes: 'notRecorded',
        });
        expect(feed.notes[0]).toMatch(/neither what passes nor what is mended/);
        expect(await observed()).toMatchObject({
          source: 'reporter',
          observedAt: '2026-11-23T12:00:00.000Z',
          freshUntil: '2026-11-24T12:00:00.000Z',
        });
      });

      it('is one finding however often and in whatever words it comes', async () => {
        await send(result('cart'));
        await soon();
        const [first] = await one.findings();
        clock.pass(HOUR);
        await send(
          result('cart', {
            message: 'in other words',
            creationTimestamp: '2026-11-22T00:00:00Z',
          }),
        );
        await send(
          result('cart', {
            message: 'in other words',
            creationTimestamp: '2031-01-01T00:00:00Z',
          }),
          two,
        );
        await soon();
        const findings = await one.findings();
        expect(findings).toHaveLength(1);
        expect(findings[0]).toMatchObject({
          fingerprint: first.fingerprint,
          firstSeen: first.firstSeen,
          message: 'in other words',
        });
      });

      it('goes when it has not come again for a week, and not before', async () => {
        await send(result('cart'));
        await send(result('till'));
        await soon();
        clock.pass(5 * DAY);
        await send(result('till'));
        await soon();
        clock.pass(2 * DAY - 10);
        await one.run('policies');
        await expect(one.found()).resolves.toEqual(['cart', 'till']);
        clock.pass(20);
        await two.run('policies');
        await expect(one.found()).resolves.toEqual(['till']);
        clock.pass(6 * DAY);
        await one.run('policies');
        await expect(one.found()).resolves.toEqual([]);
      });

      it('may come all at once', async () => {
        const names = Array.from({ length: 60 }, (_, at) => `web-${at}`);
        await Promise.all(
          names.map((name, at) => send(result(name), at % 2 ? one : two)),
        );
        await soon();
        await expect(one.found()).resolves.toEqual(names.sort());
      });

      it('that comes while others are taken in is taken in next', async () => {
        await send(result('cart'));
        const take = one.snapshotIngest.take.bind(one.snapshotIngest);
        const taking = jest
          .spyOn(one.snapshotIngest, 'take')
          .mockImplementationOnce(async reading => {
            const taken = await take(reading);
            await send(result('till'), two);
            return taken;
          });
        await soon();
        taking.mockRestore();
        await expect(one.found()).resolves.toEqual(['cart']);
        await soon();
        await expect(one.found()).resolves.toEqual(['cart', 'till']);
      });

      it('is forgotten with its cluster', async () => {
        await send(result('cart'));
        await putClusters(knex, []);
        clock.pass(15 * DAY);
        await one.run('policies');
        await one.run('retention');
        await expect(knex('pushed_items')).resolves.toEqual([]);
        await expect(knex('pushed_feeds')).resolves.toEqual([]);
      });

      it('is stale after a day without a word, and a heartbeat is one', async () => {
        await send(result('cart'));
        await soon();
        clock.pass(20 * HOUR);
        await send({ event: 'heartbeat', time: 'whenever' });
        await one.run('policies');
        expect(await observed()).toMatchObject({
          observedAt: '2026-11-24T08:01:00.000Z',
          freshUntil: '2026-11-25T08:01:00.000Z',
        });
        await expect(one.found()).resolves.toEqual(['cart']);
      });

      it('gives way to a source that reads all of it', async () => {
        await send(result('cart'));
        await send(result('till'));
        await soon();
        clock.pass(HOUR);
        const reports = (observedAt: Date, freshMinutes: number) =>
          one.intake.put([
            {
              cluster: CLUSTER,
              kind: 'policyReports',
              source: 'reporter',
              observedAt,
              document: { fail: 1 },
              freshUntil: new Date(
                observedAt.getTime() + freshMinutes * 60_000,
              ),
            },
          ]);
        await reports(clock.now(), 30);
        clock.pass(10);
        await send(result('desk'));
        await soon();
        await expect(one.found()).resolves.toEqual([]);
        expect((await observed())!.document).toMatchObject({
          notes: ['All of it is read by policyReports, which counts instead.'],
        });
        // And comes back with what was sent since, once that is stale.
        clock.pass(40);
        await one.run('policies');
        await expect(one.found()).resolves.toEqual(['desk']);
      });

      it('is read no more than once while nothing comes', async () => {
        await send(result('cart'));
        await soon();
        const taking = jest.spyOn(one.snapshotIngest, 'take');
        clock.pass(30);
        await one.run('policies');
        clock.pass(30);
        await one.run('policies');
        expect(taking).not.toHaveBeenCalled();
        taking.mockRestore();
      });

      it('is kept as text, cut to size, whatever is in it', async () => {
        await send(
          result('cart', {
            message: `<img src=x onerror=alert(1)>\u0000${'x'.repeat(
              1_000_000,
            )}`,
          }),
        );
        await soon();
        const [{ message }] = await one.findings();
        expect(message).toMatch(/^<img src=x onerror=alert\(1\)>xxx/);
        expect(message.length).toBeLessThanOrEqual(2_000);
      });

      it.each([
        ['name', { cluster: 'beta' }],
        ['ARN', { clusterArn: ALPHA.arn.replace('alpha', 'beta') }],
      ])('is refused with the %s of another cluster', async (_, properties) => {
        await expect(
          send(result('cart', { properties })),
        ).rejects.toMatchObject({ reason: 'otherCluster', statusCode: 403 });
        await send(
          result('till', {
            properties: { cluster: 'alpha', clusterArn: ALPHA.arn },
          }),
        );
        await soon();
        const findings = await one.findings();
        expect(findings.map(({ name }) => name)).toEqual(['till']);
        expect(findings[0].properties).toEqual({});
      });

      it('is refused where it is neither a result nor a heartbeat', async () => {
        await expect(send({ alerts: [] })).rejects.toMatchObject({
          reason: 'invalid',
          statusCode: 400,
        });
      });

      it('is refused where there is more than is taken, and known ones are not', async () => {
        const store = new DatabasePushedItemStore(knex, { most: 2 });
        const put = (key: string) =>
          store.put(
            { arn: ALPHA.arn, createdAt: '' },
            'policyReporterWebhook',
            { key, document: {} },
            { now: clock.now(), expiresAt: new Date('2027-01-01') },
          );
        await expect(put('a')).resolves.toBe(true);
        await expect(put('b')).resolves.toBe(true);
        await expect(put('c')).resolves.toBe(false);
        await expect(put('a')).resolves.toBe(true);
      });

      it('is taken in again after it failed', async () => {
        await send(result('cart'));
        const failing = jest
          .spyOn(one.snapshotIngest, 'take')
          .mockRejectedValueOnce(new Error('the database is away'));
        await soon();
        expect(one.logger.warn).toHaveBeenCalledWith(
          expect.stringContaining('could not be taken in'),
          expect.anything(),
        );
        failing.mockRestore();
        clock.pass(2);
        await one.run('policies');
        await expect(one.found()).resolves.toEqual(['cart']);
      });
    });

    describe('by kube-bench', () => {
      const print = (body: unknown, node?: string) =>
        one.tools.kubeBench.take(CLUSTER, body, node);

      it('counts the worst of all nodes, each by what it printed last', async () => {
        await print(bench('PASS'), 'ip-10-0-0-1');
        await print(bench('FAIL'), 'ip-10-0-0-2');
        await soon();
        expect(await one.findings()).toEqual([
          expect.objectContaining({
            kind: 'Cluster',
            result: 'fail',
            properties: expect.objectContaining({ nodes: 'ip-10-0-0-2' }),
            policy: expect.objectContaining({
              engine: 'kube-bench',
              kind: 'eks-1.8.0',
              name: '3.1.1',
            }),
          }),
        ]);
        await print(bench('PASS'), 'ip-10-0-0-2');
        await soon();
        await expect(one.findings()).resolves.toEqual([]);
        expect(await one.cells()).toEqual([
          expect.objectContaining({ fail: 0, pass: 1, passes: 'exact' }),
        ]);
      });

      it('forgets a node that has printed nothing for a month', async () => {
        await print(bench('FAIL'), 'ip-10-0-0-1');
        clock.pass(20 * DAY);
        await print(bench('PASS'), 'ip-10-0-0-2');
        await soon();
        await expect(one.findings()).resolves.toHaveLength(1);
        clock.pass(11 * DAY);
        await one.run('policies');
        await expect(one.findings()).resolves.toEqual([]);
      });

      it.each([
        ['nothing', []],
        ['something else', { kind: 'List', items: [] }],
        ['no checks', { Controls: [], Totals: {} }],
      ])('refuses %s', async (_, body) => {
        await expect(print(body)).rejects.toMatchObject({
          reason: 'invalid',
          statusCode: 400,
        });
      });
    });
  },
);
