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
import { testDatabases } from '../__testUtils__/databases';
import { migrate } from '../database/migrate';
import { at, fleetCluster, iso, NOON, setFleet } from './__testUtils__/fleet';
import { fakeCollector, gate, startWorker } from './__testUtils__/startWorker';

jest.setTimeout(60_000);

const ALPHA = fleetCluster();
const BETA = fleetCluster({ name: 'beta' });
const denied = Object.assign(new Error('not you'), { name: 'AccessDenied' });

describe('CollectionWorker', () => {
  const databases = testDatabases();

  describe.each(databases.eachSupportedId())('on %s', id => {
    let knex: Knex;
    const workers: Array<ReturnType<typeof startWorker>> = [];

    const start = (...args: Parameters<typeof startWorker>) => {
      const started = startWorker(...args);
      workers.push(started);
      return started;
    };

    beforeEach(async () => {
      knex = await databases.init(id);
      await migrate(knex);
    });

    afterEach(async () => {
      await Promise.all(workers.map(({ worker }) => worker.stop()));
      workers.length = 0;
    });

    it('observes the clusters of the fleet, and tells of what is new', async () => {
      await setFleet(knex, [ALPHA, BETA]);
      const nodes = new Map([
        ['alpha', 3],
        ['beta', 5],
      ]);
      const fleet = start(knex, {
        collectors: [
          fakeCollector('nodes', async ({ name }) => ({
            count: nodes.get(name),
          })),
        ],
      });
      await fleet.work();
      expect(fleet.changes).toHaveLength(2);
      nodes.set('beta', 6);
      fleet.pass(900);
      await fleet.work();
      expect(fleet.changes.slice(2)).toEqual([
        {
          cluster: expect.objectContaining({
            arn: BETA.arn,
            entityRef: BETA.entityRef,
          }),
          kind: 'nodes',
          source: 'collector',
          before: { count: 5 },
          after: { count: 6 },
          at: iso(900),
        },
      ]);
      expect(fleet.recorded).toEqual(Array(4).fill('nodes success'));
      expect(await fleet.store.of(ALPHA.arn)).toMatchObject({
        nodes: {
          document: { count: 3 },
          observedAt: iso(900),
          freshUntil: iso(900 + 3 * 900),
        },
      });
    });

    it('collects again when the schedule says so, a little spread', async () => {
      await setFleet(knex, [ALPHA]);
      const collect = jest.fn(async () => ({}));
      const fleet = start(knex, {
        collectors: [fakeCollector('nodes', collect)],
      });
      await fleet.work();
      fleet.pass(809);
      await fleet.work();
      expect(collect).toHaveBeenCalledTimes(1);
      fleet.pass(91);
      await fleet.work();
      expect(collect).toHaveBeenCalledTimes(2);
    });

    it('hands a collector what it last gave, and the control plane', async () => {
      await setFleet(knex, [ALPHA]);
      const contexts: unknown[] = [];
      const fleet = start(knex, {
        collectors: [
          fakeCollector('nodes', async (_, { previous, controlPlane, now }) => {
            contexts.push({ previous, controlPlane, now: now() });
            return { count: 3 };
          }),
        ],
      });
      await fleet.work();
      const document = { name: 'alpha', status: 'ACTIVE' };
      await fleet.store.put(
        [
          {
            cluster: ALPHA,
            kind: 'controlPlane',
            source: 'discovery',
            observedAt: NOON,
            freshUntil: at(1800),
            document,
          },
        ],
        NOON,
      );
      fleet.pass(900);
      await fleet.work();
      expect(contexts).toEqual([
        { previous: undefined, controlPlane: undefined, now: NOON },
        {
          previous: { document: { count: 3 }, observedAt: iso(0) },
          controlPlane: document,
          now: at(900),
        },
      ]);
    });

    it('collects only where there is something to observe', async () => {
      await setFleet(knex, [ALPHA, BETA]);
      const fleet = start(knex, {
        collectors: [
          fakeCollector('nodes', async () => ({}), {
            appliesTo: ({ name }, controlPlane) =>
              name === 'alpha' || controlPlane?.endpointPublicAccess === true,
          }),
        ],
      });
      await fleet.work();
      expect(fleet.changes.map(({ cluster }) => cluster.name)).toEqual([
        'alpha',
      ]);
      await fleet.store.put(
        [
          {
            cluster: BETA,
            kind: 'controlPlane',
            source: 'discovery',
            observedAt: NOON,
            freshUntil: at(1800),
            document: { endpointPublicAccess: true },
          },
        ],
        NOON,
      );
      fleet.worker.forgetFleet();
      await fleet.work();
      expect(fleet.changes.map(({ cluster }) => cluster.name)).toEqual([
        'alpha',
        'beta',
      ]);
    });

    it('lets a failing collector back off alone', async () => {
      await setFleet(knex, [ALPHA]);
      const attempts: number[] = [];
      let second = 0;
      const fleet = start(knex, {
        collectors: [
          fakeCollector('bad', async () => {
            attempts.push(second);
            throw denied;
          }),
          fakeCollector('good', async () => ({ fine: true })),
        ],
      });
      for (; second <= 2000; second += 20) {
        await fleet.work();
        fleet.pass(20);
      }
      expect(attempts).toEqual([0, 60, 180, 420, 900, 1800]);
      expect(await fleet.store.of(ALPHA.arn)).toMatchObject({
        bad: {
          error: { code: 'forbidden', message: 'not you', since: iso(0) },
        },
        good: { document: { fine: true }, error: undefined },
      });
      expect(fleet.recorded).toContain('bad forbidden');
      expect(fleet.logger.warn).toHaveBeenCalledTimes(1);
      expect(fleet.logger.warn.mock.calls[0][0]).toMatch(
        /bad fails in 111111111111\/eu-west-1 \(forbidden\), first at alpha. not you/,
      );
    });

    it('ends a collector that hangs, which harms nobody', async () => {
      await setFleet(knex, [ALPHA, BETA]);
      const begun = gate();
      const signals: AbortSignal[] = [];
      const fleet = start(knex, {
        maxInFlight: 2,
        collectors: [
          fakeCollector('hangs', async ({ name }, { signal }) => {
            if (name === 'alpha') {
              signals.push(signal);
              begun.open();
              await new Promise(() => {});
            }
            return {};
          }),
          fakeCollector('quick', async () => ({ fine: true })),
        ],
      });
      await fleet.worker.tick();
      await begun.opened;
      const others = () =>
        fleet.changes.map(({ cluster, kind }) => `${cluster.name} ${kind}`);
      while (others().length < 3) {
        await new Promise(setImmediate);
      }
      expect(others().sort()).toEqual([
        'alpha quick',
        'beta hangs',
        'beta quick',
      ]);
      fleet.pass(60);
      await fleet.worker.idle();
      expect(signals[0].aborted).toBe(true);
      expect(await fleet.store.of(ALPHA.arn)).toMatchObject({
        hangs: {
          error: {
            code: 'timeout',
            message: 'Nothing was there to record after 60 seconds',
          },
        },
      });
      expect(fleet.timers.size).toBe(0);
    });

    it('works on at most so many at once, of one target and in all', async () => {
      const other = fleetCluster({ name: 'c', region: 'us-east-1' });
      const third = fleetCluster({ name: 'd', region: 'us-west-2' });
      await setFleet(knex, [
        ALPHA,
        BETA,
        fleetCluster({ name: 'b3' }),
        fleetCluster({ name: 'b4' }),
        other,
        third,
      ]);
      const open = new Map<string, number>();
      let most = 0;
      let mostInRegion = 0;
      const fleet = start(knex, {
        maxInFlight: 3,
        maxPerTarget: 2,
        collectors: ['a', 'b', 'c'].map(kind =>
          fakeCollector(kind, async ({ region }) => {
            open.set(region, (open.get(region) ?? 0) + 1);
            most = Math.max(
              most,
              [...open.values()].reduce((sum, one) => sum + one, 0),
            );
            mostInRegion = Math.max(mostInRegion, open.get('eu-west-1') ?? 0);
            await new Promise(setImmediate);
            open.set(region, open.get(region)! - 1);
            return {};
          }),
        ),
      });
      await fleet.work();
      expect(fleet.recorded).toHaveLength(18);
      expect(most).toBe(3);
      expect(mostInRegion).toBe(2);
    });

    it('goes on with other collectors where those of one lane are stuck', async () => {
      await setFleet(knex, [ALPHA, BETA]);
      const fleet = start(knex, {
        maxInFlight: 1,
        maxPerTarget: 1,
        collectors: [fakeCollector('eks', async () => ({}))],
        others: [fakeCollector('kubernetes', () => new Promise(() => {}))],
      });
      await fleet.worker.tick();
      while (fleet.recorded.length < 2) {
        await new Promise(setImmediate);
      }
      expect(fleet.recorded).toEqual(['eks success', 'eks success']);
    });

    it('takes the next one as soon as one is done', async () => {
      const slow = gate();
      await setFleet(knex, [
        ALPHA,
        ...Array.from({ length: 12 }, (_, index) =>
          fleetCluster({ name: `beta${index}` }),
        ),
      ]);
      const fleet = start(knex, {
        maxInFlight: 2,
        collectors: [
          fakeCollector('nodes', async ({ name }) => {
            if (name === 'alpha') {
              await slow.opened;
            }
            return {};
          }),
        ],
      });
      await fleet.worker.tick();
      while (fleet.recorded.length < 12) {
        await new Promise(setImmediate);
      }
      expect(await fleet.store.of(ALPHA.arn)).toEqual({});
      slow.open();
      await fleet.worker.idle();
      expect(fleet.recorded).toHaveLength(13);
    });

    it('shares the work with another process, each row at one of them', async () => {
      await setFleet(
        knex,
        Array.from({ length: 20 }, (_, index) =>
          fleetCluster({ name: `c${index}` }),
        ),
      );
      const seen: string[] = [];
      const collectors = ['a', 'b'].map(kind =>
        fakeCollector(kind, async ({ name }) => {
          seen.push(`${name} ${kind}`);
          return {};
        }),
      );
      const [one, two] = [
        start(knex, { collectors, maxInFlight: 4 }),
        start(knex, { collectors, maxInFlight: 4 }),
      ];
      await Promise.all([one.work(), two.work()]);
      expect(seen).toHaveLength(40);
      expect(new Set(seen).size).toBe(40);
      expect(one.changes.length + two.changes.length).toBe(40);
    });

    it('goes on where another process was killed, when its lease is over', async () => {
      await setFleet(knex, [ALPHA]);
      const killed = start(knex, {
        collectors: [fakeCollector('nodes', () => new Promise(() => {}))],
      });
      await killed.worker.tick();
      while (killed.timers.size === 0) {
        await new Promise(setImmediate);
      }
      const collect = jest.fn(async () => ({ count: 3 }));
      const heir = start(knex, {
        collectors: [fakeCollector('nodes', collect)],
      });
      heir.pass(89);
      await heir.work();
      expect(collect).not.toHaveBeenCalled();
      heir.pass(1);
      await heir.work();
      expect(collect).toHaveBeenCalledTimes(1);
      // The one that was believed to be dead comes to itself.
      killed.pass(60);
      await killed.worker.idle();
      expect(killed.recorded).toEqual(['nodes lost']);
      expect(await heir.store.of(ALPHA.arn)).toMatchObject({
        nodes: { document: { count: 3 }, error: undefined },
      });
    });

    it('gives back what is under way when it stops, and begins nothing more', async () => {
      await setFleet(knex, [ALPHA]);
      const begun = gate();
      const stopping = start(knex, {
        collectors: [
          fakeCollector('nodes', async (_, { signal }) => {
            begun.open();
            await new Promise((__, reject) => {
              signal.addEventListener('abort', () => reject(signal.reason));
            });
          }),
        ],
      });
      await stopping.worker.tick();
      await begun.opened;
      await stopping.worker.stop();
      expect(stopping.recorded).toEqual([]);
      expect(await stopping.store.of(ALPHA.arn)).toEqual({});
      await stopping.work();
      const heir = start(knex, {
        collectors: [fakeCollector('nodes', async () => ({}))],
      });
      await heir.work();
      expect(heir.recorded).toEqual(['nodes success']);
    });

    it('collects at once what somebody asks for', async () => {
      await setFleet(knex, [ALPHA]);
      const collect = jest.fn(async () => ({}));
      const fleet = start(knex, {
        collectors: [fakeCollector('nodes', collect)],
      });
      await fleet.work();
      fleet.pass(5);
      await fleet.store.requestRefresh(ALPHA.arn, at(5));
      fleet.worker.wake();
      await fleet.worker.idle();
      expect(collect).toHaveBeenCalledTimes(2);
      expect(await fleet.store.progress(ALPHA.arn, at(5))).toEqual({
        requestedAt: iso(5),
        total: 1,
        done: 1,
        running: false,
      });
    });

    it('puts clusters first that EKS is changing', async () => {
      await setFleet(knex, [
        ALPHA,
        BETA,
        fleetCluster({ name: 'z', status: 'UPDATING' }),
      ]);
      const order: string[] = [];
      const fleet = start(knex, {
        maxInFlight: 1,
        collectors: [
          fakeCollector('nodes', async ({ name }) => {
            order.push(name);
            return {};
          }),
        ],
      });
      await fleet.work();
      expect(order).toEqual(['z', 'alpha', 'beta']);
    });

    it('follows clusters that come, go and are made again', async () => {
      await setFleet(knex, [ALPHA]);
      const fleet = start(knex, {
        collectors: [
          fakeCollector('nodes', async ({ createdAt }) => ({ createdAt })),
        ],
      });
      await fleet.work();
      const again = { ...ALPHA, createdAt: '2026-11-20T00:00:00.000Z' };
      await setFleet(knex, [again, BETA]);
      await fleet.work();
      expect(fleet.changes.slice(1)).toMatchObject([
        {
          cluster: { name: 'alpha' },
          before: undefined,
          after: { createdAt: again.createdAt },
        },
        { cluster: { name: 'beta' } },
      ]);
      await setFleet(knex, [BETA]);
      await fleet.work();
      expect(await fleet.store.of(ALPHA.arn)).toEqual({});
    });

    it.each([
      ['nothing', undefined],
      ['what is no JSON', { size: BigInt(1) }],
    ])('takes it for a failure when a collector gives %s', async (_, given) => {
      await setFleet(knex, [ALPHA]);
      const fleet = start(knex, {
        collectors: [fakeCollector('nodes', async () => given)],
      });
      await fleet.work();
      expect(fleet.recorded).toEqual(['nodes invalid']);
    });

    it('is not disturbed by a listener that throws', async () => {
      await setFleet(knex, [ALPHA]);
      const fleet = start(knex, {
        collectors: [fakeCollector('nodes', async () => ({}))],
        listeners: [
          async () => {
            throw new Error('I am not well');
          },
        ],
      });
      await fleet.work();
      expect(fleet.changes).toHaveLength(1);
      expect(fleet.logger.warn).toHaveBeenCalledTimes(1);
    });
  });
});
