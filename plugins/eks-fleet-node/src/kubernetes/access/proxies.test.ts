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

import { findKubernetesProxy, type KubernetesProxy } from './proxies';

const CLUSTER = {
  partition: 'aws',
  accountId: '111122223333',
  region: 'eu-west-1',
  name: 'orders',
} as const;
const ARN = 'arn:aws:eks:eu-west-1:111122223333:cluster/orders';

describe('findKubernetesProxy', () => {
  it.each<[string, KubernetesProxy['match'], boolean]>([
    ['no condition', undefined, true],
    ['an empty condition', {}, true],
    ['its account', { accounts: ['1', '111122223333'] }, true],
    ['another account', { accounts: ['444455556666'] }, false],
    ['its Region', { regions: ['eu-west-1'] }, true],
    ['itself', { clusters: [ARN] }, true],
    ['one of the same name elsewhere', { clusters: [`${ARN}2`] }, false],
    [
      'its account, and another Region',
      { accounts: ['111122223333'], regions: ['us-east-1'] },
      false,
    ],
    ['nobody', { accounts: [] }, false],
  ])('with %s', (_, match, found) => {
    const proxy = { id: 'hub', url: 'http://proxy:3128', match };
    expect(findKubernetesProxy([proxy], CLUSTER)).toBe(
      found ? proxy : undefined,
    );
  });

  it('takes the first', () => {
    const proxies = ['a', 'b', 'c'].map((id, index) => ({
      id,
      url: 'http://proxy:3128',
      match: index === 0 ? { regions: ['us-east-1'] } : undefined,
    }));
    expect(findKubernetesProxy(proxies, CLUSTER)?.id).toBe('b');
  });
});
