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
  DescribeAccessEntryCommand,
  DescribeAddonCommand,
  DescribeCapabilityCommand,
  DescribeFargateProfileCommand,
  DescribeNodegroupCommand,
  ListAddonsCommand,
  ListNodegroupsCommand,
  StartInsightsRefreshCommand,
  type EKSClient,
} from '@aws-sdk/client-eks';
import type { NodegroupSpec } from '../../model/nodegroups';
import { startSimulator } from '../../server/startSimulator';
import type { Simulator } from '../../server/types';
import { readerOf } from '../../__testUtils__/clients';

const ACCOUNT = '100000000001';
const CLUSTER = 'arn:aws:eks:eu-west-1:100000000001:cluster/one';

describe('a part of a cluster', () => {
  let simulator: Simulator;
  let eks: EKSClient;

  beforeEach(async () => {
    simulator = await startSimulator({ fleet: '1x1x0' });
    ({ eks } = await readerOf(simulator, ACCOUNT));
  });

  afterEach(() => simulator.stop());

  const add = (name = 'one', nodegroups?: NodegroupSpec[]) =>
    simulator.model.addCluster(ACCOUNT, {
      name,
      region: 'eu-west-1',
      version: '1.34',
      nodegroups,
    });

  it('is in a list whose page tokens are good for that list only', async () => {
    const nodegroups = [{ name: 'a' }, { name: 'b' }];
    add('one', nodegroups);
    add('two', nodegroups);
    const { nextToken } = await eks.send(
      new ListNodegroupsCommand({ clusterName: 'one', maxResults: 1 }),
    );
    for (const command of [
      new ListNodegroupsCommand({ clusterName: 'two', nextToken }),
      new ListAddonsCommand({ clusterName: 'one', nextToken }),
    ]) {
      await expect(eks.send<any, any>(command)).rejects.toMatchObject({
        name: 'InvalidParameterException',
      });
    }
  });

  describe('is not there', () => {
    const clusterName = 'one';
    const gone = 'gone';
    it.each<[string, object, object]>([
      [
        'No cluster found for name: gone.',
        new ListNodegroupsCommand({ clusterName: gone }),
        { clusterName: gone },
      ],
      [
        'No node group found for name: gone.',
        new DescribeNodegroupCommand({ clusterName, nodegroupName: gone }),
        { clusterName, nodegroupName: gone },
      ],
      [
        'No Fargate Profile found with name: gone.',
        new DescribeFargateProfileCommand({
          clusterName,
          fargateProfileName: gone,
        }),
        { clusterName, fargateProfileName: gone },
      ],
      [
        'No addon: gone found in cluster: one',
        new DescribeAddonCommand({ clusterName, addonName: gone }),
        { clusterName, addonName: gone },
      ],
      [
        'No capability found for name: gone.',
        new DescribeCapabilityCommand({ clusterName, capabilityName: gone }),
        { clusterName },
      ],
      [
        'The specified principalArn could not be found.',
        new DescribeAccessEntryCommand({
          clusterName,
          principalArn: `arn:aws:iam::${ACCOUNT}:role/gone`,
        }),
        { clusterName },
      ],
    ])('%s', async (message, command, members) => {
      add();
      await expect(
        eks.send(command as DescribeNodegroupCommand),
      ).rejects.toMatchObject({
        name: 'ResourceNotFoundException',
        message: expect.stringContaining(message),
        $metadata: expect.objectContaining({ httpStatusCode: 404 }),
        ...members,
      });
    });
  });

  it.each<[string, object, string]>([
    [
      'eks:ListNodegroups',
      new ListNodegroupsCommand({ clusterName: 'one' }),
      CLUSTER,
    ],
    [
      'eks:DescribeNodegroup',
      new DescribeNodegroupCommand({ clusterName: 'one', nodegroupName: 'a' }),
      'arn:aws:eks:eu-west-1:100000000001:nodegroup/one/a/*',
    ],
    [
      'eks:StartInsightsRefresh',
      new StartInsightsRefreshCommand({ clusterName: 'one' }),
      CLUSTER,
    ],
  ])('is denied to who lacks %s', async (action, command, resource) => {
    add();
    const role = simulator.model.findRole(ACCOUNT, 'eks-fleet-reader')!;
    simulator.model.setRole(ACCOUNT, {
      ...role,
      allow: role.allow.filter(allowed => allowed !== action),
    });
    await expect(
      eks.send(command as ListNodegroupsCommand),
    ).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message: expect.stringContaining(
        `is not authorized to perform: ${action} on resource: ${resource}`,
      ),
    });
  });
});
