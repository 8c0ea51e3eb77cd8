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
  ListRegionsCommand,
  paginateListRegions,
} from '@aws-sdk/client-account';
import { DescribeRegionsCommand } from '@aws-sdk/client-ec2';
import { startSimulator } from '../server/startSimulator';
import type { Simulator } from '../server/types';
import { readerOf } from '../__testUtils__/clients';

const ACCOUNT = '100000000001';

describe('Regions of an account', () => {
  let simulator: Simulator;

  beforeEach(async () => {
    simulator = await startSimulator({ fleet: '1x1x0' });
    simulator.model.setRegion(ACCOUNT, 'eu-south-1', 'ENABLED');
  });

  afterEach(() => simulator.stop());

  it('are listed by Account Management with their state', async () => {
    const { account } = await readerOf(simulator, ACCOUNT);
    const { Regions } = await account.send(
      new ListRegionsCommand({
        RegionOptStatusContains: ['ENABLED', 'ENABLED_BY_DEFAULT'],
      }),
    );
    expect(Regions).toHaveLength(18);
    expect(Regions).toContainEqual({
      RegionName: 'eu-south-1',
      RegionOptStatus: 'ENABLED',
    });
  });

  it('come in pages', async () => {
    const { account } = await readerOf(simulator, ACCOUNT);
    const names = new Set<string>();
    for await (const page of paginateListRegions(
      { client: account, pageSize: 10 },
      {},
    )) {
      page.Regions!.forEach(region => names.add(region.RegionName!));
    }
    expect(names.size).toBe(29);
    await expect(
      account.send(new ListRegionsCommand({ NextToken: 'made-up' })),
    ).rejects.toMatchObject({ name: 'ValidationException' });
  });

  it('are described by EC2', async () => {
    const { ec2 } = await readerOf(simulator, ACCOUNT);
    const enabled = await ec2.send(new DescribeRegionsCommand({}));
    expect(enabled.Regions).toHaveLength(18);
    expect(enabled.Regions).toContainEqual({
      RegionName: 'eu-south-1',
      Endpoint: 'ec2.eu-south-1.amazonaws.com',
      OptInStatus: 'opted-in',
    });
    const all = await ec2.send(
      new DescribeRegionsCommand({ AllRegions: true }),
    );
    expect(all.Regions).toHaveLength(29);
    await expect(
      ec2.send(new DescribeRegionsCommand({ RegionNames: ['mars-1'] })),
    ).rejects.toMatchObject({ name: 'InvalidParameterValue' });
  });
});
