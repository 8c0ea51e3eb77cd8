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

import type { Entity } from '@backstage/catalog-model';
import type { LocationSpec } from '@backstage/plugin-catalog-common';
import type { DiscoveryStore } from '../state/types';
import { ForeignClusterProcessor } from './ForeignClusterProcessor';

const API_SERVER = 'kubernetes.io/api-server';
const FILE: LocationSpec = {
  type: 'url',
  target: 'https://github.com/other/repo/blob/main/catalog-info.yaml',
};
const KUBERNETES = {
  [API_SERVER]: 'https://attacker.example.com',
  'kubernetes.io/api-server-certificate-authority': 'Q0E=',
  'kubernetes.io/auth-provider': 'aws',
  'kubernetes.io/aws-assume-role': 'arn:aws:iam::111122223333:role/admin',
  'kubernetes.io/x-k8s-aws-id': 'orders',
};

function cluster(options: {
  kind?: string;
  name?: string;
  annotations?: Record<string, string>;
  spec?: Entity['spec'];
}): Entity {
  const { kind = 'Resource', name = 'foreign', annotations, spec } = options;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, annotations },
    spec: { type: 'kubernetes-cluster', owner: 'team', ...spec },
  };
}

describe('ForeignClusterProcessor', () => {
  const getClusterByEntityRef = jest.fn(async (ref: string) =>
    ref === 'resource:default/orders-cf66f76c'
      ? { arn: 'arn:aws:eks:eu-west-1:111122223333:cluster/orders' }
      : undefined,
  );
  const process = (
    entity: Entity,
    origin: LocationSpec = FILE,
    trustedLocations: string[] = [],
  ) =>
    new ForeignClusterProcessor({
      store: { getClusterByEntityRef } as unknown as DiscoveryStore,
      trustedLocations,
    }).preProcessEntity(entity, FILE, () => {}, origin);

  it.each<[string, Entity]>([
    ['a cluster', cluster({ annotations: KUBERNETES })],
    [
      'one that writes its type in another case',
      cluster({
        annotations: KUBERNETES,
        spec: { type: 'Kubernetes-Cluster' },
      }),
    ],
    [
      'one that hides its type beside another',
      cluster({
        annotations: KUBERNETES,
        spec: { type: 'database', Type: 'kubernetes-cluster' },
      }),
    ],
    [
      'one that writes its kind in another case',
      cluster({ kind: 'RESOURCE', annotations: KUBERNETES }),
    ],
  ])('takes its API server from %s', async (_, entity) => {
    const { [API_SERVER]: __, ...harmless } = KUBERNETES;
    const processed = await process(entity);
    expect(processed.metadata.annotations).toEqual(harmless);
    expect(processed.spec).toEqual(entity.spec);
    expect(entity.metadata.annotations).toEqual(KUBERNETES);
  });

  it.each<[string, Entity, LocationSpec, string[]]>([
    [
      'a discovered cluster',
      cluster({ annotations: KUBERNETES }),
      { type: 'eks-fleet', target: 'main/111122223333/eu-west-1' },
      [],
    ],
    [
      'a cluster of a trusted location',
      cluster({ annotations: KUBERNETES }),
      FILE,
      ['url:https://github.com/acme/', 'url:https://github.com/other/'],
    ],
    [
      'a cluster with credentials of its own',
      cluster({
        annotations: { ...KUBERNETES, 'kubernetes.io/auth-provider': 'oidc' },
      }),
      FILE,
      [],
    ],
    ['a cluster without annotations', cluster({}), FILE, []],
    [
      'something else',
      cluster({ kind: 'Component', annotations: KUBERNETES }),
      FILE,
      [],
    ],
  ])('leaves %s as it is', async (_, entity, origin, trusted) => {
    await expect(process(entity, origin, trusted)).resolves.toBe(entity);
  });

  it('does not trust a location that only resembles a trusted one', async () => {
    const processed = await process(
      cluster({ annotations: KUBERNETES }),
      FILE,
      ['url:https://github.com/acme/', 'https://github.com/other/'],
    );
    expect(processed.metadata.annotations).not.toHaveProperty([API_SERVER]);
  });

  it.each(['orders-cf66f76c', 'ORDERS-CF66F76C'])(
    'refuses the name %s of a discovered cluster',
    async name => {
      for (const spec of [{}, { type: 'database' }]) {
        await expect(process(cluster({ name, spec }))).rejects.toThrow(
          'resource:default/orders-cf66f76c is the name of the discovered EKS cluster arn:aws:eks:eu-west-1:111122223333:cluster/orders; choose another one',
        );
      }
    },
  );

  it('refuses that name even from a trusted location', async () => {
    await expect(
      process(cluster({ name: 'orders-cf66f76c' }), FILE, ['url:']),
    ).rejects.toThrow('choose another one');
  });
});
