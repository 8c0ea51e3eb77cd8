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
  emptyTables,
  fleetCluster,
  minutes,
  putClusters,
} from '../store/__testUtils__/policyFixtures';
import {
  HUB_SCOPE,
  hubControl,
  hubReport,
  increment,
  wholePass,
} from './__testUtils__/hubFixtures';
import { DatabaseHubStore } from './DatabaseHubStore';
import type { HUB_STREAMS, HubPass, HubStreamState } from './types';

jest.setTimeout(60_000);

const ALPHA = fleetCluster('alpha');
const { arn } = ALPHA;
const REACHED = '2026-11-23T06:00:00.000Z';

const databases = testDatabases();

describe.each(databases.eachSupportedId())(
  'DatabaseHubStore on %s',
  databaseId => {
    let knex: Knex;
    let store: DatabaseHubStore;

    beforeAll(async () => {
      knex = await databases.init(databaseId);
      await migrate(knex);
    });

    beforeEach(async () => {
      await emptyTables(knex);
      await knex('policy_hub_findings').delete();
      await knex('policy_hub_streams').delete();
      await putClusters(knex, [ALPHA]);
      store = new DatabaseHubStore(knex);
    });

    const claim = async (
      plan: (state: HubStreamState) => HubPass = wholePass(NOW),
      { scope = HUB_SCOPE, now = NOW } = {},
    ) => (await store.claim('controls', { scope, now, plan }))!;
    const stateOf = async (stream: (typeof HUB_STREAMS)[number]) =>
      (await store.states()).find(state => state.stream === stream);
    const names = async () =>
      (await store.findings(arn, { stream: 'controls', limit: 100 }))
        .map(({ control }) => `${control?.id} ${control?.verdict}`)
        .sort();

    async function readAll(...findings: ReturnType<typeof hubControl>[]) {
      const pass = await claim();
      await store.put(pass, findings, REACHED);
      await store.complete(pass, REACHED);
    }

    it('keeps what a whole reading has, and what it came to', async () => {
      await readAll(
        hubControl('EKS.1', { arn }),
        hubControl('EKS.3', { arn, verdict: 'pass' }),
      );
      await expect(names()).resolves.toEqual(['EKS.1 fail', 'EKS.3 pass']);
      await expect(stateOf('controls')).resolves.toEqual({
        stream: 'controls',
        watermark: REACHED,
        pass: 1,
        full: undefined,
        fullAt: NOW.toISOString(),
        completedAt: NOW.toISOString(),
        attemptedAt: NOW.toISOString(),
        error: undefined,
      });
    });

    it('drops what a whole reading does not have any more, at its end', async () => {
      await readAll(hubControl('EKS.1', { arn }), hubControl('EKS.3', { arn }));
      const pass = await claim(wholePass(minutes(60)), { now: minutes(60) });
      await store.put(pass, [hubControl('EKS.3', { arn })], undefined);
      await expect(names()).resolves.toHaveLength(2);
      await store.complete(pass, undefined);
      await expect(names()).resolves.toEqual(['EKS.3 fail']);
    });

    it('changes by increments only what they have', async () => {
      await readAll(
        hubControl('EKS.1', { arn }),
        hubControl('EKS.3', { arn }),
        hubControl('EKS.6', { arn }),
      );
      const before = await store.marks(arn);
      const pass = await claim(increment(minutes(10)), { now: minutes(10) });
      expect(pass.from).toBe(REACHED);
      await store.put(
        pass,
        [
          hubControl('EKS.1', { arn, isOver: true }),
          hubControl('EKS.3', { arn, verdict: 'fail' }),
          hubControl('EKS.3', {
            arn,
            verdict: 'pass',
            updatedAt: minutes(-5).toISOString(),
          }),
        ],
        minutes(-5).toISOString(),
      );
      await store.complete(pass, minutes(-5).toISOString());
      await expect(names()).resolves.toEqual(['EKS.3 pass', 'EKS.6 fail']);
      await expect(stateOf('controls')).resolves.toMatchObject({
        watermark: minutes(-5).toISOString(),
        fullAt: NOW.toISOString(),
        completedAt: minutes(10).toISOString(),
      });
      const after = await store.marks(arn);
      const unchanged = after.filter(mark =>
        before.some(({ contentHash }) => contentHash === mark.contentHash),
      );
      expect(unchanged).toHaveLength(1);
    });

    it('says the same of a finding that was only looked at again', async () => {
      await readAll(hubControl('EKS.1', { arn }));
      const [before] = await store.marks(arn);
      const pass = await claim(increment(minutes(10)), { now: minutes(10) });
      const later = minutes(5).toISOString();
      await store.put(
        pass,
        [hubControl('EKS.1', { arn, updatedAt: later, observedAt: later })],
        later,
      );
      await expect(store.marks(arn)).resolves.toEqual([
        { ...before, observedAt: later },
      ]);
    });

    it('remembers how far a whole reading came, and what kept it from its end', async () => {
      const first = await claim();
      await store.put(first, [hubControl('EKS.1', { arn })], REACHED);
      await store.fail(first, {
        code: 'throttled',
        message: 'Rate exceeded',
        at: minutes(1),
      });
      await expect(stateOf('controls')).resolves.toMatchObject({
        watermark: undefined,
        full: { startedAt: NOW.toISOString(), cursor: REACHED },
        completedAt: undefined,
        error: {
          code: 'throttled',
          message: 'Rate exceeded',
          since: minutes(1).toISOString(),
        },
      });
      const second = await claim(state => ({
        kind: 'full',
        startedAt: state.full!.startedAt,
        pass: state.pass,
        from: state.full!.cursor,
      }));
      await store.fail(second, {
        code: 'forbidden',
        message: 'no',
        at: minutes(2),
      });
      await expect(stateOf('controls')).resolves.toMatchObject({
        full: { startedAt: NOW.toISOString(), cursor: REACHED },
        error: { code: 'forbidden', since: minutes(1).toISOString() },
      });
      const third = await claim(state => ({
        kind: 'full',
        startedAt: state.full!.startedAt,
        pass: state.pass,
        from: state.full!.cursor,
      }));
      await store.put(third, [hubControl('EKS.3', { arn })], REACHED);
      await store.complete(third, REACHED);
      await expect(names()).resolves.toEqual(['EKS.1 fail', 'EKS.3 fail']);
      await expect(stateOf('controls')).resolves.toMatchObject({
        full: undefined,
        error: undefined,
      });
    });

    it('lets increments come before the rest of a long whole reading', async () => {
      await readAll(
        hubControl('EKS.1', { arn }),
        hubControl('EKS.3', { arn }),
        hubControl('EKS.6', { arn }),
      );
      const whole = await claim(wholePass(minutes(60)), { now: minutes(60) });
      await store.put(whole, [hubControl('EKS.1', { arn })], REACHED);
      const between = await claim(increment(minutes(70)), { now: minutes(70) });
      const later = minutes(65).toISOString();
      await store.put(
        between,
        [hubControl('EKS.3', { arn, verdict: 'pass', updatedAt: later })],
        later,
      );
      await store.complete(between, later);
      await expect(stateOf('controls')).resolves.toMatchObject({
        watermark: later,
        completedAt: minutes(70).toISOString(),
        full: { startedAt: minutes(60).toISOString(), cursor: REACHED },
      });
      const rest = await claim(
        state => ({
          kind: 'full',
          startedAt: state.full!.startedAt,
          pass: state.pass,
          from: state.full!.cursor,
        }),
        { now: minutes(71) },
      );
      await store.complete(rest, minutes(60).toISOString());
      await expect(names()).resolves.toEqual(['EKS.1 fail', 'EKS.3 pass']);
      await expect(stateOf('controls')).resolves.toMatchObject({
        watermark: later,
        completedAt: minutes(70).toISOString(),
        fullAt: minutes(60).toISOString(),
        full: undefined,
      });
    });

    it('takes nothing over where there is nothing to read', async () => {
      const pass = await claim();
      await expect(
        store.claim('controls', {
          scope: HUB_SCOPE,
          now: NOW,
          plan: () => undefined,
        }),
      ).resolves.toBeUndefined();
      await expect(store.complete(pass, REACHED)).resolves.toBe(true);
    });

    it('lets nobody write whose stream another has taken over', async () => {
      await readAll(hubControl('EKS.1', { arn }));
      const slow = await claim(wholePass(minutes(10)), { now: minutes(10) });
      const quick = await claim(wholePass(minutes(11)), { now: minutes(11) });
      await expect(
        store.put(slow, [hubControl('EKS.9', { arn })], REACHED),
      ).resolves.toBe(false);
      await expect(store.complete(slow, REACHED)).resolves.toBe(false);
      await store.fail(slow, { code: 'timeout', message: 'x', at: NOW });
      await expect(
        store.put(quick, [hubControl('EKS.3', { arn })], REACHED),
      ).resolves.toBe(true);
      await expect(store.complete(quick, REACHED)).resolves.toBe(true);
      await expect(names()).resolves.toEqual(['EKS.3 fail']);
      await expect(stateOf('controls')).resolves.toMatchObject({
        error: undefined,
        completedAt: minutes(11).toISOString(),
      });
      await expect(store.complete(quick, REACHED)).resolves.toBe(false);
    });

    it('keeps nothing of another account or Region', async () => {
      await readAll(hubControl('EKS.1', { arn }));
      const pass = await claim(wholePass(minutes(10)), {
        scope: 'aws/222222222222/eu-west-1',
      });
      expect(pass.pass).toBe(1);
      await expect(names()).resolves.toEqual([]);
      await expect(stateOf('controls')).resolves.toMatchObject({
        watermark: undefined,
        fullAt: undefined,
        completedAt: undefined,
      });
    });

    it('gives the findings of a cluster in pages, one stream at a time', async () => {
      await readAll(
        ...Array.from({ length: 7 }, (_, index) =>
          hubControl(`EKS.${index}`, { arn }),
        ),
        hubControl('EKS.1', { arn: `${arn}-other` }),
      );
      const reports = await store.claim('reports', {
        scope: HUB_SCOPE,
        now: NOW,
        plan: wholePass(NOW),
      });
      await store.put(reports!, [hubReport('cart', { arn })], undefined);
      const keys: string[] = [];
      let page;
      do {
        page = await store.findings(arn, {
          stream: 'controls',
          after: keys.at(-1),
          limit: 3,
        });
        keys.push(...page.map(({ key }) => key));
      } while (page.length === 3);
      expect(new Set(keys).size).toBe(7);
      await expect(store.marks(arn)).resolves.toHaveLength(8);
    });

    it('counts what is on no cluster that there is, by why', async () => {
      await readAll(
        hubControl('EKS.1', { arn }),
        hubControl('EKS.1', { arn: `${arn}-gone` }),
        hubControl('EKS.3', { arn: `${arn}-gone` }),
        hubControl('EKS.8', { key: 'a'.repeat(64), misfit: 'unreadable' }),
        hubControl('EKS.8', { key: 'b'.repeat(64), misfit: 'noCluster' }),
      );
      await expect(store.misfits()).resolves.toEqual({
        unknownCluster: 2,
        unreadable: 1,
        noCluster: 1,
      });
    });
  },
);
