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

import type { SecurityHubClient } from '@aws-sdk/client-securityhub';
import { ConfigReader } from '@backstage/config';
import {
  ManualClock,
  startSimulator,
  type Simulator,
} from '@eks-fleet/simulator';
import { DefaultEksFleetAwsService } from '../../aws/DefaultEksFleetAwsService';
import { toObservationError } from '../../observation/toObservationError';
import { readSecurityHub } from './readSecurityHub';
import type { HubFinding } from './types';

jest.setTimeout(60_000);

const ADMINISTRATOR = '100000000001';
const MEMBER = '100000000002';
const TARGET = {
  partition: 'aws',
  accountId: ADMINISTRATOR,
  region: 'eu-west-1',
} as const;

describe('readSecurityHub', () => {
  const environment = process.env;
  let clock: ManualClock;
  let simulator: Simulator;
  let aws: DefaultEksFleetAwsService;

  beforeEach(async () => {
    clock = new ManualClock('2026-11-29T09:00:00Z');
    // 24 clusters have 120 findings of controls.
    simulator = await startSimulator({ fleet: '2x2x6', clock });
    process.env = { ...environment, ...simulator.environment() };
    aws = DefaultEksFleetAwsService.fromConfig(
      new ConfigReader({
        aws: { accountDefaults: { roleName: 'eks-fleet-reader' } },
      }),
    );
  });

  afterEach(async () => {
    process.env = environment;
    await simulator.stop();
  });

  async function pages(
    options: Partial<Parameters<typeof readSecurityHub>[1]> = {},
    client: Pick<SecurityHubClient, 'send'> = aws.securityHub(TARGET),
  ): Promise<HubFinding[][]> {
    const read: HubFinding[][] = [];
    for await (const page of readSecurityHub(client, {
      stream: 'controls',
      onlyPresent: true,
      trustedAccount: ADMINISTRATOR,
      now: clock.now(),
      ...options,
    })) {
      read.push(page);
    }
    return read;
  }
  const calls = () =>
    simulator
      .calls()
      .filter(({ operation }) => operation === 'GetFindings')
      .reduce((sum, { count }) => sum + count, 0);

  it('reads what the controls say of the clusters of all accounts and Regions', async () => {
    const read = await pages();
    expect(read.map(page => page.length)).toEqual([100, 20]);
    const arns = new Set(read.flat().map(({ arn }) => arn));
    expect(arns).toEqual(
      new Set(simulator.model.clusters().map(({ arn }) => arn)),
    );
    expect(read.flat().every(({ control }) => control)).toBe(true);
    const times = read.flat().map(({ updatedAt }) => updatedAt);
    expect(times).toEqual([...times].sort());
  });

  it('reads what was updated since, and then what is archived too', async () => {
    await pages();
    const since = clock.now().toISOString();
    const [changed, gone] = simulator.model.clusters();
    clock.advance(60);
    changed.encryption = false;
    simulator.model.removeCluster(gone.accountId, gone.region, gone.name);
    const [page] = await pages({ updatedSince: since, onlyPresent: false });
    expect(page.filter(({ isOver }) => !isOver)).toMatchObject([
      { arn: changed.arn, control: { id: 'EKS.3', verdict: 'fail' } },
    ]);
    expect(page.filter(({ isOver }) => isOver).map(({ arn }) => arn)).toEqual(
      Array(5).fill(gone.arn),
    );
    await expect(pages({ updatedSince: since })).resolves.toHaveLength(1);
  });

  it('reads what Policy Reporter sends, whoever its company is said to be', async () => {
    const [cluster] = simulator.model.clusters();
    cluster.kubernetes = {
      usualWorkloads: false,
      components: [{ name: 'kyverno', version: '1.19.0' }],
      workloads: [
        { namespace: 'orders', name: 'shell', images: { shell: 'busybox' } },
      ],
      policies: {
        policyReporter: { securityHub: { productName: cluster.name } },
      },
    };
    const read = (await pages({ stream: 'reports' })).flat();
    expect(read.length).toBeGreaterThan(1);
    for (const { arn, outcome } of read) {
      expect(arn).toBe(cluster.arn);
      expect(outcome?.policy.engine).toBe('kyverno');
    }
  });

  it('is never refused, though it may ask but three times a second', async () => {
    for (let round = 0; round < 5; round++) {
      await pages();
    }
    expect(calls()).toBe(10);
    expect(simulator.calls().filter(({ error }) => error)).toEqual([]);
  });

  it('asks again where it is asked to slow down', async () => {
    simulator.addFault({
      match: { service: 'securityhub' },
      effect: 'throttle',
      times: 2,
    });
    expect((await pages()).flat()).toHaveLength(120);
    expect(calls()).toBe(4);
  });

  it.each([
    [
      'not switched on',
      () => simulator.model.securityHub.switchOff({ accountId: ADMINISTRATOR }),
      'disabled',
      /not subscribed to AWS Security Hub/,
    ],
    [
      'not allowed by the role',
      () =>
        simulator.model.setRole(ADMINISTRATOR, {
          ...simulator.model.findRole(ADMINISTRATOR, 'eks-fleet-reader')!,
          allow: ['eks:*'],
        }),
      'forbidden',
      /securityhub:GetFindings/,
    ],
    [
      'not allowed by the organization',
      () =>
        simulator.model.setOrganizationDenies(ADMINISTRATOR, [
          { actions: ['securityhub:*'] },
        ]),
      'notAllowed',
      /service control policy/,
    ],
  ])('says that it is %s', async (_, change, code, message) => {
    change();
    const error = await pages().catch(cause => cause);
    expect(toObservationError(error)).toEqual({
      code,
      message: expect.stringMatching(message),
    });
  });

  it('fails where a page fails in the middle, after what came before', async () => {
    const read: number[] = [];
    const failing = (async () => {
      for await (const page of readSecurityHub(aws.securityHub(TARGET), {
        stream: 'controls',
        onlyPresent: true,
        trustedAccount: ADMINISTRATOR,
        now: clock.now(),
      })) {
        read.push(page.length);
        simulator.addFault({
          match: { service: 'securityhub' },
          effect: 'expireToken',
          times: 1,
        });
      }
    })();
    await expect(failing).rejects.toMatchObject({
      name: 'InvalidInputException',
    });
    expect(read).toEqual([100]);
  });

  it('does not follow the same page for ever', async () => {
    const client = { send: async () => ({ Findings: [], NextToken: 'again' }) };
    const error = await pages({}, client as never).catch(cause => cause);
    expect(toObservationError(error).code).toBe('invalid');
  });

  it('knows the cluster of all that the demo finds and sends', async () => {
    const demo = await startSimulator({ fleet: 'demo', clock, limits: 'off' });
    process.env = { ...environment, ...demo.environment() };
    try {
      const client = DefaultEksFleetAwsService.fromConfig(
        new ConfigReader({
          aws: { accountDefaults: { roleName: 'eks-fleet-reader' } },
        }),
      ).securityHub({ ...TARGET, accountId: '444455556666' });
      const arnsOf = async (stream: HubFinding['stream']) => {
        const read = (await pages({ stream }, client)).flat();
        expect(read.filter(({ misfit }) => misfit)).toEqual([]);
        return [...new Set(read.map(({ arn }) => arn))].sort();
      };
      const known = demo.model
        .clusters()
        .filter(
          ({ accountId, region }) =>
            accountId !== '111122223333' && region !== 'ap-southeast-2',
        )
        .map(({ arn }) => arn);
      expect(await arnsOf('controls')).toEqual(known.sort());
      expect(await arnsOf('reports')).toEqual([
        'arn:aws:eks:eu-west-1:666677778888:cluster/payments-eu-pci',
      ]);
    } finally {
      await demo.stop();
    }
  });

  it('sees a member’s own findings only, where that is asked', async () => {
    const read = await pages(
      {},
      aws.securityHub({ ...TARGET, accountId: MEMBER }),
    );
    const accounts = read.flat().map(({ arn }) => arn?.split(':')[4]);
    expect(new Set(accounts)).toEqual(new Set([MEMBER]));
  });
});
