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

import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import {
  mockCredentials,
  mockServices,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { clusterEntity } from '../__testUtils__/entities';
import { condition } from '../__testUtils__/startFleet';
import { migrate } from '../database/migrate';
import { DatabaseClusterStore } from '../inventory/DatabaseClusterStore';
import { entityToCluster } from '../inventory/entityToCluster';
import { ClusterAccess } from '../permissions/ClusterAccess';
import { RolloutAccess } from '../permissions/RolloutAccess';
import { rolloutRules } from '../permissions/rolloutRules';
import { clusterRules } from '../permissions/rules';
import { RolloutPresenter } from '../rollouts/service/RolloutPresenter';
import { RolloutViews } from '../rollouts/service/RolloutViews';
import {
  putRunning,
  rolloutOf,
} from '../rollouts/store/__testUtils__/bigRollout';
import { DatabaseRolloutStore } from '../rollouts/store/DatabaseRolloutStore';
import { registerListRollouts } from './listRollouts';
import { registerWhyIsRolloutWaiting } from './whyIsRolloutWaiting';

const MINE = '111111111111';
const OTHER = '222222222222';
const AT = '2026-11-23T12:00:00.000Z';

describe('actions about rollouts', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
  const permissions = mockServices.permissions.mock();
  let registry: ReturnType<typeof actionsRegistryServiceMock>;
  let store: DatabaseRolloutStore;
  /** By permission, else yes. */
  let decisions: Record<string, object>;

  const rulesOf = (rules: Record<string, { name: string }>) =>
    mockServices.permissionsRegistry.mock({
      getPermissionRuleset: () =>
        ({
          getRuleByName: (name: string) =>
            Object.values(rules).find(rule => rule.name === name),
        } as never),
    });

  beforeEach(async () => {
    decisions = {};
    permissions.authorize.mockResolvedValue([
      { result: AuthorizeResult.ALLOW },
    ]);
    permissions.authorizeConditional.mockImplementation(async ([request]) => [
      (decisions[request.permission.name] ?? {
        result: AuthorizeResult.ALLOW,
      }) as never,
    ]);
    const knex = await databases.init('SQLITE_3');
    await migrate(knex);
    const clusters = new DatabaseClusterStore(knex);
    await clusters.replaceAll(
      [MINE, MINE, OTHER].map(
        (accountId, index) =>
          entityToCluster(
            clusterEntity({ name: `cluster-${index}`, accountId }),
            { environmentLabel: 'environment', accountNames: new Map() },
          )!,
      ),
      0,
    );
    const given = rolloutOf('one', 3);
    given.snapshot.rollout.title = '1.34 autumn';
    given.cells.forEach((cell, index) => {
      const [{ cluster }] = cell.clusters;
      const accountId = index === 2 ? OTHER : MINE;
      cell.name = `cluster-${index}`;
      cluster.arn = `arn:aws:eks:eu-west-1:${accountId}:cluster/cluster-${index}`;
      cluster.accountId = accountId;
    });
    store = await putRunning(knex, given, { state: 'failed' });
    await knex('rollout_cells')
      .where('place', 1)
      .update({
        state: 'running',
        waiting: JSON.stringify({
          code: 'eks.updating',
          message: 'EKS updates cluster-0',
          since: AT,
        }),
      });
    await knex('rollout_cells')
      .where('place', '>', 1)
      .update({
        error: JSON.stringify({
          code: 'PodEvictionFailure',
          message: 'A budget stops the drain',
          advice: 'Let the budget allow one',
        }),
      });
    await store.act('one', () => ({
      cells: [{ wave: 1, from: 'skipped', to: { state: 'skipped' } }],
      rollout: {
        waiting: {
          code: 'alarm.hold',
          message: 'KubeAPIDown fires on cluster-2',
          since: AT,
          until: '2026-11-23T12:10:00.000Z',
          who: [
            { kind: 'group', ref: 'group:default/sre', name: 'sre' },
            { kind: 'system', name: 'Argo CD' },
          ],
        },
      },
    }));
    registry = actionsRegistryServiceMock();
    const options = {
      access: ClusterAccess.create({
        permissions,
        registry: rulesOf(clusterRules),
        ownByRefs: refs => clusters.ownByRefs(refs),
      }),
      rolloutAccess: RolloutAccess.create({
        permissions,
        registry: rulesOf(rolloutRules),
        byIds: ids => store.byIds(ids),
      }),
      views: new RolloutViews({
        store,
        planner: { rollbackMeans: async () => ({} as never) },
        presenter: new RolloutPresenter({
          store,
          strategies: { list: async () => [] },
          forecasts: { of: async () => new Map() },
        }),
        now: () => new Date(AT),
      }),
      portalPath: '/fleet',
    };
    registerListRollouts(registry, options);
    registerWhyIsRolloutWaiting(registry, options);
  });

  const invoke = async (name: string, input: object = {}) => {
    const credentials = mockCredentials.user('user:default/dana');
    const { output } = await registry.invoke({
      id: `test:${name}`,
      input: input as never,
      credentials,
    });
    for (const [, asked] of permissions.authorizeConditional.mock.calls) {
      expect(asked).toEqual({ credentials });
    }
    return output as any;
  };

  const onlyMine = () => {
    decisions['eks-fleet.cluster.read'] = {
      result: AuthorizeResult.CONDITIONAL,
      pluginId: 'eks-fleet',
      resourceType: 'eks-fleet-cluster',
      conditions: condition('IN_ACCOUNT', { accounts: [MINE] }),
    };
  };

  it('only read', async () => {
    const { actions } = await registry.list();
    expect(actions.map(({ name }) => name)).toEqual([
      'list-rollouts',
      'why-is-rollout-waiting',
    ]);
    for (const { attributes, description } of actions) {
      expect(attributes).toEqual({
        readOnly: true,
        destructive: false,
        idempotent: true,
      });
      expect(description).toContain('## When to use');
    }
  });

  it('list rollouts with what became of their cells, and why they wait', async () => {
    const { rollouts, totalItems } = await invoke('list-rollouts');
    expect(totalItems).toBe(1);
    expect(rollouts[0]).toMatchObject({
      id: 'one',
      title: '1.34 autumn',
      lifecycle: 'running',
      outcome: { total: 3, failed: 2, notReached: 1 },
      running: 1,
      waiting: { code: 'alarm.hold' },
      wave: { index: 1, name: 'wave-1', lifecycle: 'running' },
      link: '/fleet/go?rollout=one',
    });
  });

  it('list rollouts by filter and text', async () => {
    const found = async (input: object) =>
      (await invoke('list-rollouts', input)).totalItems;
    expect(await found({ filter: { lifecycle: ['running'] } })).toBe(1);
    expect(await found({ filter: { lifecycle: ['done'] } })).toBe(0);
    expect(await found({ filter: { waitsFor: ['group:default/sre'] } })).toBe(
      1,
    );
    expect(await found({ text: 'nothing like it' })).toBe(0);
    await expect(
      invoke('list-rollouts', { filter: { colour: ['red'] } }),
    ).rejects.toThrow(/unknown key "colour"/);
  });

  it('explain why a rollout waits, from the whole down to its cells', async () => {
    const why = await invoke('why-is-rollout-waiting', { rollout: 'one' });
    expect(why.answer).toBe(
      'KubeAPIDown fires on cluster-2. It is at wave wave-1. It can move at 2026-11-23T12:10:00.000Z at the earliest. Who can move it: sre, Argo CD. 2 cells failed.',
    );
    expect(why.cells).toMatchObject([
      {
        name: 'cluster-0',
        state: 'running',
        waiting: { code: 'eks.updating', message: 'EKS updates cluster-0' },
        link: '/fleet/go?rollout=one&cell=one-0',
      },
      {
        name: 'cluster-1',
        state: 'failed',
        error: {
          code: 'PodEvictionFailure',
          advice: 'Let the budget allow one',
        },
      },
      { name: 'cluster-2' },
    ]);
    expect(why.moreCells).toBe(0);
  });

  it('tell what failed of a rollout that is over, and never call that a success', async () => {
    await store.act('one', () => ({
      rollout: { lifecycle: 'done', endedAt: AT, waiting: undefined },
      waves: [{ index: 1, set: { lifecycle: 'done', endedAt: AT } }],
    }));
    const why = await invoke('why-is-rollout-waiting', { rollout: 'one' });
    expect(why.answer).toBe('It is over. 2 cells failed.');
    expect(why.cells.map(({ name }: { name: string }) => name)).toEqual([
      'cluster-1',
      'cluster-2',
    ]);
  });

  it('show a reader of one account no cluster of another', async () => {
    onlyMine();
    const answers = [
      await invoke('list-rollouts'),
      await invoke('why-is-rollout-waiting', { rollout: 'one' }),
    ];
    expect(JSON.stringify(answers)).not.toMatch(/cluster-2|2222/);
    expect(answers[0].rollouts[0].outcome).toMatchObject({
      total: 2,
      failed: 1,
    });
    expect(answers[1].cells).toHaveLength(2);
    expect(answers[1].answer).toContain('some of which you may not see');
  });

  it('say the same of a rollout that is not there and of one that is not for the caller', async () => {
    await expect(
      invoke('why-is-rollout-waiting', { rollout: 'two' }),
    ).rejects.toThrow('No rollout two');
    decisions['eks-fleet.rollout.read'] = { result: AuthorizeResult.DENY };
    await expect(
      invoke('why-is-rollout-waiting', { rollout: 'one' }),
    ).rejects.toThrow('No rollout one');
    await expect(invoke('list-rollouts')).rejects.toThrow(
      /eks-fleet\.rollout\.read/,
    );
  });
});
