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
  UpdateClusterConfigCommand,
  type UpdateClusterConfigCommandInput,
} from '@aws-sdk/client-eks';
import { UpgradeBench, name } from './__testUtils__/UpgradeBench';

describe('a change of what a cluster is set up as', () => {
  const bench = new UpgradeBench();

  afterEach(() => bench.stop());

  const change = async (input: Partial<UpdateClusterConfigCommandInput>) => {
    const { update } = await bench.eks.send(
      new UpdateClusterConfigCommand({ name, ...input }),
    );
    return update!;
  };

  it.each([
    [
      { upgradePolicy: { supportType: 'STANDARD' as const } },
      'UpgradePolicyUpdate',
    ],
    [{ zonalShiftConfig: { enabled: true } }, 'ZonalShiftConfigUpdate'],
    [{ deletionProtection: true }, 'DeletionProtectionUpdate'],
  ])('takes a minute: %j', async (input, type) => {
    await bench.start({ version: '1.35' });
    const update = await change(input);
    expect(update).toMatchObject({ type, status: 'InProgress' });
    expect((await bench.describeCluster()).status).toBe('UPDATING');
    bench.minutes(1);
    expect(await bench.describeCluster()).toMatchObject({
      status: 'ACTIVE',
      ...input,
    });
    expect((await bench.update(update.id!)).status).toBe('Successful');
    await expect(change(input)).rejects.toMatchObject({
      name: 'InvalidParameterException',
      message: expect.stringContaining('already at the desired configuration'),
    });
  });

  it.each([
    [{}, 'At least one update'],
    [
      { deletionProtection: true, zonalShiftConfig: { enabled: true } },
      'Only one type of update can be allowed',
    ],
    [{ logging: {} }, 'does not know how to change logging'],
    [{ zonalShiftConfig: {} }, 'zonalShiftConfig.enabled'],
    [
      { upgradePolicy: { supportType: 'STANDARD' as const } },
      'Extended support cannot be disabled',
    ],
  ])('is refused: %j', async (input, message) => {
    await bench.start({ version: '1.33' });
    await expect(change(input)).rejects.toMatchObject({
      name: 'InvalidParameterException',
      message: expect.stringContaining(message),
    });
  });

  it('begins once for each token, and one at a time', async () => {
    await bench.start();
    const input = { deletionProtection: true, clientRequestToken: 'one' };
    const { id } = await change(input);
    expect((await change(input)).id).toBe(id);
    await expect(
      change({ zonalShiftConfig: { enabled: true } }),
    ).rejects.toMatchObject({
      name: 'ResourceInUseException',
      message: `Cannot ZonalShiftConfigUpdate because cluster one currently has update ${id} in progress`,
    });
  });
});
