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

import { locateCluster } from './locateCluster';
import type {
  ClusterFileMatch,
  FleetRepository,
  LocatableCluster,
} from './types';

const CLUSTER: LocatableCluster = {
  partition: 'aws',
  accountId: '111122223333',
  region: 'eu-west-1',
  name: 'orders-prod',
  labels: { env: 'prod', 'acme.io/team': 'orders' },
};

function repository(
  id: string,
  ...rules: Array<{ match?: ClusterFileMatch; path: string }>
): FleetRepository {
  return {
    id,
    url: `https://github.com/acme/${id}`,
    branch: 'main',
    merge: { automatic: false, method: 'merge' },
    clusters: rules.map(({ match = {}, path }) => ({
      match,
      path,
      provisioner: 'terraform',
      fields: {},
    })),
  };
}

function pathOf(
  match: ClusterFileMatch,
  cluster: Partial<LocatableCluster> = {},
): string | undefined {
  const found = locateCluster(
    [repository('fleet', { match, path: 'x.json' })],
    { ...CLUSTER, ...cluster },
  );
  return 'file' in found ? found.file.path : undefined;
}

describe('locateCluster', () => {
  it('lets the first rule that fits decide, over all repositories', () => {
    const repositories = [
      repository('a', {
        match: { accounts: ['444455556666'] },
        path: 'a.json',
      }),
      repository(
        'b',
        { match: { labels: { env: ['dev'] } }, path: 'b.json' },
        {
          match: { labels: { env: ['prod'] } },
          path: '{partition}/{account}/{region}/{label.acme.io/team}/{cluster}.tfvars',
        },
        { path: 'all.json' },
      ),
    ];
    expect(locateCluster(repositories, CLUSTER)).toEqual({
      file: {
        repository: repositories[1],
        path: 'aws/111122223333/eu-west-1/orders/orders-prod.tfvars',
        provisioner: 'terraform',
        fields: {},
      },
    });
  });

  it.each<[boolean, ClusterFileMatch]>([
    [true, {}],
    [true, { accounts: ['444455556666', '111122223333'] }],
    [false, { accounts: ['444455556666'] }],
    [false, { accounts: [] }],
    [true, { regions: ['eu-west-1'], partitions: ['aws'] }],
    [false, { regions: ['eu-west-1'], partitions: ['aws-cn'] }],
    [true, { names: ['orders-prod'] }],
    [false, { names: ['orders'] }],
    [true, { names: ['x', 'orders-*'] }],
    [true, { names: ['*-prod'] }],
    [true, { names: ['o*r*-*d'] }],
    [true, { names: ['*'] }],
    [false, { names: ['orders-prod*-prod'] }],
    [false, { names: ['*orders'] }],
    [false, { exceptNames: ['x', 'orders-*'] }],
    [true, { exceptNames: ['x'] }],
    [false, { names: ['orders-*'], exceptNames: ['*-prod'] }],
    [true, { labels: { env: ['dev', 'prod'] } }],
    [false, { labels: { env: ['dev'] } }],
    [false, { labels: { env: ['prod'], tier: ['gold'] } }],
    [false, { labels: { constructor: ['x'] } }],
  ])('says %s to %j', (fits, match) => {
    expect(pathOf(match)).toBe(fits ? 'x.json' : undefined);
  });

  it('takes no time over a pattern that is made to take long', () => {
    const names = [`${'*a'.repeat(50)}*b`];
    expect(pathOf({ names }, { name: 'a'.repeat(100) })).toBeUndefined();
  });

  it.each([
    ['../../etc', 'label.env of the cluster cannot be part of a path'],
    ['a/b', 'label.env of the cluster cannot be part of a path'],
    ['..', 'label.env of the cluster cannot be part of a path'],
    ['a b', 'label.env of the cluster cannot be part of a path'],
    ['', 'label.env of the cluster cannot be part of a path'],
    [undefined, 'the cluster has no label env'],
  ])('does not let the label %j into a path', (env, reason) => {
    const rules = [repository('fleet', { path: 'live/{label.env}/x.json' })];
    const labels: Record<string, string> = env === undefined ? {} : { env };
    expect(locateCluster(rules, { ...CLUSTER, labels })).toEqual({
      notLocated: `Fleet repository fleet describes it at live/{label.env}/x.json, but ${reason}.`,
    });
  });

  it('says why there is none', () => {
    expect(locateCluster([], CLUSTER)).toEqual({
      notLocated:
        'No fleet repository is configured (eksFleet.fleetRepositories).',
    });
    expect(locateCluster([repository('a'), repository('b')], CLUSTER)).toEqual({
      notLocated:
        'No rule of fleet repositories a, b fits orders-prod in 111122223333/eu-west-1 (eksFleet.fleetRepositories[].clusters).',
    });
  });
});
