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
  DescribeVpcsCommand,
  paginateDescribeVpcs,
  type EC2Client,
} from '@aws-sdk/client-ec2';
import { startSimulator } from '../../server/startSimulator';
import type { Simulator } from '../../server/types';
import { readerOf } from '../../__testUtils__/clients';

const ACCOUNT = '100000000001';

describe('VPCs', () => {
  let simulator: Simulator;
  let ec2: EC2Client;

  beforeEach(async () => {
    simulator = await startSimulator({ fleet: '2x2x3' });
    ({ ec2 } = await readerOf(simulator, ACCOUNT));
  });

  afterEach(() => simulator.stop());

  it('are those of the clusters of the account and the Region, with each of their blocks', async () => {
    simulator.model.addCluster(ACCOUNT, {
      name: 'own-addresses',
      region: 'eu-west-1',
      version: '1.34',
      subnets: [
        { cidrBlock: '10.40.0.0/18' },
        { cidrBlock: '10.40.64.0/18' },
        { cidrBlock: '100.64.0.0/18' },
      ],
    });
    const { Vpcs } = await ec2.send(new DescribeVpcsCommand({}));
    expect(Vpcs).toHaveLength(3 + 1);
    expect(Vpcs).toContainEqual(
      expect.objectContaining({
        VpcId: expect.stringMatching(/^vpc-0[0-9a-f]{16}$/),
        OwnerId: ACCOUNT,
        State: 'available',
        CidrBlock: '10.40.0.0/16',
        CidrBlockAssociationSet: [
          expect.objectContaining({
            CidrBlock: '10.40.0.0/16',
            CidrBlockState: { State: 'associated' },
          }),
          expect.objectContaining({ CidrBlock: '100.64.0.0/16' }),
        ],
      }),
    );
  });

  it('come in pages', async () => {
    for (let index = 0; index < 4; index++) {
      simulator.model.addCluster(ACCOUNT, {
        name: `more-${index}`,
        region: 'eu-west-1',
        version: '1.34',
      });
    }
    const sizes: number[] = [];
    for await (const { Vpcs } of paginateDescribeVpcs(
      { client: ec2, pageSize: 5 },
      {},
    )) {
      sizes.push(Vpcs?.length ?? 0);
    }
    expect(sizes).toEqual([5, 2]);
  });

  it('that are not there are refused by their id', async () => {
    await expect(
      ec2.send(new DescribeVpcsCommand({ VpcIds: ['vpc-0nowhere'] })),
    ).rejects.toMatchObject({ name: 'InvalidVpcID.NotFound' });
  });
});
