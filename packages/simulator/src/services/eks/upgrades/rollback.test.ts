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
  CancelUpdateCommand,
  ListInsightsCommand,
  UpdateAddonCommand,
  UpdateClusterConfigCommand,
  UpdateClusterVersionCommand,
  UpdateNodegroupVersionCommand,
  type UpdateClusterVersionCommandInput,
} from '@aws-sdk/client-eks';
import { objectsOf } from '../../../kubernetes/objects/objectsOf';
import type { ClusterSpec } from '../../../model/types';
import { UpgradeBench, name } from './__testUtils__/UpgradeBench';

describe('a rollback of a control plane', () => {
  const bench = new UpgradeBench();

  afterEach(() => bench.stop());

  const change = async (
    version: string,
    more: Partial<UpdateClusterVersionCommandInput> = {},
  ) => {
    const { update } = await bench.eks.send(
      new UpdateClusterVersionCommand({ name, version, ...more }),
    );
    return update!;
  };
  /** A cluster that has just come to 1.34. */
  const upgraded = async (spec: Partial<ClusterSpec> = {}) => {
    await bench.start(spec);
    await change('1.34');
    bench.minutes(10);
  };
  const rollbackInsights = async () => {
    const { insights } = await bench.eks.send(
      new ListInsightsCommand({
        clusterName: name,
        filter: { categories: ['ROLLBACK_READINESS'] },
      }),
    );
    return Object.fromEntries(
      insights!.map(insight => [insight.name, insight.insightStatus!.status]),
    );
  };

  it('takes the cluster back to the version before', async () => {
    await upgraded();
    bench.days(6);
    const update = await change('1.33');
    expect(update).toMatchObject({
      type: 'VersionRollback',
      status: 'InProgress',
      params: [
        { type: 'Version', value: '1.33' },
        { type: 'PlatformVersion', value: 'eks.35' },
      ],
    });
    expect((await bench.describeCluster()).status).toBe('UPDATING');
    bench.minutes(10);
    expect(await bench.describeCluster()).toMatchObject({
      status: 'ACTIVE',
      version: '1.33',
      platformVersion: 'eks.35',
    });
    expect((await bench.update(update.id!)).status).toBe('Successful');
  });

  it('counts the seven days from when the upgrade was done', async () => {
    await upgraded();
    bench.days(7);
    await expect(change('1.33')).rejects.toMatchObject({
      name: 'InvalidRequestException',
      message: expect.stringContaining('within the last 7 days'),
    });
  });

  it('is none for a cluster that was created at its version', async () => {
    await bench.start();
    await expect(change('1.32', { force: true })).rejects.toMatchObject({
      name: 'InvalidRequestException',
    });
  });

  it('is none for a cluster that has been rolled back already', async () => {
    await upgraded();
    await change('1.33');
    bench.minutes(10);
    await expect(change('1.32', { force: true })).rejects.toMatchObject({
      name: 'InvalidRequestException',
    });
  });

  it('goes one minor, not two', async () => {
    await upgraded();
    await change('1.35');
    bench.minutes(10);
    await expect(change('1.33', { force: true })).rejects.toMatchObject({
      name: 'InvalidParameterException',
      message: 'Unsupported Kubernetes minor version update from 1.35 to 1.33',
    });
    expect((await change('1.34')).type).toBe('VersionRollback');
  });

  it('is none while a feature is on that the version before lacks', async () => {
    await upgraded({ features: [{ name: 'swap', since: '1.34' }] });
    await expect(change('1.33', { force: true })).rejects.toThrow(
      'swap is enabled, which 1.33 does not have',
    );
  });

  it('into extended support takes the policy EXTENDED first', async () => {
    await upgraded({ supportType: 'STANDARD' });
    await expect(change('1.33', { force: true })).rejects.toMatchObject({
      name: 'InvalidRequestException',
      message: expect.stringContaining('extended support'),
    });
    await bench.eks.send(
      new UpdateClusterConfigCommand({
        name,
        upgradePolicy: { supportType: 'EXTENDED' },
      }),
    );
    bench.minutes(1);
    expect((await change('1.33')).type).toBe('VersionRollback');
  });

  it('waits for every other update', async () => {
    await upgraded({
      addons: [{ name: 'coredns', version: 'v1.12.4-eksbuild.1' }],
    });
    await bench.eks.send(
      new UpdateAddonCommand({
        clusterName: name,
        addonName: 'coredns',
        addonVersion: 'v1.13.2-eksbuild.1',
      }),
    );
    await expect(change('1.33')).rejects.toMatchObject({
      name: 'ResourceInUseException',
    });
  });

  describe('and its insights', () => {
    it('are there for seven days after an upgrade', async () => {
      await bench.start({
        insights: [
          {
            name: 'Incompatible API usage',
            category: 'ROLLBACK_READINESS',
            status: 'WARNING',
          },
        ],
      });
      expect(await rollbackInsights()).toEqual({});
      await change('1.34');
      bench.minutes(10);
      expect(await rollbackInsights()).toEqual({
        'Kubelet version rollback compatibility': 'PASSING',
        'EKS add-on version rollback compatibility': 'PASSING',
        'kube-proxy version rollback compatibility': 'PASSING',
        'Incompatible API usage': 'WARNING',
        'Cluster health issues': 'PASSING',
      });
      bench.days(7);
      expect(await rollbackInsights()).toEqual({});
    });

    it.each(['ERROR', 'UNKNOWN'] as const)('stop it with %s', async status => {
      await upgraded({
        insights: [
          {
            name: 'Incompatible API usage',
            category: 'ROLLBACK_READINESS',
            status,
          },
        ],
      });
      await expect(change('1.33')).rejects.toMatchObject({
        name: 'InvalidStateException',
        message: expect.stringContaining('Rollback readiness'),
      });
      expect((await change('1.33', { force: true })).status).toBe('InProgress');
    });

    it('want nodes to go back first', async () => {
      await upgraded({
        nodegroups: [{ name: 'a', desiredSize: 1 }],
        kubernetes: { usualWorkloads: false },
      });
      const roll = (version: string) =>
        bench.eks.send(
          new UpdateNodegroupVersionCommand({
            clusterName: name,
            nodegroupName: 'a',
            version,
          }),
        );
      await roll('1.34');
      bench.minutes(30);
      await expect(change('1.33')).rejects.toMatchObject({
        name: 'InvalidStateException',
      });
      await roll('1.33');
      bench.minutes(30);
      expect((await bench.describeNodegroup('a')).version).toBe('1.33');
      expect((await change('1.33')).status).toBe('InProgress');
    });

    it('want add-ons that run on both versions', async () => {
      await upgraded({ addons: [{ name: 'kube-proxy' }] });
      await bench.eks.send(
        new UpdateAddonCommand({
          clusterName: name,
          addonName: 'kube-proxy',
          addonVersion: 'v1.34.6-eksbuild.2',
        }),
      );
      bench.minutes(2);
      expect(await rollbackInsights()).toMatchObject({
        'kube-proxy version rollback compatibility': 'ERROR',
      });
    });

    it('see nodes of Karpenter once these have followed the control plane', async () => {
      await upgraded({
        kubernetes: {
          usualWorkloads: false,
          nodes: [{ owner: { kind: 'karpenter', name: 'default' }, count: 2 }],
        },
      });
      const kubelet = 'Kubelet version rollback compatibility';
      expect((await rollbackInsights())[kubelet]).toBe('PASSING');
      bench.minutes(15);
      expect((await rollbackInsights())[kubelet]).toBe('ERROR');
    });
  });

  describe('with Auto Mode', () => {
    const minors = () =>
      objectsOf(bench.cluster())
        .byResource.get('nodes')!
        .map(({ status }) =>
          (
            status as { nodeInfo: { kubeletVersion: string } }
          ).nodeInfo.kubeletVersion.slice(1, 5),
        )
        .sort();
    const auto: Partial<ClusterSpec> = {
      autoMode: true,
      kubernetes: { usualWorkloads: false },
    };
    const cancel = (updateId: string) =>
      bench.eks.send(new CancelUpdateCommand({ name, updateId }));

    it('nodes follow the control plane by themselves', async () => {
      await upgraded(auto);
      expect(minors()).toEqual(['1.33', '1.33', '1.33', '1.33']);
      bench.minutes(6);
      expect(minors()).toEqual(['1.33', '1.33', '1.34', '1.34']);
      bench.minutes(6);
      expect(minors()).toEqual(['1.34', '1.34', '1.34', '1.34']);
    });

    it('nodes go back first, while the cluster is ACTIVE', async () => {
      await upgraded(auto);
      bench.minutes(60);
      const { id } = await change('1.33');
      bench.minutes(6);
      expect(minors()).toEqual(['1.33', '1.33', '1.34', '1.34']);
      expect(await bench.describeCluster()).toMatchObject({
        status: 'ACTIVE',
        version: '1.34',
      });
      expect((await bench.update(id!)).status).toBe('InProgress');
      await expect(change('1.35')).rejects.toMatchObject({
        name: 'ResourceInUseException',
      });
      bench.minutes(6);
      expect((await bench.describeCluster()).status).toBe('UPDATING');
      bench.minutes(10);
      expect(await bench.describeCluster()).toMatchObject({
        status: 'ACTIVE',
        version: '1.33',
      });
      expect(minors()).toEqual(['1.33', '1.33', '1.33', '1.33']);
    });

    it('is cancelled as long as nodes go back, which then return', async () => {
      await upgraded(auto);
      bench.minutes(60);
      const { id } = await change('1.33');
      bench.minutes(4);
      const { update } = await cancel(id!);
      expect(update).toMatchObject({
        status: 'InProgress',
        cancellation: { status: 'InProgress' },
      });
      bench.minutes(3);
      expect(await bench.update(id!)).toMatchObject({
        status: 'Cancelled',
        cancellation: { status: 'Successful' },
      });
      bench.minutes(60);
      expect(minors()).toEqual(['1.34', '1.34', '1.34', '1.34']);
      expect((await bench.describeCluster()).version).toBe('1.34');
    });

    it('is not cancelled once the control plane goes back', async () => {
      await upgraded(auto);
      const { id } = await change('1.33');
      bench.minutes(13);
      await expect(cancel(id!)).rejects.toMatchObject({
        name: 'InvalidRequestException',
        message: expect.stringContaining('has begun'),
      });
      bench.minutes(10);
      await expect(cancel(id!)).rejects.toThrow('it is Successful');
    });

    it('gives up after the time that it was given', async () => {
      await upgraded({
        autoMode: true,
        kubernetes: {
          usualWorkloads: false,
          workloads: [{ namespace: 'a', name: 'stuck', replicas: 4 }],
          budgets: [
            { namespace: 'a', name: 'b', workload: 'stuck', maxUnavailable: 0 },
          ],
        },
      });
      bench.days(1);
      expect(await rollbackInsights()).toMatchObject({
        'EKS Auto Mode node disruption': 'WARNING',
      });
      const { id } = await change('1.33', {
        rollbackConfig: { timeoutMinutes: 120 },
      });
      bench.minutes(100);
      expect((await bench.update(id!)).status).toBe('InProgress');
      bench.minutes(30);
      expect((await bench.update(id!)).status).toBe('Cancelled');
      expect((await bench.describeCluster()).version).toBe('1.34');
    });

    it.each([{ doNotDisrupt: 1 }, { disruptionBudget: '0' } as const])(
      'is stopped by nodes that stay for ever: %j',
      async kept => {
        await upgraded({
          autoMode: true,
          kubernetes: {
            usualWorkloads: false,
            nodes: [
              {
                owner: { kind: 'autoMode', name: 'general-purpose' },
                count: 3,
                ...kept,
              },
            ],
          },
        });
        expect(await rollbackInsights()).toMatchObject({
          'EKS Auto Mode node disruption': 'ERROR',
        });
        await expect(change('1.33')).rejects.toMatchObject({
          name: 'InvalidStateException',
        });
      },
    );

    it.each([119, 10_081, 1.5])(
      'does not wait %s minutes',
      async timeoutMinutes => {
        await upgraded(auto);
        await expect(
          change('1.33', { rollbackConfig: { timeoutMinutes } }),
        ).rejects.toMatchObject({ name: 'InvalidParameterException' });
      },
    );
  });

  it('cannot be cancelled without Auto Mode, and an upgrade never', async () => {
    await bench.start();
    const upgrade = await change('1.34');
    const cancel = (updateId: string) =>
      bench.eks.send(new CancelUpdateCommand({ name, updateId }));
    await expect(cancel(upgrade.id!)).rejects.toMatchObject({
      name: 'InvalidRequestException',
    });
    bench.minutes(10);
    const rollback = await change('1.33');
    await expect(cancel(rollback.id!)).rejects.toMatchObject({
      name: 'InvalidRequestException',
    });
    await expect(cancel('gone')).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    });
  });
});
