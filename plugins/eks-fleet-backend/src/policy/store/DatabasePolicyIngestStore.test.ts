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
import { allCells } from './allCells';
import { NOW } from '../../__testUtils__/clock';
import { testDatabases } from '../../__testUtils__/databases';
import { migrate } from '../../database/migrate';
import type { FindingRecord } from './types';
import {
  days,
  emptyTables,
  findingSelection,
  fleetCluster,
  ingest,
  LABELS,
  minutes,
  newFinding,
  observedPolicy,
  PODS,
  policySelection,
  putClusters,
  snapshot,
} from './__testUtils__/policyFixtures';
import { DatabasePolicyIngestStore } from './DatabasePolicyIngestStore';
import { DatabasePolicyStore } from './DatabasePolicyStore';
import { policyKey } from './policyKey';

jest.setTimeout(60_000);

const ALPHA = fleetCluster('alpha');
const CART = newFinding({ name: 'cart' });
const TILL = newFinding({ name: 'till' });
const POD = newFinding({
  policy: PODS,
  kind: 'Pod',
  name: 'job',
  severity: 'low',
});

const databases = testDatabases();

describe.each(databases.eachSupportedId())(
  'DatabasePolicyIngestStore on %s',
  databaseId => {
    let knex: Knex;
    let store: DatabasePolicyIngestStore;
    let reads: DatabasePolicyStore;

    beforeAll(async () => {
      knex = await databases.init(databaseId);
      await migrate(knex);
    });

    beforeEach(async () => {
      await emptyTables(knex);
      store = new DatabasePolicyIngestStore(knex);
      reads = new DatabasePolicyStore(knex);
      await putClusters(knex, [ALPHA]);
    });

    async function findings(
      state: 'open' | 'resolved' = 'open',
    ): Promise<FindingRecord[]> {
      const { records } = await reads.findings(findingSelection({ state }), {
        order: { field: 'namespace', direction: 'asc' },
        limit: 100,
      });
      return records;
    }

    async function names(state?: 'open' | 'resolved'): Promise<string[]> {
      return (await findings(state)).map(({ name }) => name).sort();
    }

    async function cells() {
      const matrix = await reads.matrix(policySelection(), 'cluster');
      return allCells(matrix.cells);
    }

    it('keeps what does not pass, and counts what does', async () => {
      await expect(
        ingest(store, ALPHA, {
          findings: [CART, TILL, POD],
          policies: [observedPolicy({ version: 'fleet-policies-1.4.0' })],
          tallies: [{ policy: LABELS, pass: 40, passes: 'exact', skip: 2 }],
          engines: ['gatekeeper'],
        }),
      ).resolves.toEqual({
        outcome: 'written',
        added: 3,
        changed: 0,
        resolved: 0,
      });
      await expect(names()).resolves.toEqual(['cart', 'job', 'till']);
      await expect(cells()).resolves.toEqual(
        expect.arrayContaining([
          expect.objectContaining({
            policyId: policyKey(LABELS),
            column: ALPHA.arn,
            mode: 'audit',
            ready: true,
            version: 'fleet-policies-1.4.0',
            seen: true,
            fail: 2,
            pass: 40,
            passes: 'exact',
            severity: 'high',
            atLeast: false,
          }),
          expect.objectContaining({
            policyId: policyKey(PODS),
            seen: false,
            fail: 1,
            severity: 'low',
          }),
        ]),
      );
    });

    it('writes no finding where nothing differs, in whatever order it comes', async () => {
      await ingest(store, ALPHA, { findings: [CART, TILL] });
      const before = await knex('findings').orderBy('id');
      await expect(
        ingest(store, ALPHA, {
          findings: [TILL, CART],
          observedAt: minutes(10),
          evaluatedAt: minutes(9).toISOString(),
          state: 'rv=7',
        }),
      ).resolves.toEqual({
        outcome: 'unchanged',
        added: 0,
        changed: 0,
        resolved: 0,
      });
      await expect(knex('findings').orderBy('id')).resolves.toEqual(before);
      await expect(reads.feeds([ALPHA.arn])).resolves.toEqual([
        expect.objectContaining({
          observedAt: minutes(10).toISOString(),
          freshUntil: minutes(40).toISOString(),
          evaluatedAt: minutes(9).toISOString(),
        }),
      ]);
      const session = await store.begin(ALPHA, 'policyGatekeeper', {
        due: [],
        now: minutes(20),
      });
      expect(session.previous).toEqual({
        state: 'rv=7',
        observedAt: minutes(10).toISOString(),
      });
      await expect(
        session.same({ observedAt: minutes(20), freshUntil: minutes(50) }),
      ).resolves.toEqual(expect.objectContaining({ outcome: 'unchanged' }));
      expect((await findings()).map(({ lastSeen }) => lastSeen)).toEqual([
        minutes(20).toISOString(),
        minutes(20).toISOString(),
      ]);
    });

    it('writes what is new, what differs and what is gone', async () => {
      await ingest(store, ALPHA, { findings: [CART, TILL] });
      await expect(
        ingest(store, ALPHA, {
          findings: [{ ...CART, message: 'in other words' }, POD],
          observedAt: minutes(10),
        }),
      ).resolves.toEqual({
        outcome: 'written',
        added: 1,
        changed: 1,
        resolved: 1,
      });
      await expect(names()).resolves.toEqual(['cart', 'job']);
      const [resolved] = await findings('resolved');
      expect(resolved).toMatchObject({
        name: 'till',
        firstSeen: NOW.toISOString(),
        lastSeen: NOW.toISOString(),
        resolvedAt: minutes(10).toISOString(),
      });
      const cart = (await findings()).find(({ name }) => name === 'cart');
      expect(cart).toMatchObject({
        message: 'in other words',
        firstSeen: NOW.toISOString(),
      });
    });

    it.each([
      ['an hour', 1 / 24, 0],
      ['two days', 2, 2.5],
    ])('takes what is back after %s for what it is', async (_, gone, seen) => {
      await ingest(store, ALPHA, { findings: [CART] });
      await ingest(store, ALPHA, { observedAt: days(0.5) });
      await expect(names()).resolves.toEqual([]);
      await ingest(store, ALPHA, {
        findings: [CART],
        observedAt: days(0.5 + gone),
      });
      const [back] = await findings();
      expect(back).toMatchObject({
        firstSeen: days(seen).toISOString(),
        resolvedAt: '',
      });
      await expect(names('resolved')).resolves.toEqual([]);
    });

    it('keeps the worst of results with one fingerprint', async () => {
      const warn = { ...CART, result: 'warn' as const };
      const error = { ...CART, result: 'error' as const };
      const exempt = { ...CART, result: 'exempt' as const };
      await ingest(store, ALPHA, { findings: [warn, CART, exempt, error] });
      await expect(
        ingest(store, ALPHA, {
          findings: [error, exempt, CART, warn],
          observedAt: minutes(1),
        }),
      ).resolves.toMatchObject({ outcome: 'unchanged' });
      expect((await findings()).map(({ result }) => result)).toEqual(['fail']);
      await expect(cells()).resolves.toEqual([
        expect.objectContaining({ fail: 1, warn: 0, error: 0, exempt: 0 }),
      ]);
    });

    it('resolves nothing by a session that is not completed', async () => {
      await ingest(store, ALPHA, { findings: [CART, TILL], state: 'rv=1' });
      const small = new DatabasePolicyIngestStore(knex, { waiting: 1 });
      const session = await small.begin(ALPHA, 'policyGatekeeper', {
        due: [],
        now: minutes(5),
      });
      await session.add([POD, newFinding({ name: 'mail' })]);
      await expect(names()).resolves.toEqual(['cart', 'job', 'mail', 'till']);
      // What is there is not what the state stands for any more.
      const next = await store.begin(ALPHA, 'policyGatekeeper', {
        due: [],
        now: minutes(10),
      });
      expect(next.previous).toEqual({ observedAt: NOW.toISOString() });
      await expect(
        ingest(store, ALPHA, {
          findings: [CART, TILL],
          state: 'rv=1',
          observedAt: minutes(15),
        }),
      ).resolves.toMatchObject({ outcome: 'written', resolved: 2 });
      await expect(names()).resolves.toEqual(['cart', 'till']);
    });

    it('lets the later of two readings win', async () => {
      const early = await store.begin(ALPHA, 'policyGatekeeper', {
        due: [],
        now: minutes(1),
      });
      const late = await store.begin(ALPHA, 'policyGatekeeper', {
        due: [],
        now: minutes(2),
      });
      await early.add([CART]);
      await late.add([TILL]);
      await expect(
        late.complete(snapshot({ observedAt: minutes(2) })),
      ).resolves.toMatchObject({ outcome: 'written' });
      await expect(
        early.complete(snapshot({ observedAt: minutes(1) })),
      ).resolves.toEqual({
        outcome: 'superseded',
        added: 0,
        changed: 0,
        resolved: 0,
      });
      await expect(names()).resolves.toEqual(['till']);
    });

    it('lets go where somebody who began later writes the same in parts', async () => {
      const parts = new DatabasePolicyIngestStore(knex, { waiting: 1 });
      const begin = (at: Date) =>
        parts.begin(ALPHA, 'policyGatekeeper', { due: [], now: at });
      const early = await begin(minutes(1));
      const late = await begin(minutes(2));
      await early.add([CART, TILL]);
      await late.add([CART, POD]);
      await early.add([newFinding({ name: 'x' }), newFinding({ name: 'y' })]);
      await expect(
        early.complete(snapshot({ observedAt: minutes(1) })),
      ).resolves.toMatchObject({ outcome: 'superseded' });
      await expect(
        late.complete(snapshot({ observedAt: minutes(2) })),
      ).resolves.toMatchObject({ outcome: 'written', resolved: 1 });
      await expect(names()).resolves.toEqual(['cart', 'job']);
    });

    it('reads no more findings than there is room for, and says so', async () => {
      const small = new DatabasePolicyIngestStore(knex, {
        waiting: 2,
        open: 5,
      });
      const many = Array.from({ length: 20 }, (_, index) =>
        newFinding({ name: `app-${String(index).padStart(2, '0')}` }),
      );
      await ingest(small, ALPHA, { findings: many });
      await expect(names()).resolves.toHaveLength(5);
      const [feed] = await reads.feeds([ALPHA.arn]);
      expect(feed.truncated).toBe(true);
      expect(feed.notes).toEqual([
        'There are more than 5 findings; 15 or fewer were left out.',
      ]);
      expect(await cells()).toEqual([
        expect.objectContaining({ fail: 5, atLeast: true }),
      ]);
      // Those that were left out do not push others out.
      await ingest(small, ALPHA, {
        findings: [...many].reverse(),
        observedAt: minutes(1),
      });
      await expect(names()).resolves.toEqual(
        many.slice(0, 5).map(({ name }) => name),
      );
    });

    it('gives a cluster that was made again nothing of the one before', async () => {
      await ingest(store, ALPHA, { findings: [CART] });
      await reads.assign(CART.fingerprint, {
        assignee: 'user:default/ann',
        note: '',
        by: 'user:default/ann',
        at: NOW.toISOString(),
      });
      const again = { ...ALPHA, createdAt: '2026-11-20T00:00:00.000Z' };
      await putClusters(knex, [again]);
      await expect(names()).resolves.toEqual([]);
      await expect(cells()).resolves.toEqual([]);
      await ingest(store, again, { findings: [CART], observedAt: minutes(9) });
      expect(await findings()).toEqual([
        expect.objectContaining({
          firstSeen: minutes(9).toISOString(),
          assignment: undefined,
        }),
      ]);
    });

    it('keeps who looks after a finding over scans', async () => {
      const assignment = {
        assignee: 'group:default/shop',
        note: 'in the next release',
        by: 'user:default/ann',
        at: NOW.toISOString(),
      };
      await ingest(store, ALPHA, { findings: [CART] });
      await reads.assign(CART.fingerprint, assignment);
      await ingest(store, ALPHA, { observedAt: minutes(1) });
      await ingest(store, ALPHA, {
        findings: [{ ...CART, message: 'again' }],
        observedAt: minutes(2),
      });
      expect(await findings()).toEqual([
        expect.objectContaining({ assignment }),
      ]);
      await reads.assign(CART.fingerprint, undefined);
      expect((await findings())[0].assignment).toBeUndefined();
    });

    it('makes due dates of severity and environment, anew where rules change', async () => {
      const due = [
        { severities: ['high' as const], environments: ['prod'], days: 7 },
        { severities: ['low' as const], days: 90 },
      ];
      const exempt = newFinding({ name: 'old', result: 'exempt' });
      const all = [CART, POD, exempt];
      const dueAt = async () =>
        Object.fromEntries(
          (await findings()).map(finding => [finding.name, finding.dueAt]),
        );
      await ingest(store, ALPHA, { findings: all, due });
      await expect(dueAt()).resolves.toEqual({
        cart: days(7).toISOString(),
        job: days(90).toISOString(),
        old: '',
      });
      await ingest(store, ALPHA, {
        findings: all,
        due: [{ severities: ['high'], days: 3 }],
        observedAt: minutes(1),
      });
      await expect(dueAt()).resolves.toEqual({
        cart: days(3).toISOString(),
        job: '',
        old: '',
      });
      await ingest(
        store,
        { ...ALPHA, environment: 'dev' },
        {
          findings: all,
          due,
          observedAt: minutes(2),
        },
      );
      await expect(dueAt()).resolves.toEqual({
        cart: '',
        job: days(90).toISOString(),
        old: '',
      });
    });

    it('counts what an engine counts and does not list', async () => {
      await ingest(store, ALPHA, {
        findings: [CART, TILL],
        tallies: [
          { policy: LABELS, passes: 'notRecorded', skip: 0, total: 120 },
        ],
        truncated: true,
      });
      await expect(cells()).resolves.toEqual([
        expect.objectContaining({
          fail: 120,
          atLeast: true,
          pass: undefined,
          passes: 'notRecorded',
        }),
      ]);
    });

    it('remembers when a policy last failed, until its engine has it no more', async () => {
      const quiet = async () => {
        const matrix = await reads.matrix(policySelection(), 'cluster');
        const [record] = matrix.quiet.get(ALPHA.arn)?.values() ?? [];
        return record && [record.knownSince, record.lastFailedAt];
      };
      const at = (count: number) => ({ observedAt: days(count) });
      await ingest(store, ALPHA, { policies: [observedPolicy()] });
      await expect(quiet()).resolves.toEqual([NOW.toISOString(), undefined]);
      const policies = [observedPolicy()];
      await ingest(store, ALPHA, { policies, findings: [CART], ...at(1) });
      await ingest(store, ALPHA, { policies, findings: [CART], ...at(2) });
      await expect(quiet()).resolves.toEqual([
        NOW.toISOString(),
        days(2).toISOString(),
      ]);
      await ingest(store, ALPHA, { policies, ...at(3) });
      await ingest(store, ALPHA, at(4));
      await expect(quiet()).resolves.toEqual([
        NOW.toISOString(),
        days(2).toISOString(),
      ]);
      await expect(cells()).resolves.toEqual([]);
      await ingest(store, ALPHA, { engines: ['gatekeeper'], ...at(5) });
      await expect(quiet()).resolves.toBeUndefined();
    });

    it('forgets what was resolved long ago, clusters that are gone, and what only they had', async () => {
      const beta = fleetCluster('beta');
      await putClusters(knex, [ALPHA, beta]);
      await ingest(store, ALPHA, { findings: [CART, TILL] });
      await ingest(store, beta, { findings: [POD] });
      await ingest(store, ALPHA, { findings: [CART], observedAt: days(1) });
      await putClusters(knex, [ALPHA]);
      for (const { fingerprint } of [CART, TILL]) {
        await reads.assign(fingerprint, {
          assignee: 'user:default/ann',
          note: '',
          by: 'user:default/ann',
          at: NOW.toISOString(),
        });
      }
      await store.prune({ resolvedBefore: days(10), now: days(100) });
      await expect(
        knex('policy_assignments').pluck('fingerprint'),
      ).resolves.toEqual([CART.fingerprint]);
      await expect(names()).resolves.toEqual(['cart']);
      await expect(names('resolved')).resolves.toEqual([]);
      await expect(knex('finding_texts').pluck('fingerprint')).resolves.toEqual(
        [CART.fingerprint],
      );
      await expect(knex('policy_clusters').pluck('arn')).resolves.toEqual([
        ALPHA.arn,
      ]);
      await expect(knex('policies').pluck('name')).resolves.toEqual([
        LABELS.name,
      ]);
      await expect(
        knex('policy_words').orderBy('word').pluck('word'),
      ).resolves.toEqual(['', 'cart']);
    });

    it('keeps of three thousand findings each, as of three', async () => {
      const many = Array.from({ length: 3_000 }, (_, index) =>
        newFinding({ name: `app-${index}`, exceptions: ['a/b'] }),
      );
      await ingest(store, ALPHA, { findings: many });
      await expect(
        reads.countFindings(findingSelection({ namespaces: ['shop'] })),
      ).resolves.toEqual({ count: 3_000, isAtLeast: false });
      await expect(
        ingest(store, ALPHA, { observedAt: minutes(1) }),
      ).resolves.toMatchObject({ resolved: 3_000 });
    });
  },
);
