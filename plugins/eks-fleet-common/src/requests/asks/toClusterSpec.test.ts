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

import { checkClusterSpec } from '../../clusterSpec';
import { needsChoices, toClusterSpec } from './toClusterSpec';

const ACCOUNT = '111122223333';
const INPUT = {
  owner: 'group:default/payments',
  reason: 'r',
  name: 'orders-dev',
  accountId: 'resource:default/aws-account-111122223333',
  region: 'eu-west-1',
  environment: 'dev',
  autoMode: ['general-purpose'],
};
const pool = (more: object) => ({
  cidr: '10.0.0.0/8',
  prefix: 18,
  free: 1,
  ...more,
});
const choices = (pools: object[], versions: object[] = []) =>
  ({ cidrPools: pools, versions } as Parameters<typeof toClusterSpec>[2]);
const V = [
  { version: '1.36', state: 'standard' },
  { version: '1.35', state: 'standard', isDefault: true },
];
const NEXT = pool({ next: '10.8.0.0/18' });

describe('toClusterSpec', () => {
  it('makes a whole bill of materials of little, closed where nothing is said', () => {
    expect(needsChoices(INPUT)).toBe(true);
    const spec = toClusterSpec(INPUT, ACCOUNT, choices([NEXT], V));

    const checked = checkClusterSpec(spec);
    expect(checked).toEqual({ spec: expect.anything() });
    expect(spec).toMatchObject({
      accountId: ACCOUNT,
      kubernetesVersion: '1.35',
      network: { vpcCidr: '10.8.0.0/18' },
      endpointAccess: { private: true, public: false, publicCidrs: [] },
      upgradePolicy: { supportType: 'STANDARD' },
      deletionProtection: true,
    });
  });

  it('asks nobody where all is said', () => {
    const whole = {
      ...INPUT,
      kubernetesVersion: '1.34',
      network: { vpcId: 'vpc-0a1b2c3d', subnetIds: ['subnet-0a1b2c3d'] },
      publicCidrs: ['203.0.113.0/24'],
    };
    expect(needsChoices(whole)).toBe(false);
    expect(toClusterSpec(whole, ACCOUNT, undefined)).toMatchObject({
      kubernetesVersion: '1.34',
      network: whole.network,
      endpointAccess: { public: true, publicCidrs: ['203.0.113.0/24'] },
    });
  });

  it.each<[string, object[], string]>([
    [
      'none of the account',
      [pool({ accounts: ['222233334444'], next: '10.9.0.0/18' }), NEXT],
      '10.8.0.0/18',
    ],
    [
      'none of another Region',
      [pool({ regions: ['us-east-1'], next: '10.9.0.0/18' }), NEXT],
      '10.8.0.0/18',
    ],
    ['none that is full', [pool({ free: 0 }), NEXT], '10.8.0.0/18'],
    [
      'one of its own',
      [
        pool({
          accounts: [ACCOUNT],
          regions: ['eu-west-1'],
          next: '10.9.0.0/18',
        }),
        NEXT,
      ],
      '10.9.0.0/18',
    ],
  ])('takes the next free block: %s', (_, pools, cidr) => {
    expect(toClusterSpec(INPUT, ACCOUNT, choices(pools, V))).toMatchObject({
      network: { vpcCidr: cidr },
    });
  });

  it.each<[string, object[], object[], string]>([
    [
      'pools',
      [],
      V,
      'there is no pool of addresses for 111122223333 in eu-west-1',
    ],
    [
      'free blocks',
      [pool({ problem: 'The VPCs could not be read.' })],
      V,
      'no block is free in 10.0.0.0/8. The VPCs could not be read.',
    ],
    [
      'versions in standard support',
      [NEXT],
      [{ version: '1.29', state: 'extended' }],
      'kubernetesVersion: is missing',
    ],
  ])('says that there are no %s', (_, pools, versions, words) => {
    expect(() =>
      toClusterSpec(INPUT, ACCOUNT, choices(pools, versions)),
    ).toThrow(words);
  });
});
