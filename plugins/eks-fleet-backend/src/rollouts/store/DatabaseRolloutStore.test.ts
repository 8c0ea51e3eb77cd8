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
import type { CellRecord } from '../records';
import { putRunning, rolloutOf } from './__testUtils__/bigRollout';
import { DatabaseRolloutStore } from './DatabaseRolloutStore';
import type { RolloutScope } from './types';

jest.setTimeout(120_000);

const NOW = new Date('2026-11-23T12:00:00Z');
const CAPS = { perAccountAndRegion: 1000, perQueue: 1000 };
const after = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);
const by = (owner: string, now = NOW) => ({
  owner,
  now,
  leaseSeconds: 60,
  limit: 100,
});

describe('DatabaseRolloutStore', () => {
  const databases = testDatabases();

  describe.each(databases.eachSupportedId())('on %s', databaseId => {
    let knex: Knex;

    beforeEach(async () => {
      knex = await databases.init(databaseId);
      await migrate(knex);
    });

    const grant = async (
      store: DatabaseRolloutStore,
      owner = 'a',
      caps = CAPS,
    ) => {
      const [claim] = await store.claimRollouts(by(owner));
      const result = await store.grantCells(claim, { wave: 1, caps, now: NOW });
      await store.recordRollout(claim, { nextAt: NOW.toISOString() }, NOW);
      return result;
    };

    it('lets one replica at a time work on a rollout, and takes it over once the lease is over', async () => {
      const store = await putRunning(knex, rolloutOf('one', 2));
      const [first] = await store.claimRollouts(by('a'));
      expect(await store.claimRollouts(by('b'))).toEqual([]);
      const [second] = await store.claimRollouts(by('b', after(61)));
      expect(second.lease.number).toBe(first.lease.number + 1);
      const changes = {
        rollout: { lifecycle: 'paused' as const },
        nextAt: '',
      };
      expect(await store.recordRollout(first, changes, NOW)).toBe(false);
      const untouched = await store.get('all', 'one');
      expect(untouched?.rollout.lifecycle).toBe('running');
      expect(await store.recordRollout(second, changes, NOW)).toBe(true);
    });

    it('drops what was decided before somebody acted', async () => {
      const store = await putRunning(knex, rolloutOf('one', 2));
      const [claim] = await store.claimRollouts(by('a'));
      await store.act('one', () => ({
        rollout: { lifecycle: 'paused' },
        revises: true,
        nextAt: NOW.toISOString(),
      }));
      expect(
        await store.grantCells(claim, { wave: 1, caps: CAPS, now: NOW }),
      ).toEqual({ granted: 0 });
      expect(
        await store.recordRollout(
          claim,
          { rollout: { lifecycle: 'done' }, nextAt: '' },
          NOW,
        ),
      ).toBe(false);
      const [again] = await store.claimRollouts(by('b'));
      expect(again.rollout.lifecycle).toBe('paused');
    });

    it.each([
      ['of its wave', { asked: '', resolved: 2 }, CAPS, 2],
      [
        'of account and Region',
        { asked: '', resolved: 100 },
        { perAccountAndRegion: 1, perQueue: 10 },
        50,
      ],
    ])(
      'gives no more slots than are free %s',
      async (_what, concurrency, caps, count) => {
        const store = await putRunning(
          knex,
          rolloutOf('one', 60, { concurrency }),
        );
        expect(await grant(store, 'a', caps)).toMatchObject({ granted: count });
        expect(await grant(store, 'b', caps)).toMatchObject({ granted: 0 });
        const snapshot = await store.get('all', 'one');
        expect(snapshot?.waves[0].counts).toMatchObject({
          running: count,
          queued: 60 - count,
        });
      },
    );

    it('starts nothing over a budget, nor while all is halted', async () => {
      const store = await putRunning(knex, rolloutOf('one', 3));
      await store.setFleetStop({ stopped: true, at: NOW.toISOString() });
      expect(await grant(store)).toEqual({ granted: 0 });
      await store.setFleetStop({ stopped: false, at: NOW.toISOString() });
      await store.actOnCell('one', 'one-0', cell => ({
        cell: { ...cell, state: 'failed' },
        nextAt: '',
        changes: {},
      }));
      expect(await grant(store)).toEqual({ granted: 0 });
    });

    it('takes nothing back that another rollout is changing, and names that', async () => {
      const one = await putRunning(knex, rolloutOf('one', 1));
      const two = await putRunning(knex, rolloutOf('two', 1), {
        state: 'succeeded',
      });
      await two.act('two', () => ({ nextAt: '' }));
      expect(await grant(one)).toEqual({ granted: 1 });
      const back = () =>
        two.actOnCell('two', 'two-0', cell => ({
          cell: { ...cell, state: 'rollingBack', stage: 'back' },
          nextAt: '',
          changes: {},
        }));
      await expect(back()).rejects.toMatchObject({
        name: 'ConflictError',
        message: expect.stringMatching(
          /the rollout "A rollout" \(one\) is changing cluster-0\. Wait/,
        ),
      });
      await one.actOnCell('one', 'one-0', cell => ({
        cell: { ...cell, state: 'skipped' },
        nextAt: '',
        changes: {},
      }));
      await back();
      expect(await two.cell('two', 'two-0', 'all')).toMatchObject({
        state: 'rollingBack',
      });
    });

    it('never changes one cluster for two rollouts', async () => {
      const one = await putRunning(knex, rolloutOf('one', 1));
      expect(await grant(one)).toEqual({ granted: 1 });
      await one.act('one', () => ({ nextAt: '' }));
      const two = await putRunning(knex, rolloutOf('two', 1));
      expect(await grant(two)).toEqual({
        granted: 0,
        waiting: {
          code: 'cluster.otherRollout',
          message:
            'arn:0 is being changed by the rollout A rollout; it follows once that is done with it, or skip it in one of the two',
          cellId: 'two-0',
        },
      });
      const [claim] = await one.claimCells(by('a'));
      await one.recordCells(
        [
          {
            lease: claim.lease,
            rolloutId: 'one',
            cell: { ...claim.cell, state: 'succeeded' },
            nextAt: '',
          },
        ],
        NOW,
      );
      expect(await grant(two)).toEqual({ granted: 1 });
    });

    it('keeps of a cell only what was done under a claim that still holds', async () => {
      const store = await putRunning(knex, rolloutOf('one', 2));
      await grant(store);
      const [stale] = await store.claimCells(by('a'));
      const fresh = (await store.claimCells(by('b', after(61)))).find(
        ({ cell }) => cell.id === stale.cell.id,
      )!;
      const outcome = (claim: typeof stale, state: CellRecord['state']) => ({
        lease: claim.lease,
        rolloutId: 'one',
        cell: { ...claim.cell, state },
        log: [
          {
            at: NOW.toISOString(),
            actor: 'eks-fleet',
            code: state,
            message: state,
            level: 'info' as const,
          },
        ],
        durations: [
          { kind: 'controlPlane' as const, seconds: 5, executor: 'gitops' },
        ],
        nextAt: '',
      });
      expect(await store.recordCells([outcome(stale, 'failed')], NOW)).toEqual(
        new Set(),
      );
      expect(
        await store.recordCells([outcome(fresh, 'succeeded')], NOW),
      ).toEqual(new Set([stale.cell.id]));
      const cell = await store.cell('one', stale.cell.id, 'all');
      expect(cell?.state).toBe('succeeded');
      const snapshot = await store.get('all', 'one');
      expect(snapshot?.waves[0].counts).toMatchObject({
        succeeded: 1,
        running: 1,
      });
      const { entries } = await store.log(
        'one',
        { clusters: 'all' },
        { limit: 10 },
      );
      expect(entries.map(({ code }) => code)).toEqual(['succeeded']);
      expect(await store.durations('gitops')).toEqual([
        { kind: 'controlPlane', seconds: 5, nodes: 0, executor: 'gitops' },
      ]);
      expect(await store.durations('eks')).toEqual([]);
    });

    it('takes a cell that somebody skips from whoever works on it', async () => {
      const store = await putRunning(knex, rolloutOf('one', 1));
      await grant(store);
      const [claim] = await store.claimCells(by('a'));
      await store.actOnCell('one', 'one-0', cell => ({
        cell: { ...cell, state: 'skipped' },
        nextAt: '',
        changes: { revises: true },
      }));
      const recorded = await store.recordCells(
        [{ lease: claim.lease, rolloutId: 'one', nextAt: NOW.toISOString() }],
        NOW,
      );
      expect(recorded.size).toBe(0);
      expect((await store.cell('one', 'one-0', 'all'))?.state).toBe('skipped');
    });

    it('has all that is under way observed after a silence, and after a restore', async () => {
      const store = await putRunning(knex, rolloutOf('one', 1));
      await grant(store);
      await store.beat(NOW, 0);
      const soon = await store.beat(after(30), 0);
      expect(soon.settleSince).toBeUndefined();
      const late = await store.beat(after(600), soon.sequence);
      expect(late.settleSince).toBe(after(600).toISOString());
      expect(await store.isSettling('one', late.settleSince!)).toBe(true);
      const [claim] = await store.claimCells(by('a', after(600)));
      await store.recordCells(
        [
          {
            lease: claim.lease,
            rolloutId: 'one',
            lookedAt: after(601).toISOString(),
            nextAt: after(630).toISOString(),
          },
        ],
        after(601),
      );
      expect(await store.isSettling('one', late.settleSince!)).toBe(false);
      const restored = await store.beat(after(610), late.sequence + 500);
      expect(restored.settleSince).toBe(after(610).toISOString());
    });

    it.each<[string, RolloutScope, boolean]>([
      ['all', 'all', true],
      ['none', 'none', false],
      [
        'its owner',
        { kind: 'owner', values: ['group:default/a'], match: 'every' },
        true,
      ],
      [
        'another owner',
        { kind: 'owner', values: ['group:default/b'], match: 'every' },
        false,
      ],
      [
        'its environment',
        { kind: 'environment', values: ['dev', 'prod'], match: 'every' },
        true,
      ],
      [
        'not its environment',
        { not: { kind: 'environment', values: ['dev'], match: 'any' } },
        false,
      ],
      [
        'both',
        {
          allOf: [
            { kind: 'owner', values: ['group:default/a'], match: 'any' },
            { kind: 'environment', values: ['prod'], match: 'every' },
          ],
        },
        false,
      ],
      [
        'either',
        {
          anyOf: [
            { kind: 'owner', values: [], match: 'any' },
            { kind: 'environment', values: ['dev'], match: 'every' },
          ],
        },
        true,
      ],
    ])('finds by what a policy says: %s', async (_what, scope, found) => {
      const store = await putRunning(knex, rolloutOf('one', 1));
      expect((await store.get(scope, 'one')) !== undefined).toBe(found);
      const page = await store.list(
        { scope, filter: new Map() },
        { limit: 10 },
      );
      expect(page.total).toBe(found ? 1 : 0);
    });

    it('pages cells, and tells which changed since', async () => {
      const store = await putRunning(knex, rolloutOf('one', 5));
      const first = await store.cells('one', { clusters: 'all' }, { limit: 2 });
      expect(first).toMatchObject({ total: 5, next: '1/2' });
      const last = await store.cells(
        'one',
        { clusters: 'all' },
        { limit: 10, after: first.next },
      );
      expect(last.cells.map(({ place }) => place)).toEqual([3, 4, 5]);
      const { changes } = (await store.get('all', 'one'))!.rollout;
      await store.actOnCell('one', 'one-3', cell => ({
        cell: { ...cell, state: 'skipped' },
        nextAt: '',
        changes: {},
      }));
      const changed = await store.cells(
        'one',
        { clusters: 'all', changedAfter: changes },
        { limit: 10 },
      );
      expect(changed.cells.map(({ id }) => id)).toEqual(['one-3']);
    });
  });
});
