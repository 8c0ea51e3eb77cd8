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
  DescribeClusterCommand,
  DescribeUpdateCommand,
  ListUpdatesCommand,
} from '@aws-sdk/client-eks';
import { ManualClock } from '../clock';
import { clientsOf } from '../__testUtils__/clients';
import { startSimulator } from './startSimulator';
import type { Simulator } from './types';

const ARN = 'arn:aws:eks:eu-west-1:999988887777:cluster/orders';
const NAME = 'orders';

describe('a change of a cluster', () => {
  let simulator: Simulator;

  beforeEach(async () => {
    simulator = await startSimulator({
      clock: new ManualClock('2026-11-23T09:00:00Z'),
      fleet: {
        organizations: [],
        credentials: [
          {
            accessKeyId: 'AKIAORDERS0000000001',
            secretAccessKey: 'orders/secret/of/no/value/at/all/0000001',
            accountId: '999988887777',
            roleName: 'backstage',
          },
        ],
        accounts: [
          {
            id: '999988887777',
            name: 'orders',
            roles: [{ name: 'backstage', trusts: [], allow: ['*'] }],
            clusters: [{ name: NAME, region: 'eu-west-1', version: '1.34' }],
          },
        ],
      },
    });
  });
  afterEach(() => simulator.stop());

  const change = async (body: unknown) => {
    const response = await fetch(`${simulator.url}/_sim/clusters`, {
      method: 'POST',
      body: JSON.stringify(body),
    });
    return { status: response.status, body: await response.json() };
  };
  const eks = () => clientsOf(simulator, { region: 'eu-west-1' }).eks;

  it('is what the next call sees', async () => {
    const issue = {
      code: 'Ec2SubnetNotFound',
      message: 'gone',
      resourceIds: ['subnet-1'],
    };
    const before = await eks().send(new ListUpdatesCommand({ name: NAME }));
    expect(
      await change({
        arn: ARN,
        availableIpAddressCount: 1,
        healthIssues: [issue],
        update: {
          type: 'VersionUpdate',
          status: 'Failed',
          params: { Version: '1.35' },
          errors: [
            {
              errorCode: 'IpNotAvailable',
              errorMessage: 'no',
              resourceIds: [],
            },
          ],
        },
      }),
    ).toEqual({ status: 200, body: {} });

    const { cluster } = await eks().send(
      new DescribeClusterCommand({ name: NAME }),
    );
    expect(cluster!.health!.issues).toEqual([issue]);
    expect(
      simulator.model
        .clusters()[0]
        .subnets.map(subnet => subnet.availableIpAddressCount),
    ).toEqual([1, 1, 1]);
    const after = await eks().send(new ListUpdatesCommand({ name: NAME }));
    const [updateId] = after.updateIds!.filter(
      id => !before.updateIds!.includes(id),
    );
    const { update } = await eks().send(
      new DescribeUpdateCommand({ name: NAME, updateId }),
    );
    expect(update).toMatchObject({
      type: 'VersionUpdate',
      status: 'Failed',
      createdAt: new Date('2026-11-23T09:00:00Z'),
      errors: [{ errorCode: 'IpNotAvailable', errorMessage: 'no' }],
    });
  });

  it.each([
    [{ arn: `${ARN}2` }, 'there is no cluster'],
    [{}, 'arn must be a string'],
    [{ arn: ARN, version: '1.35' }, 'version is not known'],
    [{ arn: ARN, availableIpAddressCount: -1 }, 'availableIpAddressCount'],
    [{ arn: ARN, healthIssues: {} }, 'healthIssues must be a list'],
    [{ arn: ARN, healthIssues: [{ code: 'X' }] }, 'healthIssues[0].message'],
    [{ arn: ARN, update: { status: 'Failed' } }, 'update.type'],
    [{ arn: ARN, update: { type: 'X', status: 'Lost' } }, 'update.status'],
    [{ arn: ARN, update: { type: 'X', id: '1' } }, 'update.id is not known'],
    [{ arn: ARN, update: { type: 'X', errors: [1] } }, 'update.errors[0]'],
  ])('is refused by the name of its field: %j', async (body, message) => {
    expect(await change(body)).toEqual({
      status: 400,
      body: { error: expect.stringContaining(message) },
    });
    expect(simulator.model.clusters()[0].healthIssues).toEqual([]);
  });
});
