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
import { at, fleetCluster, iso, NOON } from '../__testUtils__/fleet';
import { DatabaseObservationStore } from './DatabaseObservationStore';
import { prepareDocument } from './prepareDocument';
import type { Claim, ClaimRequest, ReportedObservation } from './types';

jest.setTimeout(60_000);

const ALPHA = fleetCluster();
const BETA = fleetCluster({ name: 'beta' });
const REBUILT = fleetCluster({ createdAt: '2026-11-20T00:00:00.000Z' });
const DENIED = { code: 'forbidden', message: 'denied' } as const;

describe('DatabaseObservationStore', () => {
  const databases = testDatabases();

  describe.each(databases.eachSupportedId())('on %s', id => {
    let knex: Knex;
    let store: DatabaseObservationStore;

    beforeEach(async () => {
      knex = await databases.init(id);
      await migrate(knex);
      store = new DatabaseObservationStore(knex);
    });

    const sync = (
      clusters = [ALPHA],
      kinds = ['nodegroups', 'addons'],
      now = NOON,
    ) => store.sync(clusters, kinds, () => kinds, now);
    const claim = (more: Partial<ClaimRequest> = {}) =>
      store.claim({
        owner: 'me',
        now: NOON,
        kinds: ['nodegroups', 'addons'],
        limit: 100,
        perTarget: 100,
        leaseSeconds: 90,
        ...more,
      });
    const succeed = (taken: Claim, document: unknown, second = 0) =>
      store.succeed(taken, {
        document: prepareDocument(document),
        startedAt: at(second),
        freshUntil: at(second + 2700),
        nextAt: at(second + 900),
      });
    const fail = (taken: Claim, second = 0, error: object = DENIED) =>
      store.fail(taken, {
        error: error as typeof DENIED,
        startedAt: at(second),
        nextAt: at(second + 60),
      });
    const kindsOf = (claims: Claim[]) =>
      claims.map(({ cluster, kind }) => `${cluster.name} ${kind}`);
    const report = (
      more: Partial<ReportedObservation> = {},
    ): ReportedObservation =>
      ({
        cluster: { ...ALPHA, entityRef: undefined },
        kind: 'controlPlane',
        source: 'discovery',
        observedAt: NOON,
        freshUntil: at(1800),
        document: { name: 'alpha' },
        ...more,
      } as ReportedObservation);

    describe('sync', () => {
      it('adds what is missing once, due at once', async () => {
        expect(await sync()).toEqual({ added: 2, removed: 0, reset: 0 });
        expect(await sync()).toEqual({ added: 0, removed: 0, reset: 0 });
        expect(kindsOf(await claim())).toEqual([
          'alpha addons',
          'alpha nodegroups',
        ]);
      });

      it('drops what is of clusters that are gone', async () => {
        await sync([ALPHA, BETA]);
        expect(await sync([BETA])).toEqual({ added: 0, removed: 2, reset: 0 });
        expect(kindsOf(await claim())).toEqual([
          'beta addons',
          'beta nodegroups',
        ]);
      });

      it('lets a cluster made again inherit nothing', async () => {
        await sync([ALPHA, BETA]);
        for (const taken of await claim()) {
          await succeed(taken, { of: taken.cluster.name });
        }
        expect(await sync([REBUILT, BETA])).toEqual({
          added: 0,
          removed: 0,
          reset: 2,
        });
        expect(await store.of(ALPHA.arn)).toEqual({});
        expect(await store.of(BETA.arn)).toMatchObject({
          addons: { document: { of: 'beta' } },
        });
        expect(await claim()).toEqual([
          expect.objectContaining({
            kind: 'addons',
            previous: undefined,
            cluster: expect.objectContaining({ createdAt: REBUILT.createdAt }),
          }),
          expect.objectContaining({ kind: 'nodegroups' }),
        ]);
      });

      it('takes no result from who still observed the cluster before', async () => {
        await sync();
        const [taken] = await claim({ limit: 1 });
        await sync([REBUILT]);
        expect(await succeed(taken, { old: true })).toBeUndefined();
        expect(await store.of(ALPHA.arn)).toEqual({});
      });

      it('hands the newest version of a cluster to collectors', async () => {
        await sync();
        await sync([fleetCluster({ version: '1.35' })]);
        const [taken] = await claim();
        expect(taken.cluster).toEqual({
          arn: ALPHA.arn,
          entityRef: ALPHA.entityRef,
          partition: 'aws',
          accountId: ALPHA.accountId,
          region: ALPHA.region,
          name: 'alpha',
          createdAt: ALPHA.createdAt,
          version: '1.35',
        });
      });
    });

    describe('claim', () => {
      it('gives each row to one of two who ask at the same time', async () => {
        const fleet = Array.from({ length: 30 }, (_, index) =>
          fleetCluster({ name: `c${index}` }),
        );
        await sync(fleet);
        const [mine, yours] = await Promise.all([
          claim({ limit: 40 }),
          claim({ owner: 'you', limit: 40 }),
        ]);
        const rows = [...kindsOf(mine), ...kindsOf(yours)];
        expect(new Set(rows).size).toBe(rows.length);
        const rest = await claim({ owner: 'third' });
        expect(rows.length + rest.length).toBe(60);
      });

      it('takes no more than it is asked for', async () => {
        await sync([ALPHA, BETA]);
        expect(await claim({ limit: 3 })).toHaveLength(3);
        expect(await claim({ limit: 0 })).toEqual([]);
        expect(await claim({ kinds: [] })).toEqual([]);
        expect(await claim({ kinds: ['unheardOf'] })).toEqual([]);
        expect(await claim()).toHaveLength(1);
      });

      it('lets targets take turns, each with so many at most', async () => {
        const names = ['a1', 'a2', 'a3'];
        const crowded = names.map(name => fleetCluster({ name }));
        const other = fleetCluster({ name: 'z', region: 'us-east-1' });
        await sync([...crowded, other], ['nodegroups']);
        expect(kindsOf(await claim({ limit: 2, perTarget: 2 }))).toEqual([
          'a1 nodegroups',
          'z nodegroups',
        ]);
        expect(kindsOf(await claim({ perTarget: 2 }))).toEqual([
          'a2 nodegroups',
        ]);
        expect(await claim({ perTarget: 2 })).toEqual([]);
      });

      it('takes what is asked for first, then what is looked at, then the oldest', async () => {
        const gamma = fleetCluster({ name: 'gamma' });
        const delta = fleetCluster({ name: 'delta' });
        await sync([delta], ['nodegroups'], at(-100));
        await sync([ALPHA, BETA, gamma, delta], ['nodegroups'], at(-50));
        await store.want([BETA.arn], at(60));
        await store.requestRefresh(gamma.arn, NOON);
        expect(kindsOf(await claim())).toEqual([
          'gamma nodegroups',
          'beta nodegroups',
          'delta nodegroups',
          'alpha nodegroups',
        ]);
      });

      it('looks at nobody any more when the time for it is over', async () => {
        await sync([ALPHA, BETA], ['nodegroups']);
        await store.want([BETA.arn], at(60));
        expect(kindsOf(await claim({ now: at(61) }))).toEqual([
          'alpha nodegroups',
          'beta nodegroups',
        ]);
      });

      it('takes over when a lease is over, and lets the late one record nothing', async () => {
        await sync([ALPHA], ['nodegroups']);
        const [first] = await claim();
        expect(await claim({ owner: 'you', now: at(89) })).toEqual([]);
        const [second] = await claim({ owner: 'you', now: at(90) });
        expect(second.lease).toBe(first.lease + 1);
        expect(await succeed(first, { late: true })).toBeUndefined();
        expect(await fail(first)).toBeUndefined();
        expect(await succeed(second, { good: true }, 90)).toMatchObject({
          change: { after: { good: true } },
        });
      });

      it('has rows again at once that are given back', async () => {
        await sync([ALPHA], ['nodegroups']);
        const claims = await claim();
        await store.release(claims);
        expect(await claim({ owner: 'you' })).toMatchObject([
          { failures: 0, kind: 'nodegroups' },
        ]);
        await store.release(claims);
        expect(await claim()).toEqual([]);
      });
    });

    describe('succeed', () => {
      it('records a document, its age and when it is due again', async () => {
        await sync([ALPHA], ['nodegroups']);
        const [taken] = await claim();
        expect(await succeed(taken, { nodes: 3 }, 1)).toEqual({
          change: {
            cluster: taken.cluster,
            kind: 'nodegroups',
            source: 'collector',
            before: undefined,
            after: { nodes: 3 },
            at: iso(1),
          },
        });
        expect(await store.of(ALPHA.arn)).toEqual({
          nodegroups: {
            source: 'collector',
            observedAt: iso(1),
            attemptedAt: iso(1),
            freshUntil: iso(2701),
            document: { nodes: 3 },
            error: undefined,
          },
        });
        expect(await claim({ now: at(900) })).toEqual([]);
        expect(await claim({ now: at(901) })).toMatchObject([
          { previous: { document: { nodes: 3 }, observedAt: iso(1) } },
        ]);
      });

      it('writes an equal document no second time', async () => {
        await sync([ALPHA], ['nodegroups']);
        const [first] = await claim();
        await succeed(first, { a: 1, b: 2 });
        await knex('observations').update({ document: '{"untouched":true}' });
        const [second] = await claim({ now: at(900) });
        expect(await succeed(second, { b: 2, a: 1 }, 900)).toEqual({});
        expect(await store.of(ALPHA.arn)).toMatchObject({
          nodegroups: {
            document: { untouched: true },
            observedAt: iso(900),
            freshUntil: iso(3600),
          },
        });
      });

      it('tells what was before', async () => {
        await sync([ALPHA], ['nodegroups']);
        const [first] = await claim();
        await succeed(first, { nodes: 3 });
        const [second] = await claim({ now: at(900) });
        expect(await succeed(second, { nodes: 4 }, 900)).toMatchObject({
          change: { before: { nodes: 3 }, after: { nodes: 4 } },
        });
      });

      it('is due again at once where a refresh was asked for meanwhile', async () => {
        await sync([ALPHA], ['nodegroups']);
        const [taken] = await claim();
        await store.requestRefresh(ALPHA.arn, at(5));
        await succeed(taken, {});
        expect(await claim({ now: at(5) })).toHaveLength(1);
      });
    });

    describe('fail', () => {
      it('keeps the last document, and since when it fails alike', async () => {
        await sync([ALPHA], ['nodegroups']);
        const [good] = await claim();
        await succeed(good, { nodes: 3 });
        const seen: unknown[] = [];
        for (const [second, error] of [
          [900, DENIED],
          [960, { ...DENIED, message: 'denied again' }],
          [1020, { code: 'timeout', message: 'slow' }],
        ] as const) {
          const [taken] = await claim({ now: at(second) });
          seen.push(taken.failures);
          expect(await fail(taken, second, error)).toEqual({});
          seen.push((await store.of(ALPHA.arn)).nodegroups?.error);
        }
        expect(seen).toEqual([
          0,
          { ...DENIED, since: iso(900) },
          1,
          { code: 'forbidden', message: 'denied again', since: iso(900) },
          2,
          { code: 'timeout', message: 'slow', since: iso(1020) },
        ]);
        expect(await store.of(ALPHA.arn)).toMatchObject({
          nodegroups: {
            document: { nodes: 3 },
            observedAt: iso(0),
            attemptedAt: iso(1020),
          },
        });
        const [well] = await claim({ now: at(1080) });
        await succeed(well, { nodes: 3 }, 1080);
        expect(await store.of(ALPHA.arn)).toMatchObject({
          nodegroups: { error: undefined, observedAt: iso(1080) },
        });
        expect(await claim({ now: at(1980) })).toMatchObject([{ failures: 0 }]);
      });

      it('is known of what was never observed', async () => {
        await sync([ALPHA], ['nodegroups']);
        const [taken] = await claim();
        await fail(taken);
        const { nodegroups } = await store.of(ALPHA.arn);
        expect(nodegroups).toEqual({
          source: 'collector',
          attemptedAt: iso(0),
          error: { ...DENIED, since: iso(0) },
        });
      });
    });

    describe('put', () => {
      it('records what others observed, before the catalog has the cluster', async () => {
        expect(await store.put([report()], NOON)).toEqual([
          expect.objectContaining({
            kind: 'controlPlane',
            source: 'discovery',
            before: undefined,
            after: { name: 'alpha' },
          }),
        ]);
        expect(await sync([BETA])).toMatchObject({ removed: 0 });
        await sync([ALPHA]);
        expect(await store.of(ALPHA.arn)).toEqual({
          controlPlane: {
            source: 'discovery',
            observedAt: iso(0),
            attemptedAt: iso(0),
            freshUntil: iso(1800),
            document: { name: 'alpha' },
            error: undefined,
          },
        });
        expect(await claim({ kinds: ['controlPlane'] })).toEqual([]);
        expect(await sync([])).toMatchObject({ removed: 3 });
      });

      it('tells of changes only', async () => {
        await store.put([report()], NOON);
        const again = { observedAt: at(600), freshUntil: at(2400) };
        expect(await store.put([report(again)], at(600))).toEqual([]);
        expect(await store.of(ALPHA.arn)).toMatchObject({
          controlPlane: { observedAt: iso(600), freshUntil: iso(2400) },
        });
        const changed = { observedAt: at(900), document: { name: 'ALPHA' } };
        expect(await store.put([report(changed)], at(900))).toMatchObject([
          { before: { name: 'alpha' }, after: { name: 'ALPHA' } },
        ]);
      });

      it('costs a fleet in which nothing changed a few statements', async () => {
        const reports = (second: number) =>
          Array.from({ length: 120 }, (_, index) =>
            report({
              cluster: fleetCluster({ name: `c${index}` }),
              observedAt: at(second),
              freshUntil: at(second + 1800),
              document: { name: `c${index}` },
            }),
          );
        expect(await store.put(reports(0), NOON)).toHaveLength(120);
        let statements = 0;
        const count = () => {
          statements += 1;
        };
        knex.on('query', count);
        expect(await store.put(reports(600), at(600))).toEqual([]);
        knex.removeListener('query', count);
        expect(statements).toBeLessThanOrEqual(2);
        const { arn } = fleetCluster({ name: 'c119' });
        expect(await store.of(arn)).toMatchObject({
          controlPlane: {
            document: { name: 'c119' },
            observedAt: iso(600),
            attemptedAt: iso(600),
            freshUntil: iso(2400),
          },
        });
      });

      it('is well again where a reporter reads what it read before', async () => {
        const { document: _, ...rest } = report() as { document: unknown };
        const failed = { ...rest, error: DENIED } as ReportedObservation;
        await store.put([report()], NOON);
        await store.put([{ ...failed, observedAt: at(60) }], at(60));
        await store.put([report({ observedAt: at(120) })], at(120));
        expect(await store.of(ALPHA.arn)).toMatchObject({
          controlPlane: { error: undefined, observedAt: iso(120) },
        });
      });

      it('is not undone by a report that was held up', async () => {
        await store.put([report({ observedAt: at(600) })], at(600));
        const late = report({ document: { name: 'late' } });
        expect(await store.put([late], at(700))).toEqual([]);
        expect(await store.of(ALPHA.arn)).toMatchObject({
          controlPlane: { document: { name: 'alpha' }, observedAt: iso(600) },
        });
      });

      it('does not believe a clock that is ahead', async () => {
        await store.put([report({ observedAt: at(3600) })], NOON);
        expect(await store.of(ALPHA.arn)).toMatchObject({
          controlPlane: { observedAt: iso(0) },
        });
      });

      it('empties all that was observed of a cluster that was made again', async () => {
        await sync();
        for (const taken of await claim()) {
          await succeed(taken, {});
        }
        await store.put(
          [report({ cluster: REBUILT, observedAt: at(60) })],
          at(60),
        );
        expect(Object.keys(await store.of(ALPHA.arn))).toEqual([
          'controlPlane',
        ]);
        const stale = report({ observedAt: at(90), document: { old: true } });
        expect(await store.put([stale], at(90))).toEqual([]);
        await sync([ALPHA]);
        expect(await store.of(ALPHA.arn)).toMatchObject({
          controlPlane: { document: { name: 'alpha' } },
        });
      });

      it('takes what kept a reporter from reading, and keeps the document', async () => {
        const nodes = { kind: 'kubernetesNodes', source: 'reporter' } as const;
        await store.put([report(nodes)], NOON);
        const { document: _, ...rest } = report(nodes) as { document: unknown };
        const failed = { ...rest, error: DENIED } as ReportedObservation;
        await store.put([{ ...failed, observedAt: at(60) }], at(60));
        await store.put([{ ...failed, observedAt: at(120) }], at(120));
        expect(await store.of(ALPHA.arn)).toMatchObject({
          kubernetesNodes: {
            source: 'reporter',
            document: { name: 'alpha' },
            observedAt: iso(0),
            attemptedAt: iso(120),
            error: { ...DENIED, since: iso(60) },
          },
        });
      });
    });

    describe('refresh', () => {
      const progress = (second: number) =>
        store.progress(ALPHA.arn, at(second));

      it('is asked for, goes on and is done', async () => {
        expect(await progress(0)).toEqual({
          total: 0,
          done: 0,
          running: false,
        });
        await sync();
        for (const taken of await claim()) {
          await succeed(taken, {});
        }
        await store.put([report()], NOON);
        await store.requestRefresh(ALPHA.arn, at(60));
        const asked = { requestedAt: iso(60), total: 3 };
        expect(await progress(60)).toEqual({
          ...asked,
          done: 0,
          running: true,
        });
        const [first, second] = await claim({ now: at(60) });
        await succeed(first, {}, 61);
        await fail(second, 62);
        expect(await progress(63)).toEqual({
          ...asked,
          done: 2,
          running: true,
        });
        await store.put([report({ observedAt: at(70) })], at(70));
        expect(await progress(71)).toEqual({
          ...asked,
          done: 3,
          running: false,
        });
      });

      it('is over after a while, even if a part never comes', async () => {
        await sync();
        await store.requestRefresh(ALPHA.arn, NOON);
        expect(await progress(299)).toMatchObject({ running: true });
        expect(await progress(300)).toMatchObject({ done: 0, running: false });
      });
    });

    it('reads many clusters at once, and of them some kinds', async () => {
      await sync([ALPHA, BETA]);
      for (const taken of await claim()) {
        await succeed(taken, { of: taken.cluster.name });
      }
      const gamma = 'arn:aws:eks:eu-west-1:111111111111:cluster/gamma';
      const found = await store.ofMany(
        [ALPHA.arn, BETA.arn, gamma],
        ['addons'],
      );
      expect([...found].map(([arn, all]) => [arn, Object.keys(all)])).toEqual([
        [ALPHA.arn, ['addons']],
        [BETA.arn, ['addons']],
        [gamma, []],
      ]);
    });

    it('tells how old the oldest good observation is, and what is due', async () => {
      await sync([ALPHA, BETA], ['addons']);
      expect(await store.states(NOON)).toEqual([
        { kind: 'addons', oldestObservedAt: undefined, due: 2 },
      ]);
      const [first, second] = await claim();
      await succeed(first, {}, -60);
      await succeed(second, {}, 0);
      expect(await store.states(NOON)).toEqual([
        { kind: 'addons', oldestObservedAt: iso(-60), due: 0 },
      ]);
    });

    it('counts observations by what they are, a failure before all else', async () => {
      await sync([ALPHA, BETA], ['addons']);
      expect(await store.counts(NOON)).toEqual([
        { kind: 'addons', state: 'pending', count: 2 },
      ]);
      const [first, second] = await claim();
      await succeed(first, {}, 0);
      await fail(second);
      const states = async (seconds: number) =>
        (await store.counts(at(seconds))).map(
          ({ count, state }) => `${count} ${state}`,
        );
      expect(await states(0)).toEqual(['1 forbidden', '1 fresh']);
      expect(await states(7 * 86_400)).toEqual(['1 forbidden', '1 stale']);
    });
  });
});
