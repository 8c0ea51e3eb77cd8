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

import {
  actionsRegistryServiceMock,
  metricsServiceMock,
} from '@backstage/backend-test-utils/alpha';
import {
  mockCredentials,
  mockServices,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { DEFAULT_CONTROL_PLANE_PRICES } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { stopCalendar } from '../__testUtils__/clock';
import { clusterEntity, foreignEntity } from '../__testUtils__/entities';
import { condition } from '../__testUtils__/startFleet';
import { migrate } from '../database/migrate';
import { ClusterInventory } from '../inventory/ClusterInventory';
import { DatabaseClusterStore } from '../inventory/DatabaseClusterStore';
import { entityToCluster } from '../inventory/entityToCluster';
import { ClusterAccess } from '../permissions/ClusterAccess';
import { clusterRules } from '../permissions/rules';
import {
  FakeAddonCatalogue,
  FakeObservations,
} from '../readiness/__testUtils__/fakes';
import { createReadiness } from '../readiness/createReadiness';
import { FleetOverview } from '../summary/FleetOverview';
import { DatabaseTargetStore } from '../targets/DatabaseTargetStore';
import { TargetDirectory } from '../targets/TargetDirectory';
import { DatabaseVersionStore } from '../versions/DatabaseVersionStore';
import { registerActions } from './registerActions';

const MINE = '111111111111';
const OTHER = '222222222222';
const prices = DEFAULT_CONTROL_PLANE_PRICES;

describe('actions', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
  const permissions = mockServices.permissions.mock();
  let registry: ReturnType<typeof actionsRegistryServiceMock>;

  beforeEach(async () => {
    stopCalendar();
    permissions.authorize.mockResolvedValue([
      { result: AuthorizeResult.ALLOW },
    ]);
    permissions.authorizeConditional.mockResolvedValue([
      { result: AuthorizeResult.ALLOW },
    ]);
    const knex = await databases.init('SQLITE_3');
    await migrate(knex);
    const clusters = new DatabaseClusterStore(knex);
    const versions = new DatabaseVersionStore(knex);
    const targets = new TargetDirectory({
      targets: new DatabaseTargetStore(knex),
      clusters,
    });
    const entities = [
      clusterEntity({ name: 'alpha', accountId: MINE, version: '1.33' }),
      clusterEntity({ name: 'beta', accountId: OTHER, version: '1.35' }),
      clusterEntity({ name: 'gamma', accountId: OTHER, version: '1.34' }),
      foreignEntity('stranger'),
    ];
    await clusters.replaceAll(
      entities.map(
        entity =>
          entityToCluster(entity, {
            environmentLabel: 'environment',
            accountNames: new Map(),
          })!,
      ),
      0,
    );
    registry = actionsRegistryServiceMock();
    const inventory = new ClusterInventory({ clusters, versions, prices });
    const readiness = await createReadiness({
      knex,
      config: mockServices.rootConfig(),
      observations: new FakeObservations(),
      addons: new FakeAddonCatalogue(),
      versions,
      inventory,
      scheduler: mockServices.scheduler.mock(),
      lifecycle: mockServices.lifecycle.mock(),
      logger: mockServices.logger.mock(),
      metrics: metricsServiceMock.mock() as never,
    });
    await readiness.assessor.assessDue(new Date());
    registerActions(registry, {
      access: ClusterAccess.create({
        permissions,
        registry: mockServices.permissionsRegistry.mock({
          getPermissionRuleset: () =>
            ({
              getRuleByName: (name: string) =>
                Object.values(clusterRules).find(rule => rule.name === name),
            } as never),
        }),
        ownByRefs: refs => clusters.ownByRefs(refs),
      }),
      inventory,
      readiness: readiness.service,
      overview: new FleetOverview({ clusters, targets, versions, prices }),
    });
  });

  const invoke = async (name: string, input: object = {}) => {
    const credentials = mockCredentials.user('user:default/dana');
    const { output } = await registry.invoke({
      id: `test:${name}`,
      input: input as never,
      credentials,
    });
    expect(permissions.authorizeConditional).toHaveBeenLastCalledWith(
      expect.anything(),
      { credentials },
    );
    return output as any;
  };

  const onlyMine = () =>
    permissions.authorizeConditional.mockResolvedValue([
      {
        result: AuthorizeResult.CONDITIONAL,
        pluginId: 'eks-fleet',
        resourceType: 'eks-fleet-cluster',
        conditions: condition('IN_ACCOUNT', { accounts: [MINE] }) as never,
      },
    ]);

  it('only read', async () => {
    const { actions } = await registry.list();
    expect(actions.map(action => action.name)).toEqual([
      'list-clusters',
      'get-cluster',
      'get-fleet-summary',
      'get-cluster-readiness',
      'list-fleet-blockers',
      'list-kubernetes-versions',
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

  it('list clusters page by page', async () => {
    const first = await invoke('list-clusters', { limit: 2 });
    expect(first.totalItems).toBe(4);
    const rest = await invoke('list-clusters', {
      limit: 2,
      cursor: first.nextCursor,
    });
    expect(
      [...first.clusters, ...rest.clusters].map(cluster => cluster.name),
    ).toEqual(['alpha', 'beta', 'gamma', 'stranger']);
    expect(rest.nextCursor).toBeUndefined();
  });

  it('list clusters by filter and text', async () => {
    const filtered = await invoke('list-clusters', {
      filter: { support: ['extended', 'unsupported'] },
    });
    expect(filtered.clusters).toHaveLength(1);
    const found = await invoke('list-clusters', { text: OTHER });
    expect(found.clusters[0].name).toBe('beta');
    await expect(
      invoke('list-clusters', { filter: { colour: ['red'] } }),
    ).rejects.toThrow(/unknown key "colour"/);
  });

  it('get a cluster by either name', async () => {
    const { cluster } = await invoke('get-cluster', {
      entityRef: 'alpha-1111',
    });
    expect(cluster.support.state).toBe('extended');
    expect(await invoke('get-cluster', { arn: cluster.arn })).toEqual({
      cluster,
    });
    await expect(invoke('get-cluster')).rejects.toThrow(/arn or entityRef/);
  });

  it('sum up the fleet', async () => {
    expect(await invoke('get-fleet-summary')).toMatchObject({
      clusters: 3,
      foreignClusters: 1,
      targetsByState: {},
      attention: [
        { code: 'extendedSoon', count: 1 },
        { code: 'extendedCost', count: 1, costUsdPerMonth: 365 },
      ],
    });
  });

  it('never call a cluster ready that nobody observed', async () => {
    const verdict = await invoke('get-cluster-readiness', {
      entityRef: 'alpha-1111',
    });
    expect(verdict).toMatchObject({
      name: 'alpha',
      version: '1.33',
      target: '1.34',
      verdict: 'unknown',
      hops: ['1.34'],
    });
    expect(verdict.findings[0]).toMatchObject({ severity: 'unknown' });
    await expect(
      invoke('get-cluster-readiness', {
        entityRef: 'alpha-1111',
        target: 'soon',
      }),
    ).rejects.toThrow(/target/);
  });

  it('turn blockers round', async () => {
    const { blockers, clusters } = await invoke('list-fleet-blockers');
    expect(clusters).toBe(2);
    expect(blockers.length).toBeGreaterThan(0);
    for (const blocker of blockers) {
      expect(blocker).not.toHaveProperty('hits');
      expect(blocker.clusters).toBeGreaterThan(0);
    }
  });

  it('tell support dates, and how many clusters have which version', async () => {
    const { versions } = await invoke('list-kubernetes-versions');
    expect(
      versions
        .filter((version: { clusters: number }) => version.clusters > 0)
        .map((version: { version: string }) => version.version),
    ).toEqual(['1.33', '1.34', '1.35']);
  });

  it('show a reader of one account no other', async () => {
    onlyMine();
    const answers = [
      await invoke('list-clusters'),
      await invoke('get-fleet-summary'),
      await invoke('get-cluster', { entityRef: 'alpha-1111' }),
      await invoke('list-fleet-blockers'),
    ];
    expect(JSON.stringify(answers)).not.toMatch(
      /2222|beta|gamma|1\.35|stranger/,
    );
    expect(answers[0].totalItems).toBe(1);
    expect(answers[1]).toMatchObject({ clusters: 1, accounts: 1 });
    expect(answers[3].clusters).toBe(1);
    const { versions } = await invoke('list-kubernetes-versions');
    expect(
      versions.filter((version: { clusters: number }) => version.clusters > 0),
    ).toHaveLength(1);
    await expect(
      invoke('get-cluster-readiness', { entityRef: 'beta-2222' }),
    ).rejects.toThrow('No cluster resource:default/beta-2222');
    await expect(
      invoke('get-cluster', { entityRef: 'beta-2222' }),
    ).rejects.toThrow('No cluster resource:default/beta-2222');
  });

  it('refuse who may read nothing', async () => {
    permissions.authorizeConditional.mockResolvedValue([
      { result: AuthorizeResult.DENY },
    ]);
    await expect(invoke('list-clusters')).rejects.toThrow(
      /eks-fleet\.cluster\.read/,
    );
    await expect(invoke('get-fleet-summary')).rejects.toThrow(
      /eks-fleet\.cluster\.read/,
    );
  });
});
