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

export const ACCOUNT = '111122223333';
export const REGION = 'eu-west-1';
export const CLUSTER_ARN = `arn:aws:eks:${REGION}:${ACCOUNT}:cluster/payments`;

/** What Security Hub's own controls say of a cluster. */
export function controlFinding(
  more: Partial<AwsSecurityFinding> = {},
): AwsSecurityFinding {
  return {
    SchemaVersion: '2018-10-08',
    Id: `arn:aws:securityhub:${REGION}:${ACCOUNT}:security-control/EKS.1/finding/1`,
    ProductArn: `arn:aws:securityhub:${REGION}::product/aws/securityhub`,
    ProductName: 'Security Hub',
    CompanyName: 'AWS',
    Region: REGION,
    AwsAccountId: ACCOUNT,
    GeneratorId: 'security-control/EKS.1',
    CreatedAt: '2026-11-01T00:00:00Z',
    UpdatedAt: '2026-11-23T06:00:00Z',
    LastObservedAt: '2026-11-23T07:00:00Z',
    Severity: { Label: 'HIGH' },
    Title: 'EKS cluster endpoints should not be publicly accessible',
    Description: 'This control checks whether an endpoint is public.',
    Remediation: {
      Recommendation: {
        Text: 'Consult the documentation.',
        Url: 'https://docs.aws.amazon.com/console/securityhub/EKS.1/remediation',
      },
    },
    Resources: [{ Type: 'AwsEksCluster', Id: CLUSTER_ARN, Region: REGION }],
    Compliance: { Status: 'FAILED', SecurityControlId: 'EKS.1' },
    Workflow: { Status: 'NEW' },
    RecordState: 'ACTIVE',
    ...more,
  };
}

/** What Policy Reporter's target sends, with custom fields if there are any. */
export function reporterFinding(
  more: Partial<AwsSecurityFinding> & { other?: Record<string, string> } = {},
): AwsSecurityFinding {
  const { other, ...fields } = more;
  return {
    SchemaVersion: '2018-10-08',
    Id: '1234567890',
    ProductArn: `arn:aws:securityhub:${REGION}:${ACCOUNT}:product/${ACCOUNT}/default`,
    ProductName: 'payments',
    CompanyName: 'Kyverno',
    Region: REGION,
    AwsAccountId: ACCOUNT,
    GeneratorId: 'kyverno/require-labels',
    Types: ['Software and Configuration Checks/Kubernetes Policies/kyverno'],
    CreatedAt: '2026-11-22T00:00:00Z',
    UpdatedAt: '2026-11-22T00:00:00Z',
    ProcessedAt: '2026-11-22T00:00:05Z',
    Severity: { Label: 'MEDIUM' },
    Title: 'require-labels: shop/deployment/cart',
    Description: 'The label team is required.',
    Resources: [
      {
        Type: 'Other',
        Id: 'b7e1c0de-0000-0000-0000-000000000001',
        Region: REGION,
        Details: {
          Other: {
            Source: 'kyverno',
            Category: 'Best Practices',
            Policy: 'require-labels',
            Rule: 'autogen-check-team',
            Result: 'fail',
            Report: 'b7e1c0de-0000-0000-0000-000000000001',
            'Resource APIVersion': 'apps/v1',
            'Resource Kind': 'Deployment',
            'Resource Namespace': 'shop',
            'Resource Name': 'cart',
            'Resource UID': 'b7e1c0de-0000-0000-0000-000000000001',
            ...other,
          },
        },
      },
    ],
    Compliance: { Status: 'FAILED' },
    Workflow: { Status: 'NEW' },
    RecordState: 'ACTIVE',
    ...fields,
  };
}
