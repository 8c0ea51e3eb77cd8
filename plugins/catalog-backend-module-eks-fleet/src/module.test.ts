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
  coreServices,
  createBackendModule,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  type Entity,
  RELATION_DEPENDS_ON,
  RELATION_OWNED_BY,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { clusterTransformerExtensionPoint } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { startSimulator, type Simulator } from '@eks-fleet/simulator';
import type { JsonObject } from '@backstage/types';
import { Router } from 'express';
import request from 'supertest';
import { startPortal } from './__testUtils__/portal';
import { startWebsite } from './__testUtils__/website';

jest.setTimeout(60_000);

const A = '100000000001';
const B = '100000000002';
type Portal = Awaited<ReturnType<typeof startPortal>>;

describe('the module in a portal', () => {
  const environment = process.env;
  const cleanUps: Array<() => Promise<unknown>> = [];
  let simulator: Simulator;

  beforeEach(async () => {
    simulator = await startSimulator({ fleet: '2x2x3' });
    process.env = { ...environment, ...simulator.environment() };
    cleanUps.push(() => simulator.stop());
  });

  afterEach(async () => {
    for (const cleanUp of cleanUps.splice(0).reverse()) {
      await cleanUp();
    }
    process.env = environment;
  });

  const configOf = (provider: JsonObject = {}, more: JsonObject = {}) => ({
    aws: { accountDefaults: { roleName: 'eks-fleet-reader' } },
    catalog: {
      rules: [{ allow: ['Resource', 'Location'] }],
      providers: {
        eksFleet: {
          main: {
            accounts: [A, B],
            regions: ['eu-west-1', 'us-east-1'],
            tags: { owner: 'team', labels: { environment: 'environment' } },
            ...provider,
          },
        },
      },
    },
    ...more,
  });
  const start = async (
    options: Parameters<typeof startPortal>[0],
  ): Promise<Portal> => {
    const portal = await startPortal(options);
    cleanUps.push(portal.stop);
    return portal;
  };

  it('fills the catalog with clusters, accounts and their relations', async () => {
    const portal = await start({ config: configOf() });
    await portal.scan();
    await portal.settled();
    const clusters = await portal.clusters();
    expect(clusters).toHaveLength(12);
    for (const { metadata, relations, spec } of clusters) {
      const account = metadata.annotations!['amazonaws.com/account-id'];
      expect(relations).toEqual(
        expect.arrayContaining([
          { type: RELATION_OWNED_BY, targetRef: spec!.owner },
          {
            type: RELATION_DEPENDS_ON,
            targetRef: `resource:default/aws-account-${account}`,
          },
        ]),
      );
      expect(metadata.annotations).toHaveProperty([
        'backstage.io/managed-by-origin-location',
      ]);
    }
    expect(await portal.entities('spec.type=aws-account')).toHaveLength(2);
  });

  it('fills it with the namespaces that the backend of the fleet knows, by its own credentials', async () => {
    const askedBy: string[] = [];
    const said: object[] = [];
    const fleet = createBackendPlugin({
      pluginId: 'eks-fleet',
      register({ registerInit }) {
        registerInit({
          deps: {
            httpAuth: coreServices.httpAuth,
            httpRouter: coreServices.httpRouter,
          },
          async init({ httpAuth, httpRouter }) {
            const router = Router();
            router.get('/namespaces', async (asked, response) => {
              const { principal } = await httpAuth.credentials(asked, {
                allow: ['service'],
              });
              askedBy.push(principal.subject);
              response.json({
                items: said,
                totalItems: said.length,
                pageInfo: {},
              });
            });
            httpRouter.use(router);
          },
        });
      },
    });
    const portal = await start({ config: configOf(), features: [fleet] });
    await portal.scan();
    await portal.settled();
    const [cluster] = await portal.clusters();
    const arn = cluster.metadata.annotations!['amazonaws.com/arn'];
    const [, , , region, accountId, rest] = arn.split(':');
    const name = rest.replace('cluster/', '');
    const key = `namespace/${accountId}/${region}/${name}/orders-dev`;
    said.push({
      thing: { kind: 'namespace', key, title: `orders-dev on ${name}` },
      name: 'orders-dev',
      owner: 'group:default/orders',
      team: 'orders',
      environment: 'dev',
      cluster: { name, accountId, region, arn },
      lifecycle: 'active',
      state: 'present',
    });
    await portal.readNamespaces();
    await portal.settled();

    const [namespace, ...others] = await portal.entities(
      'spec.type=kubernetes-namespace',
    );
    expect(others).toEqual([]);
    expect(namespace.relations).toEqual([
      {
        type: RELATION_DEPENDS_ON,
        targetRef: stringifyEntityRef(cluster),
      },
      { type: RELATION_OWNED_BY, targetRef: 'group:default/orders' },
    ]);
    expect(new Set(askedBy)).toEqual(new Set(['plugin:catalog']));
  });

  it('writes nothing to the catalog when it scans an unchanged fleet', async () => {
    const portal = await start({ config: configOf() });
    await portal.scan();
    await portal.settled();
    const statements: string[] = [];
    portal
      .database()
      .on('query', ({ sql }: { sql: string }) => statements.push(sql));
    const written = () =>
      statements.filter(
        sql =>
          /^\s*(insert|update|delete)/i.test(sql) && !/eks_fleet_/.test(sql),
      );
    simulator.resetCalls();
    await portal.publish('eks-fleet.refresh', {});
    await portal.settled();
    expect(
      simulator
        .calls()
        .filter(({ operation }) => operation === 'DescribeCluster')
        .reduce((sum, { count }) => sum + count, 0),
    ).toBe(12);
    expect(statements.some(sql => /eks_fleet_targets/.test(sql))).toBe(true);
    expect(written()).toEqual([]);

    simulator.model.updateCluster(A, 'eu-west-1', 'cluster-0001', {
      platformVersion: 'eks.999',
    });
    await portal.publish('eks-fleet.refresh', {});
    expect(written().length).toBeGreaterThan(0);
  });

  it('brings back an entity that somebody deleted', async () => {
    const portal = await start({ config: configOf() });
    await portal.scan();
    await portal.settled();
    const [gone] = await portal.clusters();
    await portal
      .database()('refresh_state')
      .where({ entity_id: gone.metadata.uid })
      .delete();
    expect(await portal.clusters()).toHaveLength(11);
    await portal.publish('eks-fleet.refresh', {});
    await portal.settled();
    expect(
      (await portal.clusters()).map(({ metadata }) => metadata.name),
    ).toContain(gone.metadata.name);
  });

  it.each<[JsonObject, string]>([
    [
      { regions: ['eu-west-99'] },
      'catalog.providers.eksFleet.main.regions[0] is "eu-west-99", which is no AWS Region',
    ],
    [{ accounts: [] }, 'catalog.providers.eksFleet.main names no account'],
  ])('stops the start on %j', async (provider, sentence) => {
    await expect(startPortal({ config: configOf(provider) })).rejects.toThrow(
      sentence,
    );
  });

  it('starts without configuration, and discovers nothing', async () => {
    const portal = await start({ config: {} });
    expect(await portal.clusters()).toEqual([]);
  });

  describe('against a file that takes the name of a discovered cluster', () => {
    let portal: Portal;
    let file: string;
    let before: Entity;

    beforeEach(async () => {
      const website = await startWebsite(path =>
        JSON.stringify({
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'Resource',
          metadata: { name: path.slice(1).replace('.yaml', '') },
          spec: { type: 'kubernetes-cluster', owner: 'attacker' },
        }),
      );
      cleanUps.push(website.stop);
      portal = await start({
        config: configOf(
          {},
          { backend: { reading: { allow: [{ host: website.host }] } } },
        ),
      });
      await portal.scan();
      await portal.settled();
      [before] = await portal.clusters();
      file = `${website.url}/${before.metadata.name}.yaml`;
    });

    const present = async () =>
      (await portal.clusters()).find(
        ({ metadata }) => metadata.name === before.metadata.name,
      );

    it('keeps the discovered one', async () => {
      await portal.register(file);
      await portal.settled();
      expect(await present()).toEqual(before);
      expect(await portal.clusters()).toHaveLength(12);
    });

    it('refuses the other one even while the entity is missing, and comes back once it is gone', async () => {
      const rows = () => portal.database()('refresh_state');
      const entity_ref = stringifyEntityRef(before);
      await rows().where({ entity_ref }).delete();
      const { body } = await portal.register(file);
      let refused: { errors: string } | undefined;
      while (!refused?.errors || refused.errors === '[]') {
        refused = await rows().where({ entity_ref }).first();
        await portal.entities('kind=none');
      }
      expect(refused.errors).toContain(
        `is the name of the discovered EKS cluster ${
          before.metadata.annotations!['amazonaws.com/arn']
        }`,
      );
      expect(await present()).toBeUndefined();

      await request(portal.server)
        .delete(`/api/catalog/locations/${body.location.id}`)
        .expect(204);
      await portal.publish('eks-fleet.refresh', {});
      await portal.settled();
      expect(await present()).toMatchObject({ spec: before.spec });
    });
  });

  const transformer = createBackendModule({
    pluginId: 'catalog',
    moduleId: 'acme-clusters',
    register(env) {
      env.registerInit({
        deps: { clusters: clusterTransformerExtensionPoint },
        async init({ clusters }) {
          clusters.setClusterTransformer((entity, cluster, { target }) => {
            if (cluster.name === 'cluster-0003') {
              return undefined;
            }
            entity.metadata.description = `${cluster.name} in ${target.region}`;
            return entity;
          });
        },
      });
    },
  });

  it('lets another module change entities, and leave clusters out', async () => {
    const portal = await start({ config: configOf(), features: [transformer] });
    await portal.scan();
    await portal.settled();
    const clusters = await portal.clusters();
    expect(clusters).toHaveLength(8);
    expect(clusters.map(({ metadata }) => metadata.description)).toContain(
      'cluster-0001 in us-east-1',
    );
  });
});
