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

import { ObservationFailure } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import {
  startCloud,
  type Cloud,
} from '../../../../collection/__testUtils__/startCloud';
import { ACCOUNT, NOW } from '../../__testUtils__/grounds';
import { AwsNetworkReader, type NetworkReader } from './NetworkReader';
import { NetworkWatch } from './NetworkWatch';

jest.setTimeout(60_000);

const TARGET = {
  partition: 'aws',
  accountId: ACCOUNT,
  region: 'eu-west-1',
} as const;
const OTHER = { ...TARGET, region: 'us-east-1' } as const;
const IPAM = {
  poolId: 'ipam-pool-0123456789abcdef0',
  accountId: ACCOUNT,
  region: 'eu-west-1',
};

const after = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);

function watchOf() {
  const failing = new Set<string>();
  const asked: string[] = [];
  const look = <T>(name: string, value: T): Promise<T> => {
    asked.push(name);
    return failing.has(name)
      ? Promise.reject(new ObservationFailure('forbidden', 'no'))
      : Promise.resolve(value);
  };
  const reader: NetworkReader = {
    vpcs: ({ region }) =>
      look(region, [{ cidr: '10.0.0.0/16', name: `the VPC of ${region}` }]),
    ipamPool: ({ poolId }) =>
      look(poolId, { cidrs: ['10.64.0.0/12'], allocated: [] }),
  };
  return {
    watch: new NetworkWatch({ reader, ipamPools: [IPAM] }),
    failing,
    asked,
  };
}

describe('NetworkWatch', () => {
  it('calls nothing read that nobody has read', async () => {
    const { failing, watch } = watchOf();
    failing.add(IPAM.poolId);
    await watch.refresh([], NOW);
    expect(watch.index(NOW).ipamPool(IPAM.poolId)).toEqual({
      poolId: IPAM.poolId,
      unread: 'forbidden: no',
    });
  });

  it('reads each place every ten minutes, and no sooner', async () => {
    const { asked, watch } = watchOf();
    await watch.refresh([TARGET, OTHER], NOW);
    await watch.refresh([TARGET, OTHER], after(9));
    expect(asked).toHaveLength(3);
    await watch.refresh([TARGET, OTHER], after(10));
    expect(asked).toHaveLength(6);
    expect(watch.index(after(10))).toMatchObject({
      taken: [
        { name: 'the VPC of eu-west-1', region: 'eu-west-1' },
        { name: 'the VPC of us-east-1', region: 'us-east-1' },
      ],
      unread: [],
    });
  });

  it('keeps what it saw last of one that fails, and names it once that is old', async () => {
    const { failing, watch } = watchOf();
    await watch.refresh([TARGET, OTHER], NOW);
    failing.add('us-east-1');
    await watch.refresh([TARGET, OTHER], after(30));
    expect(watch.index(after(60)).unread).toEqual([]);
    const index = watch.index(after(61));
    expect(index.taken).toHaveLength(2);
    expect(index.unread).toContainEqual({
      accountId: ACCOUNT,
      region: 'us-east-1',
      why: `last read ${NOW.toISOString()}, forbidden: no`,
    });
  });

  it('forgets targets that are gone', async () => {
    const { watch } = watchOf();
    await watch.refresh([TARGET, OTHER], NOW);
    await watch.refresh([TARGET], NOW);
    expect(watch.index(NOW).taken).toHaveLength(1);
  });
});

describe('AwsNetworkReader', () => {
  let cloud: Cloud;

  afterEach(() => cloud?.stop());

  it('reads the blocks of all VPCs of a target', async () => {
    cloud = await startCloud({
      cluster: {
        subnets: [
          { cidrBlock: '10.40.0.0/18' },
          { cidrBlock: '100.64.0.0/18' },
        ],
      },
    });
    const reader = new AwsNetworkReader({ aws: cloud.aws });
    const { accountId, partition, region } = cloud.cluster;
    const name = expect.stringMatching(
      new RegExp(`^the VPC vpc-0[0-9a-f]{16} of ${accountId}$`),
    );
    expect(await reader.vpcs({ accountId, partition, region })).toEqual([
      { cidr: '10.40.0.0/16', name },
      { cidr: '100.64.0.0/16', name },
    ]);
    expect(cloud.calls()).toEqual({ DescribeVpcs: 1 });
  });
});
