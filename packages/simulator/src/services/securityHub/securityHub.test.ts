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
  GetFindingsCommand,
  type AwsSecurityFinding,
  type GetFindingsCommandInput,
} from '@aws-sdk/client-securityhub';
import { clientsOf, readerOf } from '../../__testUtils__/clients';
import { ManualClock } from '../../clock';
import { startSimulator } from '../../server/startSimulator';
import type { Simulator } from '../../server/types';

const ADMINISTRATOR = '100000000001';
const MEMBER = '100000000002';

describe('Security Hub', () => {
  let clock: ManualClock;
  let simulator: Simulator;

  beforeEach(async () => {
    clock = new ManualClock('2026-11-29T09:00:00Z');
    simulator = await startSimulator({ fleet: '2x2x2', clock, limits: 'off' });
  });
  afterEach(() => simulator.stop());

  const ask = async (
    input: GetFindingsCommandInput,
    { accountId = ADMINISTRATOR, region = 'eu-west-1' } = {},
  ) => {
    const { securityHub } = await readerOf(simulator, accountId, region);
    return securityHub.send(new GetFindingsCommand(input));
  };
  const all = async (
    input: GetFindingsCommandInput = {},
    from?: { accountId?: string; region?: string },
  ): Promise<AwsSecurityFinding[]> => {
    const found: AwsSecurityFinding[] = [];
    let NextToken: string | undefined;
    do {
      const page = await ask({ ...input, NextToken }, from);
      found.push(...page.Findings!);
      NextToken = page.NextToken;
    } while (NextToken);
    return found;
  };
  const equals = (Value: string) => [{ Value, Comparison: 'EQUALS' as const }];

  it('has a finding of each control on each cluster', async () => {
    const findings = await all({
      Filters: { ResourceType: equals('AwsEksCluster') },
    });
    expect(findings).toHaveLength(8 * 5);
    const [cluster] = simulator.model.clusters();
    const own = findings.filter(
      ({ Resources }) => Resources![0].Id === cluster.arn,
    );
    expect(
      own.map(({ Compliance }) => Compliance!.SecurityControlId).sort(),
    ).toEqual(['EKS.1', 'EKS.2', 'EKS.3', 'EKS.6', 'EKS.8']);
    expect(
      own.find(({ GeneratorId }) => GeneratorId === 'security-control/EKS.1'),
    ).toMatchObject({
      SchemaVersion: '2018-10-08',
      ProductName: 'Security Hub',
      CompanyName: 'AWS',
      AwsAccountId: ADMINISTRATOR,
      Severity: { Label: 'HIGH' },
      Title: 'EKS cluster endpoints should not be publicly accessible',
      Compliance: { Status: 'FAILED' },
      Workflow: { Status: 'NEW' },
      RecordState: 'ACTIVE',
      Resources: [
        {
          Type: 'AwsEksCluster',
          Details: { AwsEksCluster: { Name: cluster.name } },
        },
      ],
    });
  });

  it('follows what clusters are', async () => {
    const [cluster] = simulator.model.clusters();
    const statuses = async () =>
      Object.fromEntries(
        (await all({ Filters: { ResourceId: equals(cluster.arn) } })).map(
          ({ Compliance }) => [
            Compliance!.SecurityControlId,
            Compliance!.Status,
          ],
        ),
      );
    cluster.version = '1.36';
    expect(await statuses()).toEqual({
      'EKS.1': 'FAILED',
      'EKS.2': 'PASSED',
      'EKS.3': 'PASSED',
      'EKS.6': 'PASSED',
      'EKS.8': 'PASSED',
    });
    Object.assign(cluster, {
      version: '1.31',
      endpointPublicAccess: false,
      encryption: false,
      logging: ['api'],
      tags: {},
    });
    expect(await statuses()).toEqual({
      'EKS.1': 'PASSED',
      'EKS.2': 'FAILED',
      'EKS.3': 'FAILED',
      'EKS.6': 'FAILED',
      'EKS.8': 'FAILED',
    });
  });

  it.each<[string, { accountId?: string; region?: string }, number]>([
    ['all to the administrator in the aggregation Region', {}, 8],
    ['a Region to the administrator there', { region: 'us-east-1' }, 4],
    ['its own to a member', { accountId: MEMBER, region: 'us-east-1' }, 2],
  ])('shows %s', async (_, from, clusters) => {
    expect(await all({}, from)).toHaveLength(clusters * 5);
  });

  it('comes in pages of a hundred at most', async () => {
    const first = await ask({ MaxResults: 25 });
    expect(first.Findings).toHaveLength(25);
    const rest = await ask({ MaxResults: 25, NextToken: first.NextToken });
    expect(rest.Findings).toHaveLength(15);
    expect(rest.NextToken).toBeUndefined();
    const ids = [...first.Findings!, ...rest.Findings!].map(({ Id }) => Id);
    expect(new Set(ids).size).toBe(40);
  });

  it.each<[string, GetFindingsCommandInput]>([
    ['too large a page', { MaxResults: 101 }],
    ['a made-up token', { NextToken: 'made-up' }],
    ['too many values', { Filters: { Id: Array(21).fill(equals('x')[0]) } }],
    [
      'a comparison that there is not',
      { Filters: { Id: [{ Value: 'x', Comparison: 'LIKE' as any }] } },
    ],
    ['a filter that nobody knows', { Filters: { Keyword: [{ Value: 'x' }] } }],
  ])('refuses %s', async (_, input) => {
    await expect(ask(input)).rejects.toMatchObject({
      name: 'InvalidInputException',
    });
  });

  it('gives by increments what was updated since', async () => {
    await all();
    const before = clock.now().toISOString();
    const since = (Start: string) =>
      all({
        Filters: { UpdatedAt: [{ Start, End: '2026-12-31T00:00:00Z' }] },
        SortCriteria: [{ Field: 'UpdatedAt', SortOrder: 'asc' }],
      });
    clock.advance(60);
    const [cluster] = simulator.model.clusters();
    cluster.encryption = false;
    const changed = await since(before);
    expect(changed).toMatchObject([
      {
        Compliance: { SecurityControlId: 'EKS.3', Status: 'FAILED' },
        UpdatedAt: '2026-11-29T09:01:00.000Z',
      },
    ]);
    clock.advance(12 * 60 * 60);
    const evaluated = await since(before);
    expect(evaluated).toHaveLength(40);
    const times = evaluated.map(({ UpdatedAt }) => UpdatedAt!);
    expect(times).toEqual([...times].sort());
  });

  it('keeps what somebody made of a control, until it passes', async () => {
    const [cluster] = simulator.model.clusters();
    cluster.encryption = false;
    simulator.model.securityHub.review({
      control: 'EKS.3',
      resource: cluster.arn,
      workflow: 'SUPPRESSED',
      note: {
        Text: 'Agreed in SEC-1',
        UpdatedBy: 'sam',
        UpdatedAt: '2026-11-02T08:00:00Z',
      },
    });
    const one = async () =>
      (
        await all({
          Filters: {
            ResourceId: equals(cluster.arn),
            ComplianceSecurityControlId: equals('EKS.3'),
          },
        })
      )[0];
    expect(await one()).toMatchObject({
      Compliance: { Status: 'FAILED' },
      Workflow: { Status: 'SUPPRESSED' },
      Note: { Text: 'Agreed in SEC-1' },
    });
    cluster.encryption = true;
    clock.advance(60);
    expect(await one()).toMatchObject({
      Compliance: { Status: 'PASSED' },
      Workflow: { Status: 'RESOLVED' },
      UpdatedAt: '2026-11-29T09:01:00.000Z',
    });
  });

  it('archives what was of a cluster that is gone', async () => {
    const [{ accountId, region, name, arn }] = simulator.model.clusters();
    const records = async () =>
      new Set(
        (await all({ Filters: { ResourceId: equals(arn) } })).map(
          ({ RecordState }) => RecordState,
        ),
      );
    expect(await records()).toEqual(new Set(['ACTIVE']));
    simulator.model.removeCluster(accountId, region, name);
    expect(await records()).toEqual(new Set(['ARCHIVED']));
  });

  describe('with what Policy Reporter sends', () => {
    const kyverno = (customFields?: Record<string, string>) => ({
      usualWorkloads: false,
      components: [{ name: 'kyverno' as const, version: '1.19.0' }],
      workloads: [
        { namespace: 'orders', name: 'shell', images: { shell: 'busybox' } },
      ],
      policies: {
        policyReporter: {
          securityHub: { productName: 'cluster-0001', customFields },
        },
      },
    });
    const filters: GetFindingsCommandInput = {
      Filters: {
        CompanyName: equals('Kyverno'),
        RecordState: equals('ACTIVE'),
        WorkflowStatus: [...equals('NEW'), ...equals('NOTIFIED')],
      },
    };

    it('has what fails, with the fields of the cluster', async () => {
      const [cluster] = simulator.model.clusters();
      cluster.kubernetes = kyverno({ cluster: cluster.name });
      const findings = await all(filters);
      const latest = findings.filter(({ Title }) =>
        Title!.startsWith('no-latest-tag: '),
      );
      expect(latest).toMatchObject([
        {
          ProductName: 'cluster-0001',
          GeneratorId: 'KyvernoValidatingPolicy/no-latest-tag',
          Title: 'no-latest-tag: orders/deployment/shell',
          Severity: { Label: 'MEDIUM' },
          Compliance: { Status: 'FAILED' },
          Resources: [
            {
              Type: 'Other',
              Details: {
                Other: {
                  Policy: 'no-latest-tag',
                  'Resource Namespace': 'orders',
                  cluster: cluster.name,
                  process: 'background scan',
                },
              },
            },
          ],
        },
      ]);
      expect(
        await all({
          Filters: {
            ...filters.Filters,
            ResourceDetailsOther: [
              { Key: 'cluster', Value: cluster.name, Comparison: 'EQUALS' },
            ],
          },
        }),
      ).toHaveLength(findings.length);
    });

    it('resolves what fails no more', async () => {
      const [cluster] = simulator.model.clusters();
      cluster.kubernetes = kyverno();
      const before = await all(filters);
      expect(before.length).toBeGreaterThan(2);
      expect(before[0].Resources![0].Details!.Other).not.toHaveProperty(
        'process',
      );
      cluster.kubernetes = { ...cluster.kubernetes, workloads: [] };
      clock.advance(60);
      const after = await all(filters);
      expect(after.length).toBeLessThan(before.length);
      const resolved = await all({
        Filters: {
          CompanyName: equals('Kyverno'),
          WorkflowStatus: equals('RESOLVED'),
        },
      });
      expect(resolved).toHaveLength(before.length - after.length);
    });
  });

  it('takes in what other products send', async () => {
    const [{ arn, accountId, region }] = simulator.model.clusters();
    simulator.model.securityHub.import({
      SchemaVersion: '2018-10-08',
      Id: 'kube-bench-1',
      ProductArn: `arn:aws:securityhub:${region}::product/aqua-security/kube-bench`,
      ProductName: 'Kube-bench',
      CompanyName: 'Aqua Security',
      Region: region,
      GeneratorId: 'cis-kubernetes-benchmark/eks-1.8.0/3.2.1',
      AwsAccountId: accountId,
      Types: ['Software and Configuration Checks'],
      CreatedAt: '2026-11-28T00:00:00Z',
      UpdatedAt: '2026-11-28T00:00:00Z',
      Severity: { Label: 'HIGH' },
      Title: '3.2.1 Ensure that anonymous authentication is off',
      Description: 'Anonymous requests are served.',
      Resources: [{ Type: 'Other', Id: arn, Partition: 'aws', Region: region }],
      Workflow: { Status: 'NEW' },
      RecordState: 'ACTIVE',
    });
    expect(
      await all({ Filters: { ProductName: equals('Kube-bench') } }),
    ).toMatchObject([{ Id: 'kube-bench-1' }]);
  });

  it('refuses who may not, or asks where it is not switched on', async () => {
    const { securityHub } = clientsOf(simulator, {
      credentials: { accessKeyId: 'AKIANOBODY', secretAccessKey: 'x' },
    });
    await expect(
      securityHub.send(new GetFindingsCommand({})),
    ).rejects.toMatchObject({ name: 'UnrecognizedClientException' });
    simulator.model.setOrganizationDenies(MEMBER, [
      { actions: ['securityhub:*'] },
    ]);
    await expect(ask({}, { accountId: MEMBER })).rejects.toMatchObject({
      name: 'AccessDeniedException',
    });
    const demo = await startSimulator({ clock });
    try {
      const reader = await readerOf(demo, '111122223333');
      await expect(
        reader.securityHub.send(new GetFindingsCommand({})),
      ).rejects.toMatchObject({
        name: 'InvalidAccessException',
        message: 'Account 111122223333 is not subscribed to AWS Security Hub',
      });
    } finally {
      await demo.stop();
    }
  });

  it.each([
    ['throttle', 'TooManyRequestsException'],
    ['error', 'InternalException'],
    ['expireCredentials', 'ExpiredTokenException'],
    ['deny', 'AccessDeniedException'],
  ] as const)('fails by %s with %s', async (effect, name) => {
    simulator.addFault({
      match: { service: 'securityhub', operation: 'GetFindings' },
      effect,
      times: 1,
    });
    await expect(ask({})).rejects.toMatchObject({ name });
    expect((await ask({})).Findings).toHaveLength(40);
  });

  it('lets a page token get too old', async () => {
    const { NextToken } = await ask({ MaxResults: 10 });
    simulator.addFault({
      match: { service: 'securityhub' },
      effect: 'expireToken',
      times: 1,
    });
    await expect(ask({ MaxResults: 10, NextToken })).rejects.toMatchObject({
      name: 'InvalidInputException',
    });
  });
});
