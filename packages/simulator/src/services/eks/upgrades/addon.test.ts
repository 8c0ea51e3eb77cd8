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
  UpdateAddonCommand,
  UpdateClusterVersionCommand,
  type UpdateAddonCommandInput,
} from '@aws-sdk/client-eks';
import { UpgradeBench, name } from './__testUtils__/UpgradeBench';

const OLD = 'v1.12.4-eksbuild.1';
const NEW = 'v1.13.2-eksbuild.1';

describe('an update of an add-on', () => {
  const bench = new UpgradeBench();

  afterEach(() => bench.stop());

  const start = (coredns: { changedFields?: string[] } = {}) =>
    bench.start({
      addons: [
        { name: 'coredns', version: OLD, ...coredns },
        { name: 'vpc-cni', version: 'v1.19.5-eksbuild.1' },
      ],
    });
  const update = async (more: Partial<UpdateAddonCommandInput> = {}) => {
    const result = await bench.eks.send(
      new UpdateAddonCommand({
        clusterName: name,
        addonName: 'coredns',
        addonVersion: NEW,
        ...more,
      }),
    );
    return result.update!;
  };

  it('takes its time', async () => {
    await start();
    const { id, ...said } = await update({ resolveConflicts: 'PRESERVE' });
    expect(said).toMatchObject({
      type: 'AddonUpdate',
      status: 'InProgress',
      params: [
        { type: 'AddonVersion', value: NEW },
        { type: 'ResolveConflicts', value: 'PRESERVE' },
      ],
    });
    expect(await bench.describeAddon('coredns')).toMatchObject({
      status: 'UPDATING',
      addonVersion: OLD,
    });
    bench.minutes(2);
    expect(await bench.describeAddon('coredns')).toMatchObject({
      status: 'ACTIVE',
      addonVersion: NEW,
      modifiedAt: bench.clock.now(),
    });
    const part = { addonName: 'coredns' };
    expect((await bench.update(id!, part)).status).toBe('Successful');
    expect(await bench.updateIds(part)).toEqual([id]);
    expect(await bench.updateIds()).toEqual([]);
  });

  it.each([
    [{ addonVersion: 'v1.11.1-eksbuild.9' }, 'InvalidParameterException'],
    [{ addonVersion: 'v9.9.9-eksbuild.1' }, 'InvalidParameterException'],
    [
      { addonName: 'vpc-cni', addonVersion: 'v1.21.1-eksbuild.3' },
      'InvalidParameterException',
    ],
    [{ resolveConflicts: 'SOME' as 'NONE' }, 'InvalidParameterException'],
    [{ addonName: 'kube-proxy' }, 'ResourceNotFoundException'],
  ])('is refused with %j', async (input, error) => {
    await start();
    await expect(update(input)).rejects.toMatchObject({ name: error });
  });

  it('takes the CNI one minor on', async () => {
    await start();
    const cni = { addonName: 'vpc-cni', addonVersion: 'v1.20.4-eksbuild.2' };
    await update(cni);
    bench.minutes(2);
    const { status } = await update({
      ...cni,
      addonVersion: 'v1.21.1-eksbuild.3',
    });
    expect(status).toBe('InProgress');
  });

  it('fails in a conflict that it may not resolve', async () => {
    const field = 'Deployment.apps coredns - .spec.replicas';
    await start({ changedFields: [field] });
    const { id } = await update();
    bench.minutes(2);
    const part = { addonName: 'coredns' };
    expect(await bench.update(id!, part)).toMatchObject({
      status: 'Failed',
      errors: [
        {
          errorCode: 'ConfigurationConflict',
          errorMessage: expect.stringContaining(field),
        },
      ],
    });
    expect(await bench.describeAddon('coredns')).toMatchObject({
      status: 'UPDATE_FAILED',
      addonVersion: OLD,
    });
    await update({ resolveConflicts: 'OVERWRITE' });
    bench.minutes(2);
    expect((await bench.describeAddon('coredns')).addonVersion).toBe(NEW);
  });

  it('runs beside that of another add-on, not beside another of its own', async () => {
    await start();
    await update();
    await update({ addonName: 'vpc-cni', addonVersion: 'v1.20.4-eksbuild.2' });
    await expect(update()).rejects.toMatchObject({
      name: 'ResourceInUseException',
      message:
        'Addon coredns cannot be updated as it is currently in UPDATING state',
      addonName: 'coredns',
    });
  });

  it('waits for no upgrade of the control plane', async () => {
    await start();
    await bench.eks.send(
      new UpdateClusterVersionCommand({ name, version: '1.34' }),
    );
    await expect(update()).rejects.toMatchObject({
      name: 'ResourceInUseException',
    });
  });

  it('begins once for each token', async () => {
    await start();
    const clientRequestToken = 'cell-7/coredns/1';
    const { id } = await update({ clientRequestToken });
    bench.minutes(5);
    expect((await update({ clientRequestToken })).id).toBe(id);
    expect(await bench.updateIds({ addonName: 'coredns' })).toEqual([id]);
    await expect(
      update({ clientRequestToken, addonVersion: OLD }),
    ).rejects.toMatchObject({ name: 'InvalidParameterException' });
  });
});
