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

import { policyLayerPaths } from './policyLayerPaths';

const CLUSTER = {
  partition: 'aws' as const,
  accountId: '444455556666',
  region: 'eu-west-1',
  name: 'orders',
  labels: { environment: 'prod', tenant: 'payments' },
};

describe('policyLayerPaths', () => {
  it('names the layers of a cluster, the first one below all others', () => {
    expect(policyLayerPaths(CLUSTER)).toEqual([
      'charts/fleet-policies/values.yaml',
      'policies/default.yaml',
      'policies/environments/prod.yaml',
      'policies/tenants/payments.yaml',
      'policies/clusters/444455556666/eu-west-1/orders.yaml',
    ]);
  });

  it.each([
    ['is not there', { environment: 'prod' }],
    ['leads elsewhere', { environment: 'prod', tenant: '../../secrets' }],
  ])('leaves out the layer of a label that %s', (_, labels: any) => {
    expect(policyLayerPaths({ ...CLUSTER, labels })).toEqual([
      'charts/fleet-policies/values.yaml',
      'policies/default.yaml',
      'policies/environments/prod.yaml',
      'policies/clusters/444455556666/eu-west-1/orders.yaml',
    ]);
  });

  it('takes other places', () => {
    expect(
      policyLayerPaths(CLUSTER, ['a/{label.environment}/{cluster}.yaml']),
    ).toEqual(['a/prod/orders.yaml']);
  });
});
