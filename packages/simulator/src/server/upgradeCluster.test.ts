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

import { UpdateClusterVersionCommand } from '@aws-sdk/client-eks';
import {
  UpgradeBench,
  name,
} from '../services/eks/upgrades/__testUtils__/UpgradeBench';

const ARN = 'arn:aws:eks:eu-west-1:100000000001:cluster/one';

describe('an upgrade from outside', () => {
  const bench = new UpgradeBench();

  afterEach(() => bench.stop());

  const post = async (path: string, body: unknown) => {
    const response = await fetch(`${bench.simulator.url}/_sim/${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
    });
    return { status: response.status, body: await response.json() };
  };

  it('is an upgrade as any other', async () => {
    await bench.start();
    const { body } = await post('upgrades', { arn: ARN });
    expect(body).toEqual({
      updateId: expect.any(String),
      status: 'InProgress',
    });
    expect(await bench.update(body.updateId)).toMatchObject({
      type: 'VersionUpdate',
    });
    bench.minutes(10);
    expect((await bench.describeCluster()).version).toBe('1.34');
  });

  it.each([
    [{}, 'arn must be a string'],
    [{ arn: `${ARN}2` }, 'there is no cluster'],
    [{ arn: ARN, by: 'chance' }, 'by must be person or aws'],
    [{ arn: ARN, version: 1.34 }, 'version must be a string'],
    [{ arn: ARN, force: 1 }, 'force must be true or false'],
    [{ arn: ARN, name: 'one' }, 'name is not known'],
    [{ arn: ARN, version: '1.36' }, 'Unsupported Kubernetes minor version'],
    [
      { arn: ARN, version: '1.35', by: 'aws' },
      'Unsupported Kubernetes minor version',
    ],
  ])('is refused: %j', async (body, message) => {
    await bench.start();
    expect(await post('upgrades', body)).toEqual({
      status: 400,
      body: { error: expect.stringContaining(message) },
    });
  });

  it('has nowhere to go from the newest version', async () => {
    await bench.start({ version: '1.36' });
    expect(() => bench.simulator.upgradeCluster({ arn: ARN })).toThrow(
      'There is no version after 1.36',
    );
  });

  describe('by AWS', () => {
    it('is stopped by no insight and no old node', async () => {
      await bench.start(
        {
          version: '1.34',
          nodegroups: [{ name: 'old', version: '1.31' }],
          addons: [{ name: 'coredns', version: 'v1.11.4-eksbuild.24' }],
        },
        { insightEnforcement: true },
      );
      expect(() => bench.simulator.upgradeCluster({ arn: ARN })).toThrow(
        'must be updated',
      );
      bench.simulator.upgradeCluster({ arn: ARN, by: 'aws' });
      bench.minutes(10);
      expect((await bench.describeCluster()).version).toBe('1.35');
    });

    it('comes by itself within days of the end of extended support', async () => {
      await bench.start({ version: '1.31' }, { endOfSupportUpgrades: true });
      bench.days(2);
      expect((await bench.describeCluster()).version).toBe('1.31');
      bench.days(12);
      expect(await bench.describeCluster()).toMatchObject({
        status: 'ACTIVE',
        version: '1.32',
      });
      bench.days(60);
      expect((await bench.describeCluster()).version).toBe('1.32');
    });

    it('comes at the end of standard support with the policy STANDARD', async () => {
      await bench.start(
        { version: '1.33', supportType: 'STANDARD' },
        { endOfSupportUpgrades: true },
      );
      bench.minutes(120);
      await bench.describeCluster();
      bench.minutes(120);
      expect((await bench.describeCluster()).version).toBe('1.34');
    });

    it('does not come without the setting', async () => {
      await bench.start({ version: '1.31' });
      bench.days(400);
      expect((await bench.describeCluster()).version).toBe('1.31');
    });

    it.each([
      ['after the end of extended support', '1.31', false],
      ['before that', '1.33', true],
    ])('%s: whether it can be taken back', async (_, version, canGoBack) => {
      await bench.start({ version });
      bench.days(4);
      bench.simulator.upgradeCluster({ arn: ARN, by: 'aws' });
      bench.minutes(10);
      const outcome = await bench.eks
        .send(new UpdateClusterVersionCommand({ name, version }))
        .then(
          () => true,
          error => error.name !== 'InvalidParameterException',
        );
      expect(outcome).toBe(canGoBack);
    });
  });

  describe('and the settings', () => {
    it('can be changed while it runs', async () => {
      await bench.start();
      const { body } = await post('settings', { speed: 60 });
      expect(body).toEqual({
        speed: 60,
        insightEnforcement: false,
        endOfSupportUpgrades: false,
      });
      await post('upgrades', { arn: ARN });
      bench.clock.advance(10);
      expect((await bench.describeCluster()).version).toBe('1.34');
      const response = await fetch(`${bench.simulator.url}/_sim/settings`);
      expect(await response.json()).toEqual(body);
    });

    it.each([
      [{ speed: 0 }, 'speed must be'],
      [{ speed: 'fast' }, 'speed must be'],
      [{ insightEnforcement: 1 }, 'insightEnforcement must be'],
      [{ slow: true }, 'slow is not known'],
      [[], 'the body must be an object'],
    ])('are refused: %j', async (body, message) => {
      await bench.start();
      expect(await post('settings', body)).toEqual({
        status: 400,
        body: { error: expect.stringContaining(message) },
      });
      expect(bench.simulator.model.settings.speed).toBe(1);
    });
  });
});
