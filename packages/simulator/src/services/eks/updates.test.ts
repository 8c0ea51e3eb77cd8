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
  DescribeUpdateCommand,
  ListUpdatesCommand,
  paginateListUpdates,
  type EKSClient,
} from '@aws-sdk/client-eks';
import { startSimulator } from '../../server/startSimulator';
import type { Simulator } from '../../server/types';
import { readerOf } from '../../__testUtils__/clients';

const ACCOUNT = '100000000001';
const name = 'one';

describe('updates', () => {
  let simulator: Simulator;
  let eks: EKSClient;

  beforeAll(async () => {
    simulator = await startSimulator({ fleet: '1x1x0' });
    ({ eks } = await readerOf(simulator, ACCOUNT));
    simulator.model.addCluster(ACCOUNT, {
      name,
      region: 'eu-west-1',
      version: '1.34',
      nodegroups: [{ name: 'a' }, { name: 'b' }],
      addons: [{ name: 'coredns' }],
      capabilities: [{ name: 'argocd', type: 'ARGOCD', version: '3.2.1' }],
      updates: [
        {
          type: 'VersionUpdate',
          createdAt: '2026-10-01T00:00:00Z',
          params: { Version: '1.34', PlatformVersion: 'eks.24' },
        },
        {
          type: 'VersionUpdate',
          status: 'Failed',
          createdAt: '2026-11-01T00:00:00Z',
          nodegroupName: 'a',
          errors: [
            {
              errorCode: 'PodEvictionFailure',
              errorMessage: 'Reached max retries',
              resourceIds: ['i-1'],
            },
          ],
        },
        {
          type: 'AddonUpdate',
          createdAt: '2026-11-02T00:00:00Z',
          addonName: 'coredns',
        },
        {
          type: 'CapabilityUpdate',
          status: 'InProgress',
          createdAt: '2026-11-03T00:00:00Z',
          capabilityName: 'argocd',
        },
      ],
    });
    simulator.model.addCluster(ACCOUNT, {
      name: 'busy',
      region: 'eu-west-1',
      version: '1.34',
      updates: Array.from({ length: 101 }, (_, index) => ({
        type: 'LoggingUpdate',
        createdAt: new Date(1e12 + index * 1000).toISOString(),
      })),
    });
  });

  afterAll(() => simulator.stop());

  it.each([
    ['the cluster itself', {}, ['VersionUpdate']],
    ['a node group', { nodegroupName: 'a' }, ['VersionUpdate']],
    ['a node group that has none', { nodegroupName: 'b' }, []],
    ['an add-on', { addonName: 'coredns' }, ['AddonUpdate']],
    ['a capability', { capabilityName: 'argocd' }, ['CapabilityUpdate']],
  ])('are listed by id and described, of %s', async (_, subject, types) => {
    const { updateIds } = await eks.send(
      new ListUpdatesCommand({ name, ...subject }),
    );
    const updates = await Promise.all(
      updateIds!.map(updateId =>
        eks.send(new DescribeUpdateCommand({ name, updateId, ...subject })),
      ),
    );
    expect(updates.map(({ update }) => update!.type)).toEqual(types);
  });

  it('say what was changed, and why it failed', async () => {
    const describeFirst = async (subject: { nodegroupName?: string }) => {
      const { updateIds } = await eks.send(
        new ListUpdatesCommand({ name, ...subject }),
      );
      const [updateId] = updateIds!;
      return (
        await eks.send(
          new DescribeUpdateCommand({ name, updateId, ...subject }),
        )
      ).update;
    };
    expect(await describeFirst({})).toMatchObject({
      status: 'Successful',
      createdAt: new Date('2026-10-01T00:00:00Z'),
      params: [
        { type: 'Version', value: '1.34' },
        { type: 'PlatformVersion', value: 'eks.24' },
      ],
      errors: [],
    });
    expect(await describeFirst({ nodegroupName: 'a' })).toMatchObject({
      status: 'Failed',
      errors: [
        {
          errorCode: 'PodEvictionFailure',
          errorMessage: 'Reached max retries',
          resourceIds: ['i-1'],
        },
      ],
    });
  });

  it('come in pages', async () => {
    const sizes = [];
    for await (const page of paginateListUpdates(
      { client: eks },
      { name: 'busy' },
    )) {
      sizes.push(page.updateIds!.length);
    }
    expect(sizes).toEqual([100, 1]);
  });

  it('of a node group are found only where it is named', async () => {
    const { updateIds } = await eks.send(
      new ListUpdatesCommand({ name, nodegroupName: 'a' }),
    );
    await expect(
      eks.send(new DescribeUpdateCommand({ name, updateId: updateIds![0] })),
    ).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
      message: expect.stringContaining('No update found'),
    });
  });

  it.each([
    [{ nodegroupName: 'gone' }, 'ResourceNotFoundException'],
    [{ addonName: 'gone' }, 'ResourceNotFoundException'],
    [{ capabilityName: 'gone' }, 'ResourceNotFoundException'],
    [{ nodegroupName: 'a', addonName: 'coredns' }, 'InvalidParameterException'],
  ])('are not told of %j', async (subject, error) => {
    await expect(
      eks.send(new ListUpdatesCommand({ name, ...subject })),
    ).rejects.toMatchObject({ name: error });
  });
});
