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
  DescribeClusterCommand,
  ListClustersCommand,
  TagResourceCommand,
} from '@aws-sdk/client-eks';
import { executorOf, readerOf } from '../__testUtils__/clients';
import type { FaultSpec } from './faults';
import { startSimulator } from './startSimulator';
import type { Simulator } from './types';

const ACCOUNT = '100000000001';

describe('faults', () => {
  let simulator: Simulator;

  beforeEach(async () => {
    simulator = await startSimulator({ fleet: '1x1x150' });
  });

  afterEach(() => simulator.stop());

  const describe1 = new DescribeClusterCommand({ name: 'cluster-0001' });

  it.each<[FaultSpec, string]>([
    [{ match: {}, effect: 'throttle' }, 'ThrottlingException'],
    [{ match: {}, effect: 'deny' }, 'AccessDeniedException'],
    [{ match: {}, effect: 'explicitDeny' }, 'AccessDeniedException'],
    [{ match: {}, effect: 'error' }, 'ServerException'],
    [{ match: {}, effect: 'expireCredentials' }, 'ExpiredTokenException'],
  ])('%j answers %s', async (fault, name) => {
    const { eks } = await readerOf(simulator, ACCOUNT);
    simulator.addFault(fault);
    await expect(eks.send(describe1)).rejects.toMatchObject({ name });
    simulator.clearFaults();
    await eks.send(describe1);
  });

  it.each<FaultSpec>([
    { match: {}, effect: 'reset' },
    { match: {}, effect: 'reset', at: 'body' },
  ])('%j breaks the connection', async fault => {
    const { eks } = await readerOf(simulator, ACCOUNT);
    simulator.addFault(fault);
    await expect(eks.send(describe1)).rejects.toMatchObject({
      message: expect.stringMatching(/aborted|hang up|ECONNRESET/),
    });
  });

  it('hits only what it matches, and only as often as it says', async () => {
    const { eks } = await readerOf(simulator, ACCOUNT);
    simulator.addFault({
      match: {
        service: 'eks',
        operation: 'DescribeCluster',
        accountId: ACCOUNT,
        region: 'eu-west-1',
        cluster: 'cluster-0001',
      },
      effect: 'deny',
      after: 1,
      times: 1,
    });
    await eks.send(new ListClustersCommand({}));
    await eks.send(new DescribeClusterCommand({ name: 'cluster-0002' }));
    await eks.send(describe1);
    await expect(eks.send(describe1)).rejects.toThrow('not authorized');
    await eks.send(describe1);
  });

  it('can break the second page alone', async () => {
    const { eks } = await readerOf(simulator, ACCOUNT);
    simulator.addFault({
      match: { operation: 'ListClusters' },
      effect: 'reset',
      at: 'body',
      after: 1,
      times: 1,
    });
    const { nextToken } = await eks.send(new ListClustersCommand({}));
    await expect(
      eks.send(new ListClustersCommand({ nextToken })),
    ).rejects.toThrow();
    const { clusters } = await eks.send(new ListClustersCommand({ nextToken }));
    expect(clusters).toHaveLength(50);
  });

  it('can make a page token too old', async () => {
    const { eks } = await readerOf(simulator, ACCOUNT);
    simulator.addFault({ match: {}, effect: 'expireToken', times: 1 });
    const { nextToken } = await eks.send(new ListClustersCommand({}));
    await expect(
      eks.send(new ListClustersCommand({ nextToken })),
    ).rejects.toMatchObject({ name: 'InvalidParameterException' });
  });

  it('can lose the answer of a call that took effect', async () => {
    const role = simulator.model.findRole(ACCOUNT, 'eks-fleet-reader')!;
    simulator.model.setRole(ACCOUNT, { ...role, allow: ['eks:*'] });
    const { eks } = await readerOf(simulator, ACCOUNT);
    simulator.addFault({ match: {}, effect: 'lostAnswer', times: 1 });
    const resourceArn = `arn:aws:eks:eu-west-1:${ACCOUNT}:cluster/cluster-0001`;
    await expect(
      eks.send(new TagResourceCommand({ resourceArn, tags: { a: 'b' } })),
    ).rejects.toThrow();
    const { cluster } = await eks.send(describe1);
    expect(cluster!.tags).toMatchObject({ a: 'b' });
  });

  it('can lose the answer of each third call that was accepted', async () => {
    const { eks } = await executorOf(simulator, ACCOUNT);
    simulator.addFault({
      match: { operation: 'Tag*' },
      effect: 'lostAnswer',
      every: 3,
    });
    const tag = (name: string) =>
      eks
        .send(
          new TagResourceCommand({
            resourceArn: `arn:aws:eks:eu-west-1:${ACCOUNT}:cluster/${name}`,
            tags: { a: 'b' },
          }),
        )
        .then(
          () => 'answered',
          error => (error.name === 'NotFoundException' ? 'refused' : 'lost'),
        );
    const answers = [];
    for (const name of ['cluster-0001', 'gone', 'cluster-0002', 'gone']) {
      answers.push(await tag(name), await tag(name));
    }
    expect(answers).toEqual([
      ...['answered', 'answered', 'refused', 'refused'],
      ...['lost', 'answered', 'refused', 'refused'],
    ]);
  });

  it('keep what belongs to the story until told otherwise', async () => {
    const demo = await startSimulator();
    try {
      const { eks } = await readerOf(demo, '444455556666', 'ap-southeast-2');
      const list = () => eks.send(new ListClustersCommand({}));
      demo.clearFaults();
      await expect(list()).rejects.toMatchObject({
        name: 'ThrottlingException',
      });
      demo.clearFaults({ standing: true });
      expect((await list()).clusters).toHaveLength(3);
    } finally {
      await demo.stop();
    }
  });

  it('hit by chance, and the same calls for the same seed', async () => {
    const patternOf = async () => {
      const lucky = await startSimulator({ fleet: '1x1x1', limits: 'off' });
      try {
        const { eks } = await readerOf(lucky, ACCOUNT);
        lucky.addFault({ match: {}, effect: 'error', probability: 0.5 });
        const pattern: boolean[] = [];
        for (let index = 0; index < 20; index += 1) {
          pattern.push(
            await eks.send(describe1).then(
              () => true,
              () => false,
            ),
          );
        }
        return pattern;
      } finally {
        await lucky.stop();
      }
    };
    const pattern = await patternOf();
    expect(new Set(pattern).size).toBe(2);
    expect(await patternOf()).toEqual(pattern);
  });
});
