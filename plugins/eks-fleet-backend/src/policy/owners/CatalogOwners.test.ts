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
import type { Entity } from '@backstage/catalog-model';
import type {
  CollectedCluster,
  PolicyOutcome,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { CatalogOwners } from './CatalogOwners';

const CLUSTER: CollectedCluster = {
  partition: 'aws',
  accountId: '111111111111',
  region: 'eu-west-1',
  entityRef: 'resource:default/alpha-1234abcd',
  arn: 'arn:aws:eks:eu-west-1:111111111111:cluster/alpha',
  name: 'alpha',
};

const group = (name: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name, namespace: 'default' },
});

const component = (
  name: string,
  owner: string,
  namespace: string,
  cluster?: string,
): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name,
    namespace: 'default',
    annotations: {
      'backstage.io/kubernetes-namespace': namespace,
      ...(cluster && { 'backstage.io/kubernetes-cluster': cluster }),
    },
  },
  relations: [{ type: 'ownedBy', targetRef: owner }],
});

const outcome = (facts: Partial<PolicyOutcome>): PolicyOutcome => ({
  policy: { engine: 'kyverno', kind: 'ClusterPolicy', name: 'p' },
  result: 'fail',
  resource: { kind: 'Deployment', namespace: 'shop', name: 'api' },
  ...facts,
});

const CATALOG = [
  group('payments'),
  group('shop'),
  component('api', 'group:default/shop', 'shop'),
  component('batch', 'group:default/payments', 'batch', 'alpha-1234abcd'),
  component('other', 'group:default/shop', 'batch', 'beta-5678abcd'),
  component('a', 'group:default/shop', 'shared'),
  component('b', 'group:default/payments', 'shared'),
];

function startOwners(read: () => Entity[] = () => CATALOG) {
  let now = new Date('2026-11-29T12:00:00Z');
  const streamEntities = jest.fn(async function* stream() {
    yield read();
  });
  const owners = new CatalogOwners({
    catalog: { streamEntities } as never,
    auth: mockServices.auth(),
    logger: mockServices.logger.mock(),
    now: () => now,
  });
  return {
    owners,
    streamEntities,
    pass: (minutes: number) => {
      now = new Date(now.getTime() + minutes * 60_000);
    },
    of: async (facts: Partial<PolicyOutcome>) =>
      (await owners.resolve(CLUSTER, [outcome(facts)]))[0],
  };
}

describe('CatalogOwners', () => {
  const label = (
    value: string,
    from: 'resource' | 'namespace' = 'resource',
  ) => ({
    ownerLabel: { value, from },
  });
  const inNamespace = (namespace: string) => ({
    resource: { kind: 'Deployment', namespace, name: 'x' },
  });

  it.each<[string, Partial<PolicyOutcome>, string, string]>([
    [
      'a label names a group',
      label('payments'),
      'group:default/payments',
      'resource',
    ],
    ['in any case', label(' Payments '), 'group:default/payments', 'resource'],
    [
      'as a reference',
      label('group:default/payments'),
      'group:default/payments',
      'resource',
    ],
    [
      'on the namespace',
      label('payments', 'namespace'),
      'group:default/payments',
      'namespace',
    ],
    [
      'a label names nobody',
      label('attackers'),
      'group:default/shop',
      'component',
    ],
    [
      'a label names a user',
      label('user:default/eve'),
      'group:default/shop',
      'component',
    ],
    [
      'a label is no name',
      label('<b>::</b>'),
      'group:default/shop',
      'component',
    ],
    ['a component runs there', {}, 'group:default/shop', 'component'],
    [
      'one says that it runs on this cluster',
      inNamespace('batch'),
      'group:default/payments',
      'component',
    ],
    ['components of several run there', inNamespace('shared'), '', 'cluster'],
    ['nothing runs there', inNamespace('empty'), '', 'cluster'],
    [
      'it is the namespace itself',
      { resource: { kind: 'Namespace', name: 'shop' } },
      'group:default/shop',
      'component',
    ],
    [
      'it is of the cluster',
      { resource: { kind: 'ClusterRole', name: 'x' } },
      '',
      'cluster',
    ],
  ])('where %s', async (_, facts, owner, ownerFrom) => {
    expect(await startOwners().of(facts)).toEqual({ owner, ownerFrom });
  });

  it('reads the catalog once in five minutes', async () => {
    const { of, pass, streamEntities } = startOwners();
    await Promise.all([of({}), of({})]);
    pass(4);
    await of({});
    expect(streamEntities).toHaveBeenCalledTimes(1);
    pass(2);
    await of({});
    expect(streamEntities).toHaveBeenCalledTimes(2);
  });

  it('keeps what it knew while the catalog does not answer', async () => {
    let down = false;
    const { of, pass } = startOwners(() => {
      if (down) {
        throw new Error('no answer');
      }
      return CATALOG;
    });
    await of({});
    down = true;
    pass(6);
    expect((await of({})).owner).toBe('group:default/shop');
  });
});
