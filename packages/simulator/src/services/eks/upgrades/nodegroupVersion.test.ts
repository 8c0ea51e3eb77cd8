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
  UpdateClusterVersionCommand,
  UpdateNodegroupVersionCommand,
  type UpdateNodegroupVersionCommandInput,
} from '@aws-sdk/client-eks';
import { batchesOf } from '../../../model/nodeBatches';
import type { NodegroupSpec } from '../../../model/nodegroups';
import type { ClusterSpec } from '../../../model/types';
import { objectsOf } from '../../../kubernetes/objects/objectsOf';
import { UpgradeBench, name } from './__testUtils__/UpgradeBench';

const GROUP = 'general';
const part = { nodegroupName: GROUP };

describe('an update of a node group', () => {
  const bench = new UpgradeBench();

  afterEach(() => bench.stop());

  const start = (
    group: Partial<NodegroupSpec> = {},
    cluster: Partial<ClusterSpec> = {},
  ) =>
    bench.start({
      version: '1.34',
      nodegroups: [
        {
          name: GROUP,
          version: '1.33',
          desiredSize: 4,
          updateConfig: { maxUnavailable: 2 },
          ...group,
        },
      ],
      kubernetes: { usualWorkloads: false },
      ...cluster,
    });
  const update = async (
    more: Partial<UpdateNodegroupVersionCommandInput> = {},
  ) => {
    const result = await bench.eks.send(
      new UpdateNodegroupVersionCommand({
        clusterName: name,
        nodegroupName: GROUP,
        version: '1.34',
        ...more,
      }),
    );
    return result.update!;
  };
  /** Kubelet versions of the nodes that the API server knows, and how many have each. */
  const kubelets = () => {
    const nodes = objectsOf(bench.cluster()).byResource.get('nodes')!;
    const counts: Record<string, number> = {};
    for (const { status } of nodes) {
      const { kubeletVersion } = (
        status as { nodeInfo: { kubeletVersion: string } }
      ).nodeInfo;
      const minor = kubeletVersion.slice(1, 5);
      counts[minor] = (counts[minor] ?? 0) + 1;
    }
    return counts;
  };
  const nodeNames = () =>
    objectsOf(bench.cluster())
      .byResource.get('nodes')!
      .map(({ metadata }) => metadata.name);

  it('replaces nodes batch by batch', async () => {
    await start();
    const before = nodeNames();
    const { id, ...said } = await update();
    expect(said).toMatchObject({
      type: 'VersionUpdate',
      status: 'InProgress',
      params: [
        { type: 'Version', value: '1.34' },
        { type: 'ReleaseVersion', value: '1.34.6-20261112' },
      ],
    });
    // Setup and scale-up: two nodes for each of three zones.
    const seen = [kubelets()];
    for (const minutes of [4, 3, 3, 1]) {
      bench.minutes(minutes);
      seen.push(kubelets());
    }
    expect(seen).toEqual([
      { '1.33': 4 },
      { '1.33': 4, '1.34': 6 },
      { '1.33': 2, '1.34': 8 },
      { '1.34': 10 },
      { '1.34': 4 },
    ]);
    expect(await bench.update(id!, part)).toMatchObject({
      status: 'Successful',
    });
    expect(await bench.describeNodegroup(GROUP)).toMatchObject({
      status: 'ACTIVE',
      version: '1.34',
      releaseVersion: '1.34.6-20261112',
    });
    expect(nodeNames().filter(node => before.includes(node))).toEqual([]);
  });

  it('has fewer nodes than before, not more, with MINIMAL', async () => {
    await start({
      updateConfig: { maxUnavailable: 1, updateStrategy: 'MINIMAL' },
    });
    await update();
    bench.minutes(4);
    expect(kubelets()).toEqual({ '1.33': 4 });
    bench.minutes(3);
    expect(kubelets()).toEqual({ '1.33': 3, '1.34': 1 });
  });

  it('takes the share of nodes that its configuration says', async () => {
    await start({
      desiredSize: 10,
      updateConfig: { maxUnavailablePercentage: 50 },
    });
    await update();
    bench.minutes(7);
    expect(kubelets()['1.33']).toBe(5);
  });

  it('shows the old version until it is done', async () => {
    await start();
    await update();
    bench.minutes(8);
    expect(await bench.describeNodegroup(GROUP)).toMatchObject({
      status: 'UPDATING',
      version: '1.33',
    });
  });

  it('goes to the version of the cluster where none is named', async () => {
    await start();
    const { params } = await update({ version: undefined });
    expect(params![0].value).toBe('1.34');
  });

  describe('where a budget allows nothing', () => {
    const kubernetes = {
      usualWorkloads: false,
      workloads: [{ namespace: 'checkout', name: 'api', replicas: 3 }],
      budgets: [
        {
          namespace: 'checkout',
          name: 'api',
          workload: 'api',
          minAvailable: 3,
        },
      ],
    };

    it('fails after a quarter of an hour, with the nodes and no pod', async () => {
      await start({}, { kubernetes });
      const { id } = await update();
      bench.minutes(18);
      expect((await bench.update(id!, part)).status).toBe('InProgress');
      bench.minutes(1);
      const failed = await bench.update(id!, part);
      expect(failed).toMatchObject({
        status: 'Failed',
        errors: [{ errorCode: 'PodEvictionFailure' }],
      });
      const { errorMessage, resourceIds } = failed.errors![0];
      expect(errorMessage).not.toContain('api');
      expect(nodeNames()).toEqual(expect.arrayContaining(resourceIds!));
      expect(await bench.describeNodegroup(GROUP)).toMatchObject({
        status: 'ACTIVE',
        version: '1.33',
      });
      expect(kubelets()).toEqual({ '1.33': 4 });
    });

    it('goes through by force', async () => {
      await start({}, { kubernetes });
      const { id } = await update({ force: true });
      bench.minutes(11);
      expect((await bench.update(id!, part)).status).toBe('Successful');
    });

    it('goes on once the budget gives way', async () => {
      await start({}, { kubernetes });
      const { id } = await update();
      bench.minutes(10);
      await bench.update(id!, part);
      bench.cluster().kubernetes.budgets = [];
      bench.minutes(8);
      expect((await bench.update(id!, part)).status).toBe('Successful');
    });

    it('stops half-way where only later nodes are stuck', async () => {
      await start(
        { desiredSize: 3, updateConfig: { maxUnavailable: 1 } },
        {
          kubernetes: {
            usualWorkloads: false,
            components: [],
            workloads: [
              { namespace: 'a', name: 'free', replicas: 1 },
              { namespace: 'a', name: 'stuck', replicas: 1 },
            ],
            budgets: [
              {
                namespace: 'a',
                name: 'stuck',
                workload: 'stuck',
                minAvailable: 1,
              },
            ],
          },
        },
      );
      const { id } = await update();
      bench.minutes(60);
      expect((await bench.update(id!, part)).status).toBe('Failed');
      const [group] = bench.cluster().nodegroups;
      expect(group.version).toBe('1.33');
      expect(batchesOf(group).reduce((sum, { count }) => sum + count, 0)).toBe(
        3,
      );
      bench.cluster().kubernetes.budgets = [];
      await update();
      bench.minutes(60);
      expect(kubelets()).toEqual({ '1.34': 3 });
    });
  });

  it.each(['NodeCreationFailure', 'ClusterUnreachable'])(
    'fails with %s by fault',
    async code => {
      await start();
      bench.simulator.addFault({
        match: { operation: 'UpdateNodegroupVersion' },
        effect: 'failUpdate',
        error: { code },
      });
      const { id } = await update();
      bench.minutes(20);
      expect((await bench.update(id!, part)).errors![0].errorCode).toBe(code);
      expect(kubelets()).toEqual(
        code === 'NodeCreationFailure'
          ? { '1.33': 4 }
          : { '1.33': 2, '1.34': 2 },
      );
    },
  );

  it.each<
    [
      Partial<UpdateNodegroupVersionCommandInput>,
      Partial<NodegroupSpec>,
      string,
    ]
  >([
    [{ version: '1.35' }, {}, 'newer than cluster version 1.34'],
    [{ version: '1.32' }, {}, 'cannot roll back'],
    [{ releaseVersion: '1.33.9-20261112' }, {}, 'not valid for kubernetes'],
    [{ releaseVersion: '1.34.6-20991231' }, {}, 'not valid for kubernetes'],
    [{ releaseVersion: 'newest' }, {}, 'not valid for kubernetes'],
    [
      { releaseVersion: '1.34.6-20260901' },
      { version: '1.34', releaseVersion: '1.34.6-20261001' },
      'is older than 1.34.6-20261001',
    ],
    [{}, { amiType: 'CUSTOM' }, 'custom AMI'],
    [{}, { amiType: 'AL2_x86_64', version: '1.32' }, 'AMI Type AL2_x86_64'],
    [{ launchTemplate: { id: 'lt-1' } }, {}, 'created without one'],
    [
      { launchTemplate: { id: 'lt-2' } },
      { launchTemplate: { id: 'lt-1', name: 'a', version: '1' } },
      'that the nodegroup was created with',
    ],
  ])('is refused: %j of %j', async (input, group, message) => {
    await start(group);
    await expect(update(input)).rejects.toMatchObject({
      name: 'InvalidParameterException',
      message: expect.stringContaining(message),
      nodegroupName: GROUP,
    });
  });

  it('brings a newer version of the launch template to a custom AMI', async () => {
    await start({
      amiType: 'CUSTOM',
      launchTemplate: { id: 'lt-1', name: 'a', version: '1' },
    });
    await update({
      version: undefined,
      launchTemplate: { id: 'lt-1', version: '2' },
    });
    bench.minutes(20);
    expect(await bench.describeNodegroup(GROUP)).toMatchObject({
      version: '1.34',
      launchTemplate: { id: 'lt-1', name: 'a', version: '2' },
    });
  });

  it('is one at a time, and keeps the control plane waiting', async () => {
    await start();
    const { id } = await update();
    await expect(update()).rejects.toMatchObject({
      name: 'ResourceInUseException',
      $metadata: { httpStatusCode: 409 },
    });
    await expect(
      bench.eks.send(
        new UpdateClusterVersionCommand({ name, version: '1.35' }),
      ),
    ).rejects.toMatchObject({
      name: 'ResourceInUseException',
      message: expect.stringContaining(`update ${id} in progress`),
    });
  });

  it('begins once for each token', async () => {
    await start();
    const clientRequestToken = 'cell-7/general/1';
    const { id } = await update({ clientRequestToken });
    bench.minutes(30);
    expect((await update({ clientRequestToken })).id).toBe(id);
    expect(await bench.updateIds(part)).toEqual([id]);
    expect((await bench.describeNodegroup(GROUP)).status).toBe('ACTIVE');
  });
});
