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

import { ListRegionsCommand } from '@aws-sdk/client-account';
import { DescribeRegionsCommand } from '@aws-sdk/client-ec2';
import {
  DescribeClusterCommand,
  ListClustersCommand,
  TagResourceCommand,
} from '@aws-sdk/client-eks';
import { ListAccountsCommand } from '@aws-sdk/client-organizations';
import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { clientsOf, readerKeys, readerOf } from '../__testUtils__/clients';
import { startSimulator } from './startSimulator';
import type { Simulator } from './types';

const ACCOUNT = '100000000001';
const READER = `arn:aws:sts::${ACCOUNT}:assumed-role/eks-fleet-reader/test`;

type Clients = ReturnType<typeof clientsOf>;

describe('the AWS endpoint', () => {
  let simulator: Simulator;

  beforeEach(async () => {
    simulator = await startSimulator({ fleet: '2x2x150' });
  });

  afterEach(() => simulator.stop());

  /** One call of each service, by the names that the SDK gives to its refusal. */
  const eachService: [string, (clients: Clients) => Promise<unknown>][] = [
    ['eks', ({ eks }) => eks.send(new ListClustersCommand({}))],
    ['sts', ({ sts }) => sts.send(new GetCallerIdentityCommand({}))],
    [
      'organizations',
      ({ organizations }) => organizations.send(new ListAccountsCommand({})),
    ],
    ['account', ({ account }) => account.send(new ListRegionsCommand({}))],
    ['ec2', ({ ec2 }) => ec2.send(new DescribeRegionsCommand({}))],
  ];

  const refusals: Record<string, { unknown: string; signature: string }> = {
    eks: {
      unknown: 'UnrecognizedClientException',
      signature: 'InvalidSignatureException',
    },
    sts: {
      unknown: 'InvalidClientTokenId',
      signature: 'SignatureDoesNotMatch',
    },
    organizations: {
      unknown: 'UnrecognizedClientException',
      signature: 'InvalidSignatureException',
    },
    account: {
      unknown: 'UnrecognizedClientException',
      signature: 'InvalidSignatureException',
    },
    ec2: { unknown: 'AuthFailure', signature: 'AuthFailure' },
  };

  it.each(eachService)(
    'refuses unknown keys and wrong signatures as %s does',
    async (service, call) => {
      const region = 'us-east-1';
      const { unknown, signature } = refusals[service];
      await expect(
        call(
          clientsOf(simulator, {
            region,
            credentials: { accessKeyId: 'AKIANOBODY', secretAccessKey: 'x' },
          }),
        ),
      ).rejects.toMatchObject({ name: unknown });
      await expect(
        call(
          clientsOf(simulator, {
            region,
            credentials: {
              accessKeyId: 'AKIASIMULATOR0000001',
              secretAccessKey: 'x',
            },
          }),
        ),
      ).rejects.toMatchObject({ name: signature });
    },
  );

  it.each(eachService)(
    'refuses a Region that the account has not enabled as %s does',
    async (service, call) => {
      const region = service === 'organizations' ? 'us-east-1' : 'af-south-1';
      simulator.model.setRegion('999988887777', region, 'DISABLED');
      await expect(
        call(clientsOf(simulator, { region })),
      ).rejects.toMatchObject({ name: refusals[service].unknown });
    },
  );

  it('refuses session keys without their token', async () => {
    const { accessKeyId, secretAccessKey } = await readerKeys(
      simulator,
      ACCOUNT,
    );
    const { eks } = clientsOf(simulator, {
      credentials: { accessKeyId, secretAccessKey },
    });
    await expect(eks.send(new ListClustersCommand({}))).rejects.toMatchObject({
      name: 'UnrecognizedClientException',
    });
  });

  it('refuses a request without a signature', async () => {
    const response = await fetch(`${simulator.url}/clusters`);
    expect(response.status).toBe(403);
    expect(response.headers.get('x-amzn-errortype')).toBe(
      'MissingAuthenticationTokenException',
    );
  });

  it('knows no operation that it does not have', async () => {
    const { eks } = await readerOf(simulator, ACCOUNT);
    eks.middlewareStack.add(
      next => args => {
        (args.request as { path: string }).path = '/no-such-thing';
        return next(args);
      },
      { step: 'build' },
    );
    await expect(eks.send(new ListClustersCommand({}))).rejects.toMatchObject({
      name: 'UnknownOperationException',
    });
  });

  it('knows how many calls wait at once', async () => {
    const slow = await startSimulator({ fleet: '1x1x1', latencyMs: 100 });
    try {
      const { sts } = clientsOf(slow);
      await Promise.all(
        [1, 2, 3].map(() => sts.send(new GetCallerIdentityCommand({}))),
      );
      expect(slow.peakInFlight()).toBe(3);
    } finally {
      await slow.stop();
    }
  });

  it('denies what no policy of the role allows', async () => {
    const { eks } = await readerOf(simulator, ACCOUNT);
    const resourceArn = `arn:aws:eks:eu-west-1:${ACCOUNT}:cluster/cluster-0001`;
    await expect(
      eks.send(new TagResourceCommand({ resourceArn, tags: { a: 'b' } })),
    ).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message: `User: ${READER} is not authorized to perform: eks:TagResource on resource: ${resourceArn} because no identity-based policy allows the eks:TagResource action`,
      $metadata: expect.objectContaining({ httpStatusCode: 403 }),
    });
  });

  it('denies what an organization policy forbids, and says so', async () => {
    simulator.model.setOrganizationDenies(ACCOUNT, [
      { actions: ['eks:*'], regions: ['us-east-1'] },
    ]);
    const ireland = await readerOf(simulator, ACCOUNT, 'eu-west-1');
    const virginia = await readerOf(simulator, ACCOUNT, 'us-east-1');
    await ireland.eks.send(new ListClustersCommand({}));
    await expect(
      virginia.eks.send(new ListClustersCommand({})),
    ).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message: `User: ${READER} is not authorized to perform: eks:ListClusters on resource: arn:aws:eks:us-east-1:${ACCOUNT}:cluster/* with an explicit deny in a service control policy`,
    });
  });

  it('throttles who empties the bucket, and nobody else', async () => {
    const [first, region, account] = [
      await readerOf(simulator, ACCOUNT, 'eu-west-1'),
      await readerOf(simulator, ACCOUNT, 'us-east-1'),
      await readerOf(simulator, '100000000002', 'eu-west-1'),
    ];
    const command = new DescribeClusterCommand({ name: 'cluster-0001' });
    const results = await Promise.allSettled(
      Array.from({ length: 150 }, () => first.eks.send(command)),
    );
    const refused = results.filter(({ status }) => status === 'rejected');
    expect(refused.length).toBeGreaterThan(0);
    expect(refused[0]).toMatchObject({
      reason: {
        name: 'ThrottlingException',
        $metadata: { httpStatusCode: 429 },
      },
    });
    await region.eks.send(command);
    await account.eks.send(command);
    expect(simulator.calls()).toContainEqual(
      expect.objectContaining({
        operation: 'DescribeCluster',
        error: 'ThrottlingException',
        count: refused.length,
      }),
    );
  });
});
