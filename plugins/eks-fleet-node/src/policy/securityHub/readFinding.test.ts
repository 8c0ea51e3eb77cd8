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

import type { AwsSecurityFinding } from '@aws-sdk/client-securityhub';
import {
  ACCOUNT,
  CLUSTER_ARN,
  controlFinding,
  reporterFinding,
} from './__testUtils__/findings';
import { readFinding } from './readFinding';

const control = (more?: Partial<AwsSecurityFinding>) =>
  readFinding(controlFinding(more), 'controls', ACCOUNT);
const report = (more?: Parameters<typeof reporterFinding>[0]) =>
  readFinding(reporterFinding(more), 'reports', ACCOUNT);
const status = (Status: 'FAILED' | 'NOT_AVAILABLE' | 'PASSED' | 'WARNING') => ({
  Compliance: { Status, SecurityControlId: 'EKS.1' },
});

describe('readFinding of a control', () => {
  it('says what it is about, how severe it is, and what to do', () => {
    expect(control()).toEqual({
      key: expect.stringMatching(/^[0-9a-f]{64}$/),
      stream: 'controls',
      updatedAt: '2026-11-23T06:00:00.000Z',
      observedAt: '2026-11-23T07:00:00.000Z',
      isOver: false,
      arn: CLUSTER_ARN,
      control: {
        id: 'EKS.1',
        title: 'EKS cluster endpoints should not be publicly accessible',
        description: 'This control checks whether an endpoint is public.',
        remediation: 'Consult the documentation.',
        documentation:
          'https://docs.aws.amazon.com/console/securityhub/EKS.1/remediation',
        severity: 'high',
        verdict: 'fail',
        resource: { kind: 'Cluster', name: 'payments' },
        note: undefined,
      },
    });
  });

  it.each<[string, Partial<AwsSecurityFinding>, string]>([
    ['FAILED', {}, 'fail'],
    ['WARNING', status('WARNING'), 'warn'],
    ['PASSED', status('PASSED'), 'pass'],
    [
      'PASSED, which ends its workflow',
      { ...status('PASSED'), Workflow: { Status: 'RESOLVED' } },
      'pass',
    ],
    [
      'PASSED, though suppressed before',
      { ...status('PASSED'), Workflow: { Status: 'SUPPRESSED' } },
      'pass',
    ],
    ['NOT_AVAILABLE', status('NOT_AVAILABLE'), 'notEvaluated'],
    [
      'nothing known',
      { Compliance: { SecurityControlId: 'EKS.1' } },
      'notEvaluated',
    ],
    [
      'FAILED, of which somebody was told',
      { Workflow: { Status: 'NOTIFIED' } },
      'fail',
    ],
    [
      'FAILED, though somebody calls it resolved',
      { Workflow: { Status: 'RESOLVED' } },
      'fail',
    ],
    ['FAILED, suppressed', { Workflow: { Status: 'SUPPRESSED' } }, 'exempt'],
    [
      'WARNING, suppressed',
      { ...status('WARNING'), Workflow: { Status: 'SUPPRESSED' } },
      'exempt',
    ],
  ])('takes %s for what it is', (_, more, verdict) => {
    const read = control(more);
    expect(read.control?.verdict).toBe(verdict);
    expect(read.isOver).toBe(false);
  });

  it('is over once it is archived', () => {
    expect(control({ RecordState: 'ARCHIVED' }).isOver).toBe(true);
  });

  it.each([
    ['EKS.1', 'high'],
    ['EKS.3', 'medium'],
    ['EKS.6', 'low'],
    ['EKS.99', undefined],
  ])('does not take %s for harmless where it passes', (id, severity) => {
    const read = control({
      Compliance: { Status: 'PASSED', SecurityControlId: id },
      Severity: { Label: 'INFORMATIONAL' },
    });
    expect(read.control?.severity).toBe(severity);
  });

  it('says why, and who noted what', () => {
    const read = control({
      ...status('NOT_AVAILABLE'),
      Compliance: {
        Status: 'NOT_AVAILABLE',
        SecurityControlId: 'EKS.1',
        StatusReasons: [
          { ReasonCode: 'CONFIG_ACCESS_DENIED', Description: 'No access.' },
        ],
        AssociatedStandards: [
          { StandardsId: 'standards/pci-dss/v/4.0.1' },
          { StandardsId: 'standards/aws-foundational/v/1.0.0' },
        ],
      },
      Note: {
        Text: 'Agreed\u0000 in SEC-1',
        UpdatedBy: `arn:aws:iam::${ACCOUNT}:role/security`,
        UpdatedAt: '2026-11-02T08:00:00Z',
      },
    });
    expect(read.control).toMatchObject({
      reasons: ['No access.'],
      standards: [
        'standards/aws-foundational/v/1.0.0',
        'standards/pci-dss/v/4.0.1',
      ],
      note: {
        text: 'Agreed in SEC-1',
        by: `arn:aws:iam::${ACCOUNT}:role/security`,
        at: '2026-11-02T08:00:00.000Z',
      },
    });
  });

  it('is of the part of the cluster that it names', () => {
    const read = control({
      Resources: [
        {
          Type: 'AwsEksIdentityProviderConfig',
          Id: `${CLUSTER_ARN.replace(
            ':cluster/payments',
            ':identityproviderconfig/payments/oidc/corp/1',
          )}`,
        },
      ],
    });
    expect(read).toMatchObject({
      arn: CLUSTER_ARN,
      control: {
        resource: { kind: 'IdentityProviderConfig', name: 'oidc/corp/1' },
      },
    });
  });

  it('leaves out what is no control of EKS, and links to nothing else', () => {
    expect(
      control({ Compliance: { Status: 'FAILED', SecurityControlId: 'S3.1' } }),
    ).toMatchObject({ misfit: 'unreadable' });
    expect(
      control({
        Remediation: { Recommendation: { Url: 'https://evil.example/EKS.1' } },
      }).control?.documentation,
    ).toBeUndefined();
  });

  it('leaves out the id that a title of one standard begins with', () => {
    expect(
      control({ Title: 'EKS.1 EKS cluster endpoints' }).control?.title,
    ).toBe('EKS cluster endpoints');
  });

  it.each(['+275760-09-13T00:00:00.000Z', 'yesterday', '', undefined])(
    'takes %s for no time',
    time => {
      expect(control({ UpdatedAt: time, LastObservedAt: time })).toMatchObject({
        updatedAt: '1970-01-01T00:00:00.000Z',
        observedAt: '1970-01-01T00:00:00.000Z',
      });
    },
  );

  it('outlives what is missing', () => {
    expect(
      readFinding({} as AwsSecurityFinding, 'controls', ACCOUNT),
    ).toMatchObject({ misfit: 'unreadable', isOver: false });
  });
});

describe('readFinding of what Policy Reporter sent', () => {
  it('is the result that its report has', () => {
    expect(
      report({ other: { cluster: 'payments', owner: 'shop', process: 'x' } }),
    ).toEqual({
      key: expect.any(String),
      stream: 'reports',
      updatedAt: '2026-11-22T00:00:00.000Z',
      observedAt: '2026-11-22T00:00:05.000Z',
      isOver: false,
      arn: CLUSTER_ARN,
      outcome: {
        policy: {
          engine: 'kyverno',
          kind: 'ClusterPolicy',
          name: 'require-labels',
        },
        rule: 'check-team',
        result: 'fail',
        severity: 'medium',
        category: 'Best Practices',
        message: 'The label team is required.',
        exceptions: undefined,
        resource: {
          apiVersion: 'apps/v1',
          kind: 'Deployment',
          namespace: 'shop',
          name: 'cart',
        },
        properties: { owner: 'shop' },
      },
    });
  });

  it.each<[string, Parameters<typeof reporterFinding>[0], object]>([
    ['warns', { other: { Result: 'warn' } }, { result: 'warn' }],
    ['errs', { other: { Result: 'error' } }, { result: 'error' }],
    [
      'is suppressed',
      {
        Workflow: { Status: 'SUPPRESSED' },
        Note: {
          Text: 'Until March',
          UpdatedBy: 'sam',
          UpdatedAt: '2026-11-02T08:00:00Z',
        },
      },
      {
        result: 'exempt',
        properties: {
          'Suppressed because': 'Until March',
          'Suppressed by': 'sam',
          'Suppressed at': '2026-11-02T08:00:00.000Z',
        },
      },
    ],
  ])('%s', (_, more, outcome) => {
    expect(report(more).outcome).toMatchObject(outcome);
  });

  it.each<[string, Parameters<typeof reporterFinding>[0]]>([
    ['resolved', { Workflow: { Status: 'RESOLVED' } }],
    ['archived', { RecordState: 'ARCHIVED' }],
  ])('is over where it is %s', (_, more) => {
    expect(report(more).isOver).toBe(true);
  });

  it.each<[string, Parameters<typeof reporterFinding>[0]]>([
    ['has no policy', { other: { Policy: '' } }],
    ['passes', { other: { Result: 'pass' } }],
    ['has no result', { other: { Result: '' } }],
    ['has no resource', { Resources: [] }],
  ])('is nothing where it %s', (_, more) => {
    const read = report(more);
    expect(read.misfit).toBeDefined();
    expect(read.outcome).toBeUndefined();
  });

  it('tells findings of one id by who sent them', () => {
    const other = '444455556666';
    const keys = new Set([
      report().key,
      report({
        ProductArn: `arn:aws:securityhub:eu-west-1:${other}:product/${other}/default`,
      }).key,
      report({ Id: '2' }).key,
    ]);
    expect(keys.size).toBe(3);
    expect(report({ Description: 'Another message' }).key).toBe(report().key);
  });
});
