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
  DescribeSubnetsCommand,
  paginateDescribeSubnets,
  type EC2Client,
} from '@aws-sdk/client-ec2';
import { startSimulator } from '../../server/startSimulator';
import type { Simulator } from '../../server/types';
import { readerOf } from '../../__testUtils__/clients';

const ACCOUNT = '100000000001';

describe('subnets', () => {
  let simulator: Simulator;
  let ec2: EC2Client;

  beforeEach(async () => {
    simulator = await startSimulator({ fleet: '2x2x3' });
    ({ ec2 } = await readerOf(simulator, ACCOUNT));
    simulator.model.addCluster(ACCOUNT, {
      name: 'tight',
      region: 'eu-west-1',
      version: '1.34',
      subnets: [
        {
          id: 'subnet-0tight',
          zone: 'b',
          cidrBlock: '10.9.0.0/26',
          availableIpAddressCount: 3,
        },
        { id: 'subnet-0gone', deleted: true },
      ],
    });
  });

  afterEach(() => simulator.stop());

  it('are described by id', async () => {
    const { Subnets } = await ec2.send(
      new DescribeSubnetsCommand({ SubnetIds: ['subnet-0tight'] }),
    );
    expect(Subnets).toEqual([
      expect.objectContaining({
        SubnetId: 'subnet-0tight',
        AvailableIpAddressCount: 3,
        AvailabilityZone: 'eu-west-1b',
        CidrBlock: '10.9.0.0/26',
        VpcId: expect.stringMatching(/^vpc-0[0-9a-f]{16}$/),
        OwnerId: ACCOUNT,
        State: 'available',
      }),
    ]);
  });

  it('are those of the account and the Region', async () => {
    const { Subnets } = await ec2.send(new DescribeSubnetsCommand({}));
    expect(Subnets).toHaveLength(3 * 3 + 1);
    const elsewhere = simulator.model.clusters({ region: 'us-east-1' })[0];
    await expect(
      ec2.send(
        new DescribeSubnetsCommand({ SubnetIds: [elsewhere.subnets[0].id] }),
      ),
    ).rejects.toMatchObject({ name: 'InvalidSubnetID.NotFound' });
  });

  it('come in pages', async () => {
    const pages = [];
    for await (const page of paginateDescribeSubnets(
      { client: ec2, pageSize: 5 },
      {},
    )) {
      pages.push(page.Subnets!.map(({ SubnetId }) => SubnetId));
    }
    expect(pages.map(page => page.length)).toEqual([5, 5]);
    expect(new Set(pages.flat()).size).toBe(10);
    await expect(
      ec2.send(new DescribeSubnetsCommand({ NextToken: 'made-up' })),
    ).rejects.toMatchObject({ name: 'InvalidNextToken' });
  });

  it.each([
    [['subnet-0gone'], "The subnet ID 'subnet-0gone' does not exist"],
    [
      ['subnet-0gone', 'subnet-0tight', 'subnet-0never'],
      "The subnet IDs 'subnet-0gone, subnet-0never' do not exist",
    ],
  ])('%j are not all there', async (SubnetIds, message) => {
    await expect(
      ec2.send(new DescribeSubnetsCommand({ SubnetIds })),
    ).rejects.toMatchObject({
      name: 'InvalidSubnetID.NotFound',
      message,
      $metadata: expect.objectContaining({ httpStatusCode: 400 }),
    });
  });

  it('refuse page sizes and filters that are not known', async () => {
    await expect(
      ec2.send(new DescribeSubnetsCommand({ MaxResults: 4 })),
    ).rejects.toMatchObject({ name: 'InvalidParameterValue' });
    await expect(
      ec2.send(
        new DescribeSubnetsCommand({
          Filters: [{ Name: 'vpc-id', Values: ['vpc-1'] }],
        }),
      ),
    ).rejects.toMatchObject({ name: 'UnsupportedOperation' });
  });

  it('are denied to who may not see them', async () => {
    const role = simulator.model.findRole(ACCOUNT, 'eks-fleet-reader')!;
    simulator.model.setRole(ACCOUNT, {
      ...role,
      allow: role.allow.filter(action => action !== 'ec2:DescribeSubnets'),
    });
    await expect(
      ec2.send(new DescribeSubnetsCommand({})),
    ).rejects.toMatchObject({
      name: 'UnauthorizedOperation',
      $metadata: expect.objectContaining({ httpStatusCode: 403 }),
    });
  });
});
