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

import { placesOf } from './placesOf';

const cluster = (name: string, labels: Record<string, string>) => ({
  partition: 'aws' as const,
  accountId: '111111111111',
  region: 'eu-west-1',
  name,
  labels,
});

describe('placesOf', () => {
  it('lists layers with the clusters that they reach, the lowest first', () => {
    const places = placesOf(
      [
        cluster('alpha', { environment: 'prod', tenant: 'pay' }),
        cluster('beta', { environment: 'dev' }),
        cluster('gamma', { environment: '../../x' }),
      ],
      [
        'values.yaml',
        'default.yaml',
        'env/{label.environment}.yaml',
        'tenants/{label.tenant}.yaml',
        'regions/{region}.yaml',
        'own/{account}/{cluster}.yaml',
      ],
    );
    expect(
      places.map(({ clusters, ...place }) => ({
        ...place,
        clusters: clusters.map(({ name }) => name).join(' '),
      })),
    ).toEqual([
      { path: 'default.yaml', kind: 'default', clusters: 'alpha beta gamma' },
      {
        path: 'env/dev.yaml',
        kind: 'label',
        label: 'environment',
        value: 'dev',
        clusters: 'beta',
      },
      {
        path: 'env/prod.yaml',
        kind: 'label',
        label: 'environment',
        value: 'prod',
        clusters: 'alpha',
      },
      {
        path: 'tenants/pay.yaml',
        kind: 'label',
        label: 'tenant',
        value: 'pay',
        clusters: 'alpha',
      },
      {
        path: 'regions/eu-west-1.yaml',
        kind: 'label',
        label: 'region',
        value: 'eu-west-1',
        clusters: 'alpha beta gamma',
      },
      ...['alpha', 'beta', 'gamma'].map(name => ({
        path: `own/111111111111/${name}.yaml`,
        kind: 'cluster',
        value: name,
        clusters: name,
      })),
    ]);
  });
});
