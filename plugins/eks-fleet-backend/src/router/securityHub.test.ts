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

import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import {
  spreadPolicyMatrix,
  type PolicyMatrix,
  type SystemSource,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { DefaultEksFleetAwsService } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import {
  startSimulator,
  type Cluster,
  type Simulator,
} from '@eks-fleet/simulator';
import { clusterEntity } from '../__testUtils__/entities';
import { condition, startFleet } from '../__testUtils__/startFleet';

jest.setTimeout(60_000);

const ACCOUNT = '100000000001';
const AWS = { accountDefaults: { roleName: 'eks-fleet-reader' } };

describe('what Security Hub says, over HTTP', () => {
  const environment = process.env;
  const scheduler = mockServices.scheduler();
  let simulator: Simulator;
  let alpha: Cluster;
  let fleet: Awaited<ReturnType<typeof startFleet>>;

  beforeAll(async () => {
    simulator = await startSimulator({ fleet: '2x1x1', limits: 'off' });
    process.env = { ...environment, ...simulator.environment() };
    // The second is one that discovery has not found.
    [alpha] = simulator.model.clusters();
    alpha.encryption = false;
    simulator.model.securityHub.review({
      control: 'EKS.1',
      resource: alpha.arn,
      workflow: 'SUPPRESSED',
      note: {
        Text: 'Only our offices are let in.',
        UpdatedBy: 'sam',
        UpdatedAt: '2026-11-02T08:00:00Z',
      },
    });
    fleet = await startFleet({
      entities: [
        clusterEntity({
          name: alpha.name,
          accountId: alpha.accountId,
          owner: 'group:default/payments',
        }),
      ],
      aws: DefaultEksFleetAwsService.fromConfig(new ConfigReader({ aws: AWS })),
      scheduler,
      // As the simulated AWS has its own.
      calendar: 'runs',
      config: {
        aws: AWS,
        eksFleet: {
          policies: {
            securityHub: { accountId: ACCOUNT, region: 'eu-west-1' },
          },
        },
      },
    });
    await scheduler.triggerTask('eks-fleet-inventory');
    await scheduler.triggerTask('eks-fleet-security-hub');
    await scheduler.triggerTask('eks-fleet-collection');
    while ((await matrix()).rows.length === 0) {
      // The collection goes on meanwhile.
    }
  });

  afterAll(async () => {
    await fleet.stop();
    process.env = environment;
    await simulator.stop();
  });

  async function matrix(): Promise<PolicyMatrix> {
    const { body } = await fleet.get('/policies/matrix').expect(200);
    return spreadPolicyMatrix(body);
  }
  const read = async (path: string) => (await fleet.get(path).expect(200)).body;

  it('is in the matrix beside the policies of engines', async () => {
    const { rows } = await matrix();
    expect(rows.map(({ policy }) => policy.name).sort()).toEqual([
      'EKS.1',
      'EKS.2',
      'EKS.3',
      'EKS.6',
      'EKS.8',
    ]);
    const cells = new Map(
      rows.map(({ policy, cells: [cell] }) => [policy.name, cell]),
    );
    expect(cells.get('EKS.1')).toMatchObject({
      state: 'deployed',
      mode: 'audit',
      exempt: 1,
    });
    expect(cells.get('EKS.3')).toMatchObject({ fail: 1, severity: 'medium' });
    // What is met is met; nobody can enforce it.
    expect(cells.get('EKS.6')).toMatchObject({ pass: 1, passes: 'exact' });
    expect(cells.get('EKS.6')?.safeToEnforce).toBeUndefined();
  });

  it('links to what AWS says of a control, and has an owner', async () => {
    const { items } = await read('/findings?filter=engine=security-hub');
    const finding = items.find(
      ({ policy }: { policy: { name: string } }) => policy.name === 'EKS.3',
    );
    expect(finding).toMatchObject({
      result: 'fail',
      severity: 'medium',
      resource: { kind: 'Cluster', name: alpha.name },
      owner: 'group:default/payments',
    });
    const policy = await read(`/policies/${finding.policy.id}`);
    expect(policy).toMatchObject({
      title: 'EKS clusters should use encrypted Kubernetes secrets',
      links: [
        {
          title: 'Documentation',
          url: 'https://docs.aws.amazon.com/console/securityhub/EKS.3/remediation',
        },
      ],
      safeToEnforce: { clusters: 0 },
    });
  });

  it('puts who suppressed what on the register of exceptions', async () => {
    const { items } = await read('/exceptions');
    expect(items).toEqual([
      expect.objectContaining({
        engine: 'security-hub',
        name: 'EKS.1',
        reason: 'Only our offices are let in.',
        approvedBy: 'sam',
        exempted: 1,
      }),
    ]);
  });

  const hub = async (): Promise<SystemSource> =>
    (await read('/sources/systems')).items.find(
      ({ kind }: SystemSource) => kind === 'securityHub',
    );

  it('says on Sources how it does, and what is on no cluster', async () => {
    expect(await hub()).toMatchObject({
      id: 'eu-west-1',
      state: 'fresh',
      lastSuccessAt: expect.any(String),
      notes: [
        'Left out are findings about clusters that discovery has not found: 5.',
      ],
    });
  });

  it('says on Sources what keeps it from being read, and to whom which account', async () => {
    simulator.model.securityHub.switchOff({ accountId: ACCOUNT });
    await scheduler.triggerTask('eks-fleet-security-hub');
    expect(await hub()).toMatchObject({
      state: 'disabled',
      error: {
        code: 'disabled',
        message: `Account ${ACCOUNT} is not subscribed to AWS Security Hub`,
      },
    });
    fleet.decide({
      'eks-fleet.cluster.read': {
        conditions: condition('IN_ACCOUNT', { accounts: ['222222222222'] }),
      },
    });
    expect((await hub()).error?.message).toBe(
      'Account ************ is not subscribed to AWS Security Hub',
    );
    fleet.decide({});
    // What was known stays.
    expect((await matrix()).rows).toHaveLength(5);
  });
});
