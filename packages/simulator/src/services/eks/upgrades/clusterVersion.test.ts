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
  type UpdateClusterVersionCommandInput,
} from '@aws-sdk/client-eks';
import type { ClusterSpec } from '../../../model/types';
import { UpgradeBench, name } from './__testUtils__/UpgradeBench';

describe('an upgrade of a control plane', () => {
  const bench = new UpgradeBench();

  afterEach(() => bench.stop());

  const upgrade = async (
    version: string,
    more: Partial<UpdateClusterVersionCommandInput> = {},
  ) => {
    const { update } = await bench.eks.send(
      new UpdateClusterVersionCommand({ name, version, ...more }),
    );
    return update!;
  };

  it('takes minutes, one minor at a time', async () => {
    await bench.start();
    const update = await upgrade('1.34');
    expect(update).toMatchObject({
      type: 'VersionUpdate',
      status: 'InProgress',
      params: [
        { type: 'Version', value: '1.34' },
        { type: 'PlatformVersion', value: 'eks.24' },
      ],
      createdAt: bench.clock.now(),
      errors: [],
    });
    bench.minutes(9);
    expect(await bench.describeCluster()).toMatchObject({
      status: 'UPDATING',
      version: '1.33',
      platformVersion: 'eks.35',
    });
    bench.minutes(1);
    expect(await bench.describeCluster()).toMatchObject({
      status: 'ACTIVE',
      version: '1.34',
      platformVersion: 'eks.24',
    });
    expect(await bench.update(update.id!)).toMatchObject({
      status: 'Successful',
    });
    expect((await upgrade('1.35')).status).toBe('InProgress');
  });

  it('is faster with the speed of the settings, on the same line of time', async () => {
    await bench.start({}, { speed: 30 });
    await upgrade('1.34');
    bench.clock.advance(19);
    expect((await bench.describeCluster()).status).toBe('UPDATING');
    bench.clock.advance(1);
    expect((await bench.describeCluster()).version).toBe('1.34');
  });

  it.each([
    ['1.33', 'Unsupported Kubernetes minor version update from 1.33 to 1.33'],
    ['1.35', 'Unsupported Kubernetes minor version update from 1.33 to 1.35'],
    ['1.31', 'Unsupported Kubernetes minor version update from 1.33 to 1.31'],
    ['1.99', 'unsupported Kubernetes version'],
    ['1.30', 'unsupported Kubernetes version'],
    ['latest', 'unsupported Kubernetes version'],
  ])('does not go to %s', async (version, message) => {
    await bench.start();
    await expect(upgrade(version)).rejects.toMatchObject({
      name: 'InvalidParameterException',
      message,
      clusterName: name,
    });
    expect((await bench.describeCluster()).status).toBe('ACTIVE');
  });

  it('waits for no other update', async () => {
    await bench.start();
    const { id } = await upgrade('1.34');
    await expect(upgrade('1.34')).rejects.toMatchObject({
      name: 'ResourceInUseException',
      message: `Cannot VersionUpdate because cluster one currently has update ${id} in progress`,
      $metadata: { httpStatusCode: 409 },
    });
  });

  it.each([
    ['UPDATING', 'ResourceInUseException'],
    ['CREATING', 'InvalidRequestException'],
    ['FAILED', 'InvalidRequestException'],
  ] as const)('is none for a cluster that is %s', async (status, error) => {
    await bench.start({ status });
    await expect(upgrade('1.34')).rejects.toMatchObject({ name: error });
  });

  it('begins once for each token', async () => {
    await bench.start();
    const clientRequestToken = 'cell-7/control-plane/1';
    const first = await upgrade('1.34', { clientRequestToken });
    expect((await upgrade('1.34', { clientRequestToken })).id).toBe(first.id);
    bench.minutes(60);
    expect(await upgrade('1.34', { clientRequestToken })).toMatchObject({
      id: first.id,
      status: 'Successful',
    });
    expect(await bench.updateIds()).toEqual([first.id]);
    await expect(upgrade('1.35', { clientRequestToken })).rejects.toMatchObject(
      { name: 'InvalidParameterException' },
    );
    await expect(
      upgrade('1.34', { clientRequestToken, force: true }),
    ).rejects.toMatchObject({ name: 'InvalidParameterException' });
  });

  it('can be repeated with its token when the answer was lost', async () => {
    await bench.start();
    bench.simulator.addFault({
      match: { operation: 'Update*' },
      effect: 'lostAnswer',
      times: 1,
    });
    const clientRequestToken = 'cell-7/control-plane/1';
    await expect(upgrade('1.34', { clientRequestToken })).rejects.toThrow();
    const ids = await bench.updateIds();
    expect(ids).toHaveLength(1);
    expect((await upgrade('1.34', { clientRequestToken })).id).toBe(ids[0]);
    expect(await bench.updateIds()).toEqual(ids);
  });

  it.each<[string, Partial<ClusterSpec>, string, string[]]>([
    [
      'there are four free addresses',
      {
        subnets: [
          { id: 'subnet-a', availableIpAddressCount: 3 },
          { id: 'subnet-b', availableIpAddressCount: 1 },
        ],
      },
      'IpNotAvailable',
      ['subnet-a', 'subnet-b'],
    ],
    [
      'a subnet is gone',
      { subnets: [{}, { id: 'subnet-b', deleted: true }] },
      'SubnetNotFound',
      ['subnet-b'],
    ],
    [
      'the key is disabled',
      {
        healthIssues: [
          { code: 'KmsKeyDisabled', message: 'disabled', resourceIds: ['k'] },
        ],
      },
      'OperationNotPermitted',
      ['k'],
    ],
    [
      'the role is gone',
      {
        healthIssues: [
          { code: 'IamRoleNotFound', message: 'gone', resourceIds: ['r'] },
        ],
      },
      'AccessDenied',
      ['r'],
    ],
  ])(
    'fails where %s, and the cluster stays on its version',
    async (_, spec, errorCode, resourceIds) => {
      await bench.start(spec);
      const { id } = await upgrade('1.34');
      bench.minutes(10);
      expect(await bench.update(id!)).toMatchObject({
        status: 'Failed',
        errors: [{ errorCode, resourceIds }],
      });
      expect(await bench.describeCluster()).toMatchObject({
        status: 'ACTIVE',
        version: '1.33',
      });
    },
  );

  it('fits five free addresses', async () => {
    await bench.start({ subnets: [{ availableIpAddressCount: 5 }] });
    const { id } = await upgrade('1.34');
    bench.minutes(10);
    expect((await bench.update(id!)).status).toBe('Successful');
  });

  it('fails as often as a fault says, with its error', async () => {
    await bench.start();
    bench.simulator.addFault({
      match: { operation: 'UpdateClusterVersion', cluster: name },
      effect: 'failUpdate',
      error: { code: 'EniLimitReached', resourceIds: ['eni'] },
      times: 1,
    });
    const { id } = await upgrade('1.34');
    bench.minutes(10);
    expect((await bench.update(id!)).errors).toEqual([
      {
        errorCode: 'EniLimitReached',
        errorMessage: 'The update failed.',
        resourceIds: ['eni'],
      },
    ]);
    await upgrade('1.34');
    bench.minutes(10);
    expect((await bench.describeCluster()).version).toBe('1.34');
  });

  it('hangs until the fault is cleared', async () => {
    await bench.start();
    bench.simulator.addFault({ match: {}, effect: 'hangUpdate' });
    const { id } = await upgrade('1.34');
    bench.days(2);
    expect((await bench.update(id!)).status).toBe('InProgress');
    bench.simulator.clearFaults();
    bench.minutes(9);
    expect((await bench.update(id!)).status).toBe('InProgress');
    bench.minutes(1);
    expect((await bench.update(id!)).status).toBe('Successful');
  });

  it('hangs as long as a fault says', async () => {
    await bench.start();
    bench.simulator.addFault({
      match: {},
      effect: 'hangUpdate',
      delayMs: 3 * 3_600_000,
    });
    const { id } = await upgrade('1.34');
    bench.minutes(189);
    expect((await bench.update(id!)).status).toBe('InProgress');
    bench.minutes(1);
    expect((await bench.update(id!)).status).toBe('Successful');
  });

  it('does not leave kubelets more than three minors behind', async () => {
    await bench.start({
      version: '1.34',
      nodegroups: [
        { name: 'fresh', version: '1.32' },
        { name: 'old', version: '1.31' },
      ],
    });
    await expect(upgrade('1.35')).rejects.toMatchObject({
      name: 'InvalidRequestException',
      message:
        'Nodegroups old must be updated to match cluster version 1.34 before updating cluster version',
    });
  });

  describe('where insights say ERROR', () => {
    const addons = [{ name: 'coredns', version: 'v1.11.4-eksbuild.24' }];

    it('is refused with enforcement, and forced', async () => {
      await bench.start({ addons }, { insightEnforcement: true });
      await expect(upgrade('1.34')).rejects.toMatchObject({
        name: 'InvalidStateException',
        message: expect.stringContaining('Pass the force flag'),
        $metadata: { httpStatusCode: 400 },
      });
      expect((await upgrade('1.34', { force: true })).status).toBe(
        'InProgress',
      );
    });

    it('goes ahead without enforcement', async () => {
      await bench.start({ addons });
      expect((await upgrade('1.34')).status).toBe('InProgress');
    });

    it('goes ahead with enforcement where they only warn', async () => {
      await bench.start(
        { nodegroups: [{ name: 'a', version: '1.31' }] },
        { insightEnforcement: true },
      );
      expect((await upgrade('1.34')).status).toBe('InProgress');
    });
  });

  it('is forgotten with its cluster', async () => {
    await bench.start();
    await upgrade('1.34');
    const cluster = bench.cluster();
    bench.simulator.model.removeCluster('100000000001', 'eu-west-1', name);
    bench.minutes(20);
    expect(bench.simulator.model.clusters()).toEqual([]);
    expect(cluster.version).toBe('1.33');
  });
});
