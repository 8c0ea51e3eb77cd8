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
  AssumeRoleCommand,
  GetCallerIdentityCommand,
} from '@aws-sdk/client-sts';
import { ListClustersCommand } from '@aws-sdk/client-eks';
import { startSimulator } from '../../server/startSimulator';
import type { Simulator } from '../../server/types';
import { clientsOf, readerKeys } from '../../__testUtils__/clients';

const ACCOUNT = '100000000001';
const ROLE = `arn:aws:iam::${ACCOUNT}:role/eks-fleet-reader`;

describe('AWS STS', () => {
  let simulator: Simulator;

  beforeEach(async () => {
    simulator = await startSimulator({ fleet: '2x1x1' });
  });

  afterEach(() => simulator.stop());

  const assume = (more: Partial<AssumeRoleCommand['input']> = {}) =>
    clientsOf(simulator).sts.send(
      new AssumeRoleCommand({
        RoleArn: ROLE,
        RoleSessionName: 'backstage',
        ...more,
      }),
    );

  const denied = {
    name: 'AccessDenied',
    Type: 'Sender',
    $metadata: expect.objectContaining({ httpStatusCode: 403 }),
  };

  it('gives a session of the role, for the time that was asked', async () => {
    const before = Date.now();
    const { AssumedRoleUser, Credentials } = await assume({
      DurationSeconds: 900,
    });
    expect(AssumedRoleUser!.Arn).toBe(
      `arn:aws:sts::${ACCOUNT}:assumed-role/eks-fleet-reader/backstage`,
    );
    const life = Credentials!.Expiration!.getTime() - before;
    expect(life).toBeGreaterThan(895_000);
    expect(life).toBeLessThan(905_000);
  });

  it('tells callers who they are', async () => {
    const base = await clientsOf(simulator).sts.send(
      new GetCallerIdentityCommand({}),
    );
    expect(base).toMatchObject({
      Account: '999988887777',
      Arn: 'arn:aws:sts::999988887777:assumed-role/backstage/backstage',
    });
    const credentials = await readerKeys(simulator, ACCOUNT);
    const reader = await clientsOf(simulator, { credentials }).sts.send(
      new GetCallerIdentityCommand({}),
    );
    expect(reader).toMatchObject({ Account: ACCOUNT });
  });

  it('denies a role that does not exist in words that do not tell', async () => {
    const RoleArn = `arn:aws:iam::${ACCOUNT}:role/nobody`;
    await expect(assume({ RoleArn })).rejects.toMatchObject({
      ...denied,
      message: `User: arn:aws:sts::999988887777:assumed-role/backstage/backstage is not authorized to perform: sts:AssumeRole on resource: ${RoleArn}`,
    });
  });

  it('denies a role whose trust policy names somebody else', async () => {
    const role = simulator.model.findRole(ACCOUNT, 'eks-fleet-reader')!;
    simulator.model.setRole(ACCOUNT, {
      ...role,
      trusts: ['arn:aws:iam::100000000002:root'],
    });
    await expect(assume()).rejects.toMatchObject(denied);
    simulator.model.setRole(ACCOUNT, {
      ...role,
      trusts: ['arn:aws:iam::999988887777:root'],
    });
    await assume();
  });

  it('wants the external id that the trust policy asks for', async () => {
    const role = simulator.model.findRole(ACCOUNT, 'eks-fleet-reader')!;
    simulator.model.setRole(ACCOUNT, { ...role, externalId: 'acme-42' });
    await expect(assume()).rejects.toMatchObject(denied);
    await expect(assume({ ExternalId: 'acme-43' })).rejects.toMatchObject(
      denied,
    );
    await assume({ ExternalId: 'acme-42' });
  });

  it('denies every role of an account that is not active', async () => {
    simulator.model.setAccountState(ACCOUNT, 'SUSPENDED');
    await expect(assume()).rejects.toMatchObject(denied);
  });

  it.each([
    [{ DurationSeconds: 899 }, 'durationSeconds'],
    [{ DurationSeconds: 43_201 }, 'durationSeconds'],
    [{ RoleSessionName: 'a b' }, 'roleSessionName'],
    [{ RoleArn: 'arn:aws:iam::1:role/<b>&' }, 'invalid'],
  ])('refuses %j', async (input, word) => {
    await expect(assume(input)).rejects.toMatchObject({
      name: 'ValidationError',
      message: expect.stringContaining(word),
    });
  });

  it('keeps chained roles to one hour', async () => {
    const credentials = await readerKeys(simulator, ACCOUNT);
    await expect(
      clientsOf(simulator, { credentials }).sts.send(
        new AssumeRoleCommand({
          RoleArn: `arn:aws:iam::${ACCOUNT}:role/eks-fleet-kubernetes`,
          RoleSessionName: 'chained',
          DurationSeconds: 3601,
        }),
      ),
    ).rejects.toMatchObject({
      name: 'ValidationError',
      message: expect.stringContaining('role chaining'),
    });
  });

  it('counts AssumeRole with the account of the role', async () => {
    await assume();
    expect(simulator.calls()).toEqual([
      {
        service: 'sts',
        operation: 'AssumeRole',
        accountId: ACCOUNT,
        region: 'eu-west-1',
        status: 200,
        count: 1,
      },
    ]);
  });

  it('ends a session when its time is over', async () => {
    const credentials = await readerKeys(simulator, ACCOUNT);
    const { eks, sts } = clientsOf(simulator, { credentials });
    const later = Date.now() + 3_601_000;
    const now = jest.spyOn(Date, 'now').mockReturnValue(later);
    try {
      await expect(eks.send(new ListClustersCommand({}))).rejects.toMatchObject(
        { name: 'ExpiredTokenException' },
      );
      await expect(
        sts.send(new GetCallerIdentityCommand({})),
      ).rejects.toMatchObject({ name: 'ExpiredToken' });
    } finally {
      now.mockRestore();
    }
  });
});
