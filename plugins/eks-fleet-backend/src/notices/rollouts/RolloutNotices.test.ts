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

import { mockServices } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { testDatabases } from '../../__testUtils__/databases';
import { clusterEntity } from '../../__testUtils__/entities';
import { migrate } from '../../database/migrate';
import { DatabaseClusterStore } from '../../inventory/DatabaseClusterStore';
import { entityToCluster } from '../../inventory/entityToCluster';
import { CellRunner } from '../../rollouts/engine/CellRunner';
import { RolloutEngine } from '../../rollouts/engine/RolloutEngine';
import { RolloutRunner } from '../../rollouts/engine/RolloutRunner';
import { RolloutExecutors } from '../../rollouts/executors/RolloutExecutors';
import { RolloutGates } from '../../rollouts/gates/RolloutGates';
import {
  putRunning,
  rolloutOf,
} from '../../rollouts/store/__testUtils__/bigRollout';
import { DatabaseRolloutStore } from '../../rollouts/store/DatabaseRolloutStore';
import { DatabaseNoticeStore } from '../DatabaseNoticeStore';
import { Notifier } from '../Notifier';
import { aGate } from './__testUtils__/aRollout';
import { DatabaseRolloutNews } from './DatabaseRolloutNews';
import { RolloutNotices } from './RolloutNotices';

jest.setTimeout(120_000);

const START = Date.parse('2026-11-23T12:00:00Z');
const ACCOUNT = '111111111111';
const logger = mockServices.logger.mock();

describe('RolloutNotices', () => {
  const databases = testDatabases();

  describe.each(databases.eachSupportedId())('on %s', id => {
    let knex: Knex;
    let time: number;
    const now = () => new Date(time);
    const send = jest.fn();
    const sent = () =>
      send.mock.calls
        .map(
          ([{ payload, recipients }]) =>
            `${[recipients.entityRef].flat().join()}: ${payload.title}`,
        )
        .sort();

    beforeAll(async () => {
      knex = await databases.init(id);
      await migrate(knex);
      await new DatabaseClusterStore(knex).replaceAll(
        [
          ['one', 'payments'],
          ['two', 'payments'],
          ['three', 'data'],
        ].map(
          ([name, owner]) =>
            entityToCluster(
              clusterEntity({
                name,
                accountId: ACCOUNT,
                owner: `group:default/${owner}`,
              }),
              { environmentLabel: 'environment', accountNames: new Map() },
            )!,
        ),
        0,
      );
    });

    beforeEach(async () => {
      time = START;
      send.mockReset().mockResolvedValue(undefined);
      for (const table of [
        'notices',
        'rollouts',
        'rollout_owners',
        'rollout_environments',
        'rollout_waves',
        'rollout_cells',
        'rollout_clusters',
        'rollout_gates',
        'rollout_decisions',
      ]) {
        await knex(table).delete();
      }
    });

    /** One backend of several: an engine, and what tells of it. */
    const replica = (fails: ReadonlySet<string> = new Set()) => {
      const store = new DatabaseRolloutStore(knex);
      const notices = new RolloutNotices({
        store,
        news: new DatabaseRolloutNews(knex),
        notifier: new Notifier({
          store: new DatabaseNoticeStore(knex),
          notifications: { send },
          logger,
          now,
        }),
        logger,
      });
      const executors = new RolloutExecutors();
      executors.add({
        id: 'eks',
        title: 'Moves at once',
        changesNothing: true,
        abilityFor: async () => ({
          canRollBack: false,
          nodesApart: true,
          walksMinorsAlone: false,
        }),
        observe: async work => work,
        next: ({ cluster, to }) =>
          fails.has(cluster.name)
            ? {
                kind: 'failed',
                retryable: false,
                error: {
                  code: 'PodEvictionFailure',
                  message: 'no',
                  advice: '',
                },
              }
            : { kind: 'succeeded', now: to, message: 'It moved' },
        act: async () => ({}),
      });
      const shared = { store, executors, writes: true, logger, now };
      const engine = new RolloutEngine({
        ...shared,
        rollouts: new RolloutRunner({
          ...shared,
          gates: new RolloutGates(),
          caps: { perAccountAndRegion: 1000, perQueue: 1000 },
        }),
        cells: new CellRunner({ ...shared, pauseFor: async () => {} }),
        onChanged: ids => notices.changed(ids),
      });
      return { engine, notices };
    };

    /** Three cells in one wave that bakes for no time, planned by a, who also started it. */
    const put = async (gates: ReturnType<typeof aGate>[] = []) => {
      const given = rolloutOf('one', 3, {
        bakeSeconds: 0,
        nodesBakeSeconds: undefined,
        minimumSamples: 0,
      });
      const { rollout } = given.snapshot;
      rollout.title = '1.34 autumn';
      rollout.strategy.retries = 0;
      delete rollout.plan!.rolloutFailureBudget;
      given.snapshot.gates = gates;
      given.cells.forEach((cell, index) => {
        const name = ['one', 'two', 'three'][index];
        const [{ cluster }] = cell.clusters;
        cluster.name = name;
        cluster.arn = `arn:aws:eks:eu-west-1:${ACCOUNT}:cluster/${name}`;
      });
      return putRunning(knex, given);
    };

    const both = async (replicas: ReturnType<typeof replica>[]) => {
      for (let round = 0; round < 4; round++) {
        await Promise.all(
          replicas.map(async ({ engine, notices }) => {
            await engine.reconcile();
            await notices.tellChanged();
            await notices.sweep(now());
            await notices.tellChanged();
          }),
        );
        time += 30_000;
      }
      replicas.forEach(({ notices }) => notices.stop());
    };

    it('asks the owners for a second person, once, and not who asked', async () => {
      await put();
      const row = await knex('rollout_clusters')
        .join('rollout_cells', 'rollout_cells.id', 'rollout_clusters.cell_id')
        .where('arn', 'like', '%/one')
        .first('cell_id', 'name', 'rollout_clusters.rollout_id');
      const forceAsked = {
        id: 'request-1',
        by: 'user:default/ada',
        reason: 'The budget is a leftover.',
        at: now().toISOString(),
      };
      await knex('rollout_clusters')
        .where({ cell_id: row.cell_id })
        .update({ state: JSON.stringify({ forceAsked }) });
      for (const { notices } of [replica(), replica()]) {
        notices.changed([row.rollout_id]);
        await notices.tellChanged();
        notices.stop();
      }
      expect(sent()).toEqual([
        `group:default/payments: 1.34 autumn: ${row.name} waits for a second person`,
      ]);
      const [[{ payload, recipients }]] = send.mock.calls;
      expect(recipients.excludeEntityRef).toEqual(['user:default/ada']);
      expect(payload).toMatchObject({
        description:
          'ada asks to force it: The budget is a leftover. Somebody else has to agree.',
        topic: 'eks-fleet.approval',
      });
      expect(payload.link).toContain(`cell=${row.cell_id}`);
    });

    it('tells the end of a rollout once to each, from two engines on one database', async () => {
      await put();
      await both([replica(), replica()]);
      const [{ lifecycle }] = await knex('rollouts').select('lifecycle');
      expect(lifecycle).toBe('done');
      const ends = sent().filter(text => !text.includes(': wave '));
      expect(ends).toEqual([
        'group:default/data: 1.34 autumn has succeeded',
        'group:default/payments: 1.34 autumn has succeeded',
        'user:default/a: 1.34 autumn has succeeded',
      ]);
      expect(new Set(sent()).size).toBe(send.mock.calls.length);
    });

    it('does not tell it again after a restart', async () => {
      await put();
      await both([replica()]);
      expect(send).toHaveBeenCalled();
      send.mockClear();
      await both([replica(), replica()]);
      expect(send).not.toHaveBeenCalled();
    });

    it('tells that it paused by itself, to owners of clusters that it is about', async () => {
      await put();
      await both([replica(new Set(['three'])), replica(new Set(['three']))]);
      expect(sent()).toEqual([
        'group:default/data: 1.34 autumn has paused by itself',
        'group:default/payments: 1.34 autumn has paused by itself',
        'user:default/a: 1.34 autumn has paused by itself',
      ]);
    });

    it('lets the engine go on where nobody can be notified, and tells how it ended later', async () => {
      send.mockRejectedValue(new Error('Request failed with status 404'));
      await put();
      const one = replica();
      await both([one]);
      const [{ lifecycle }] = await knex('rollouts').select('lifecycle');
      expect(lifecycle).toBe('done');
      send.mockReset().mockResolvedValue(undefined);
      time += 600_000;
      const notifier = new Notifier({
        store: new DatabaseNoticeStore(knex),
        notifications: { send },
        logger,
        now,
      });
      await notifier.flush();
      expect(sent()).toEqual([
        'group:default/data: 1.34 autumn has succeeded',
        'group:default/payments: 1.34 autumn has succeeded',
        'user:default/a: 1.34 autumn has succeeded',
      ]);
    });

    it('finds by itself what a process that died had to tell', async () => {
      await put();
      const { engine, notices } = replica();
      await engine.reconcile();
      notices.stop();
      expect(send).not.toHaveBeenCalled();
      const next = replica();
      await next.notices.sweep(now());
      await new Notifier({
        store: new DatabaseNoticeStore(knex),
        notifications: { send },
        logger,
        now,
      }).flush();
      expect(sent()).toHaveLength(3);
    });

    it('asks for an approval once, and not the one who planned it', async () => {
      await put([
        aGate({ since: undefined, state: 'notStarted', waiting: undefined }),
      ]);
      await knex('rollout_waves').update({ lifecycle: 'planned' });
      await knex('rollout_cells').update({ state: 'planned' });
      await both([replica(), replica()]);
      expect(sent()).toEqual([
        'group:default/sre: 1.34 autumn: wave wave-1 waits for your approval',
      ]);
      expect(send.mock.calls[0][0].recipients.excludeEntityRef).toEqual([
        'user:default/a',
      ]);
    });
  });
});
