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

import { DescribeRegionsCommand } from '@aws-sdk/client-ec2';
import {
  DescribeClusterCommand,
  ListClustersCommand,
} from '@aws-sdk/client-eks';
import { ListAccountsCommand } from '@aws-sdk/client-organizations';
import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { startSimulator, type Simulator } from '@eks-fleet/simulator';
import { toObservationError } from '../observation/toObservationError';
import { DefaultEksFleetAwsService } from './DefaultEksFleetAwsService';

const A = '100000000001';
const B = '100000000002';
const TARGET = { partition: 'aws', accountId: A, region: 'eu-west-1' } as const;

describe('DefaultEksFleetAwsService', () => {
  const environment = process.env;
  let simulator: Simulator;

  beforeEach(async () => {
    simulator = await startSimulator({ fleet: '2x2x3' });
    process.env = { ...environment, ...simulator.environment() };
  });

  afterEach(async () => {
    process.env = environment;
    await simulator.stop();
  });

  const service = (
    aws: JsonObject = { accountDefaults: { roleName: 'eks-fleet-reader' } },
  ) => DefaultEksFleetAwsService.fromConfig(new ConfigReader({ aws }));
  const calls = (operation: string) =>
    simulator
      .calls()
      .filter(call => call.operation === operation)
      .reduce((sum, call) => sum + call.count, 0);

  it('assumes an account role once for all its clients', async () => {
    const aws = service();
    const { clusters } = await aws
      .eks(TARGET)
      .send(new ListClustersCommand({}));
    expect(clusters).toHaveLength(3);
    await Promise.all([
      aws
        .eks({ ...TARGET, region: 'us-east-1' })
        .send(new ListClustersCommand({})),
      aws.ec2(TARGET).send(new DescribeRegionsCommand({})),
      aws.sts(TARGET).send(new GetCallerIdentityCommand({})),
      ...clusters!.map(name =>
        aws.eks(TARGET).send(new DescribeClusterCommand({ name })),
      ),
    ]);
    expect(calls('AssumeRole')).toBe(1);
  });

  it('assumes one role for each account, and shares it among first callers', async () => {
    const aws = service();
    await Promise.all(
      [A, B].flatMap(accountId =>
        ['eu-west-1', 'us-east-1'].map(region =>
          aws
            .eks({ ...TARGET, accountId, region })
            .send(new ListClustersCommand({})),
        ),
      ),
    );
    expect(calls('AssumeRole')).toBe(2);
  });

  it('gives the same client for the same target', () => {
    const aws = service();
    expect(aws.eks(TARGET)).toBe(aws.eks({ ...TARGET }));
    expect(aws.eks(TARGET)).not.toBe(
      aws.eks({ ...TARGET, region: 'us-east-1' }),
    );
    expect(aws.eks(TARGET)).not.toBe(aws.eks({ ...TARGET, accountId: B }));
  });

  it('keeps its clients when the same limits are set again', () => {
    const aws = service();
    aws.setLimits(TARGET, { requestsPerSecond: 5, burst: 5 });
    const client = aws.eks(TARGET);
    aws.setLimits(TARGET, { requestsPerSecond: 5, burst: 5 });
    expect(aws.eks(TARGET)).toBe(client);
    aws.setLimits(TARGET, { requestsPerSecond: 6, burst: 5 });
    expect(aws.eks(TARGET)).not.toBe(client);
    aws.setLimits(TARGET, 'off');
    const free = aws.eks(TARGET);
    aws.setLimits(TARGET, 'off');
    expect(aws.eks(TARGET)).toBe(free);
  });

  it('is never refused at the default limits', async () => {
    const aws = service();
    await Promise.all(
      Array.from({ length: 35 }, () =>
        aws.eks(TARGET).send(new ListClustersCommand({})),
      ),
    );
    expect(calls('ListClusters')).toBe(35);
    expect(simulator.calls().filter(({ error }) => error)).toEqual([]);
  });

  it('makes retries wait for their turn too, and gets through', async () => {
    const aws = service();
    simulator.addFault({
      match: { operation: 'ListClusters' },
      effect: 'throttle',
      times: 2,
    });
    await expect(
      aws.eks(TARGET).send(new ListClustersCommand({})),
    ).resolves.toMatchObject({ clusters: expect.any(Array) });
    expect(calls('ListClusters')).toBe(3);
  });

  it('tells who assumes the roles', async () => {
    await expect(service().callerArn()).resolves.toMatch(
      /^arn:aws:sts::999988887777:assumed-role\/backstage\//,
    );
    simulator.addFault({
      match: { operation: 'GetCallerIdentity' },
      effect: 'deny',
    });
    await expect(service().callerArn()).resolves.toBeUndefined();
  });

  it('tells the role of each account, as it is configured', () => {
    const aws = service({
      accountDefaults: { roleName: 'eks-fleet-reader' },
      accounts: [
        { accountId: A, roleName: 'path/of/own' },
        { accountId: B, accessKeyId: 'a', secretAccessKey: 'b' },
      ],
    });
    const roleOf = (accountId: string) =>
      aws.roleArn({ partition: 'aws-cn', accountId });
    expect(roleOf(A)).toBe(`arn:aws-cn:iam::${A}:role/path/of/own`);
    expect(roleOf(B)).toBeUndefined();
    expect(roleOf('111122223333')).toBe(
      'arn:aws-cn:iam::111122223333:role/eks-fleet-reader',
    );
  });

  it('sends the external id that is configured', async () => {
    const role = simulator.model.findRole(A, 'eks-fleet-reader')!;
    simulator.model.setRole(A, { ...role, externalId: 'acme' });
    const list = (externalId: string) =>
      service({ accountDefaults: { roleName: 'eks-fleet-reader', externalId } })
        .eks(TARGET)
        .send(new ListClustersCommand({}));
    await expect(list('acme')).resolves.toMatchObject({
      clusters: expect.any(Array),
    });
    const error = await list('other').catch(cause => cause);
    expect(toObservationError(error).code).toBe('forbidden');
  });

  it('asks AWS Organizations where it lives', async () => {
    const { Accounts } = await service()
      .organizations({ partition: 'aws', accountId: '999988887777' })
      .send(new ListAccountsCommand({}));
    expect(Accounts).toHaveLength(3);
    expect(simulator.calls()).toContainEqual(
      expect.objectContaining({
        operation: 'ListAccounts',
        region: 'us-east-1',
      }),
    );
  });

  it('refuses an account without a role that is not the base account', async () => {
    await expect(
      service({}).eks(TARGET).send(new ListClustersCommand({})),
    ).rejects.toThrow(A);
  });
});
