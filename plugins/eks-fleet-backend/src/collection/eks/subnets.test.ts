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

import { toObservationError } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { startCloud, type Cloud } from '../__testUtils__/startCloud';
import { missingSubnets, subnetsCollector, toSubnet } from './subnets';

jest.setTimeout(60_000);

describe('subnetsCollector', () => {
  let cloud: Cloud;

  afterEach(() => cloud?.stop());

  const collect = (more: object = {}) =>
    cloud.collect(subnetsCollector(cloud), {
      controlPlane: cloud.controlPlane(more),
    });

  it('counts the free addresses of the subnets of the cluster', async () => {
    cloud = await startCloud({
      cluster: {
        subnets: [
          { id: 'subnet-0b', zone: 'b', availableIpAddressCount: 3 },
          { id: 'subnet-0a', zone: 'a', availableIpAddressCount: 251 },
        ],
      },
    });
    expect(await collect()).toEqual({
      subnets: [
        {
          id: 'subnet-0a',
          availabilityZone: 'eu-west-1a',
          cidr: expect.stringMatching(/\/\d+$/),
          freeAddresses: 251,
        },
        expect.objectContaining({ id: 'subnet-0b', freeAddresses: 3 }),
      ],
      missing: [],
    });
    expect(cloud.calls()).toEqual({ DescribeSubnets: 1 });
  });

  it('shows the others where some are gone', async () => {
    cloud = await startCloud({
      cluster: {
        subnets: [
          { id: 'subnet-0a', deleted: true },
          { id: 'subnet-0b', availableIpAddressCount: 3 },
          { id: 'subnet-0c', deleted: true },
        ],
      },
    });
    expect(await collect()).toMatchObject({
      subnets: [{ id: 'subnet-0b', freeAddresses: 3 }],
      missing: ['subnet-0a', 'subnet-0c'],
    });
  });

  it('asks nothing where all of them are gone, or there are none', async () => {
    cloud = await startCloud({
      cluster: { subnets: [{ id: 'subnet-0a', deleted: true }] },
    });
    expect(await collect()).toEqual({ subnets: [], missing: ['subnet-0a'] });
    expect(await collect({ subnetIds: [] })).toEqual({
      subnets: [],
      missing: [],
    });
    expect(cloud.calls()).toEqual({ DescribeSubnets: 1 });
  });

  it('waits for discovery to say which subnets there are', async () => {
    cloud = await startCloud();
    const error = await cloud
      .collect(subnetsCollector(cloud))
      .catch(cause => toObservationError(cause));
    expect(error).toEqual({
      code: 'notFound',
      message: expect.stringContaining('Discovery has not yet told'),
    });
  });

  it('fails where EC2 may not be asked', async () => {
    cloud = await startCloud();
    cloud.simulator.addFault({
      match: { operation: 'DescribeSubnets' },
      effect: 'deny',
    });
    const error = await collect().catch(cause => toObservationError(cause));
    expect(error).toMatchObject({ code: 'forbidden' });
  });
});

describe('missingSubnets', () => {
  const refusal = (message: string, name = 'InvalidSubnetID.NotFound') =>
    Object.assign(new Error(message), { name });
  const asked = ['subnet-0a', 'subnet-0b', 'subnet-0c'];

  it.each([
    ["The subnet ID 'subnet-0b' does not exist", ['subnet-0b']],
    [
      "The subnet IDs 'subnet-0a, subnet-0c' do not exist",
      ['subnet-0a', 'subnet-0c'],
    ],
    ["The subnet ID 'subnet-0d' does not exist", []],
    ['No such thing', []],
  ])('reads %p', (message, missing) => {
    expect([...missingSubnets(refusal(message), asked)]).toEqual(missing);
  });

  it('reads no other refusal', () => {
    const error = refusal("'subnet-0a' is not yours", 'UnauthorizedOperation');
    expect(missingSubnets(error, asked).size).toBe(0);
  });
});

describe('toSubnet', () => {
  it('takes an unknown number for no number', () => {
    expect(() => toSubnet({ SubnetId: 'subnet-0a' })).toThrow('subnet-0a');
  });
});
