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

import type { ClusterCollector } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { randomUUID } from 'node:crypto';
import { startCloud, type Cloud } from '../__testUtils__/startCloud';
import type { ClusterObservations } from '../types';
import { addonsCollector } from './addons';
import { capabilitiesCollector } from './capabilities';
import { nodegroupsCollector } from './nodegroups';
import { updatesCollector, type CollectedUpdates } from './updates';

jest.setTimeout(60_000);

describe('updatesCollector', () => {
  let cloud: Cloud;
  let observed: ClusterObservations;
  let collector: ClusterCollector<CollectedUpdates>;
  let last: CollectedUpdates | undefined;

  beforeEach(async () => {
    cloud = await startCloud({
      cluster: {
        nodegroups: [{ name: 'workers' }],
        addons: [{ name: 'vpc-cni' }],
        capabilities: [{ name: 'gitops', type: 'ARGOCD', version: '3.1' }],
        updates: [],
      },
    });
    observed = {};
    last = undefined;
    collector = updatesCollector({
      aws: cloud.aws,
      observations: {
        ofMany: async ([arn]) => new Map([[arn, observed]]),
      },
    });
  });

  afterEach(() => cloud.stop());

  /** Has node groups, add-ons and capabilities observed as they are now. */
  const observe = async () => {
    observed = {
      nodegroups: {
        source: 'collector',
        document: await cloud.collect(nodegroupsCollector(cloud)),
      },
      addons: {
        source: 'collector',
        document: await cloud.collect(addonsCollector(cloud)),
      },
      capabilities: {
        source: 'collector',
        document: await cloud.collect(capabilitiesCollector(cloud)),
      },
    };
  };
  const collect = async () => {
    cloud.simulator.resetCalls();
    last = await cloud.collect(collector, { previous: last });
    return last.updates;
  };
  const add = (more: object = {}) => {
    const update = {
      id: randomUUID(),
      type: 'VersionUpdate',
      status: 'Successful' as const,
      createdAt: new Date('2026-11-01T10:00:00Z'),
      params: { Version: '1.34' },
      errors: [],
      ...more,
    };
    cloud.state().updates.push(update);
    return update;
  };

  it('describes each update once', async () => {
    const { id } = add();
    expect(await collect()).toEqual([
      {
        id,
        type: 'VersionUpdate',
        status: 'Successful',
        createdAt: '2026-11-01T10:00:00.000Z',
        parameters: { Version: '1.34' },
        errors: [],
      },
    ]);
    expect(cloud.calls()).toEqual({ ListUpdates: 1, DescribeUpdate: 1 });
    expect(await collect()).toHaveLength(1);
    expect(cloud.calls()).toEqual({ ListUpdates: 1 });
    add({ createdAt: new Date('2026-11-02T10:00:00Z') });
    expect((await collect()).map(({ createdAt }) => createdAt)).toEqual([
      '2026-11-02T10:00:00.000Z',
      '2026-11-01T10:00:00.000Z',
    ]);
    expect(cloud.calls()).toEqual({ ListUpdates: 1, DescribeUpdate: 1 });
  });

  it('follows one that is in progress to its end', async () => {
    const update = add({ status: 'InProgress' });
    expect(await collect()).toMatchObject([{ status: 'InProgress' }]);
    expect(await collect()).toMatchObject([{ status: 'InProgress' }]);
    Object.assign(update, {
      status: 'Failed',
      errors: [
        {
          errorCode: 'InsufficientFreeAddresses',
          errorMessage: 'One or more subnets are full',
          resourceIds: ['subnet-0b', 'subnet-0a'],
        },
      ],
    });
    expect(await collect()).toMatchObject([
      {
        status: 'Failed',
        errors: [
          {
            code: 'InsufficientFreeAddresses',
            message: 'One or more subnets are full',
            resourceIds: ['subnet-0a', 'subnet-0b'],
          },
        ],
      },
    ]);
    await collect();
    expect(cloud.calls()).toEqual({ ListUpdates: 1 });
  });

  it('drops one that EKS has forgotten before it was over', async () => {
    add({ status: 'InProgress' });
    await collect();
    cloud.state().updates.length = 0;
    expect(await collect()).toEqual([]);
    expect(last!.unreadable).toEqual([]);
  });

  it('lists the updates of parts only when they are not as they were', async () => {
    add({ nodegroupName: 'workers' });
    add({ addonName: 'vpc-cni', type: 'AddonUpdate' });
    await observe();
    expect(await collect()).toEqual([]);
    expect(cloud.calls()).toEqual({ ListUpdates: 1 });

    cloud.state().nodegroups[0].releaseVersion = '1.34.9-20261120';
    await observe();
    expect(await collect()).toMatchObject([{ nodegroup: 'workers' }]);
    expect(cloud.calls()).toEqual({ ListUpdates: 2, DescribeUpdate: 1 });

    cloud.state().addons[0].status = 'DEGRADED';
    await observe();
    expect(await collect()).toContainEqual(
      expect.objectContaining({ addon: 'vpc-cni', type: 'AddonUpdate' }),
    );
    expect(cloud.calls()).toEqual({ ListUpdates: 2, DescribeUpdate: 1 });

    add({ capabilityName: 'gitops', type: 'CapabilityUpdate' });
    cloud.state().capabilities[0].version = '3.2';
    await observe();
    expect(await collect()).toContainEqual(
      expect.objectContaining({
        capability: 'gitops',
        type: 'CapabilityUpdate',
      }),
    );
    expect(cloud.calls()).toEqual({ ListUpdates: 2, DescribeUpdate: 1 });

    await observe();
    expect(await collect()).toHaveLength(3);
    expect(cloud.calls()).toEqual({ ListUpdates: 1 });
  });

  it('follows an update of a capability to its end', async () => {
    const update = add({ capabilityName: 'gitops', status: 'InProgress' });
    cloud.state().capabilities[0].status = 'UPDATING';
    await observe();
    expect(await collect()).toMatchObject([
      { capability: 'gitops', status: 'InProgress' },
    ]);
    update.status = 'Successful' as never;
    expect(await collect()).toMatchObject([
      { capability: 'gitops', status: 'Successful' },
    ]);
    expect(cloud.calls()).toEqual({ ListUpdates: 1, DescribeUpdate: 1 });
  });

  it('looks at once at a part that is first seen while it is updated', async () => {
    add({ nodegroupName: 'workers', status: 'InProgress' });
    cloud.state().nodegroups[0].status = 'UPDATING';
    await observe();
    expect(await collect()).toMatchObject([
      { nodegroup: 'workers', status: 'InProgress' },
    ]);
  });

  it('looks again where a part could not be listed, or its update not described', async () => {
    await observe();
    await collect();
    add({ nodegroupName: 'workers' });
    cloud.state().nodegroups[0].status = 'UPDATING';
    await observe();
    const deny = (operation: string, after = 0) =>
      cloud.simulator.addFault({
        match: { operation },
        effect: 'deny',
        after,
        times: 1,
      });
    deny('ListUpdates', 1);
    expect(await collect()).toEqual([]);
    expect(last!.unreadable).toMatchObject([
      { name: 'workers', code: 'forbidden' },
    ]);
    add();
    deny('DescribeUpdate');
    expect(await collect()).toHaveLength(1);
    expect(last!.unreadable).toHaveLength(1);
    expect(await collect()).toHaveLength(2);
    expect(last!.unreadable).toEqual([]);
    await collect();
    expect(cloud.calls()).toEqual({ ListUpdates: 1 });
  });

  it('remembers parts while their own observations are missing', async () => {
    await observe();
    await collect();
    const { parts } = last!;
    observed = {};
    await collect();
    expect(last!.parts).toEqual(parts);
    cloud.state().nodegroups.length = 0;
    await observe();
    await collect();
    expect(Object.keys(last!.parts)).toEqual([
      'addon/vpc-cni',
      'capability/gitops',
    ]);
  });

  it('describes a long past in several goes', async () => {
    await cloud.stop();
    cloud = await startCloud({ limits: 'off', cluster: { updates: [] } });
    cloud.aws.setLimits(cloud.cluster, 'off');
    collector = updatesCollector({
      aws: cloud.aws,
      observations: { ofMany: async () => new Map() },
    });
    for (let day = 0; day < 230; day++) {
      add({ createdAt: new Date(Date.UTC(2026, 0, day)) });
    }
    expect(await collect()).toHaveLength(200);
    expect(last!.unreadable).toEqual([
      { name: '30 more updates', reason: expect.any(String) },
    ]);
    expect(await collect()).toHaveLength(230);
    expect(last!.unreadable).toEqual([]);
  });
});
