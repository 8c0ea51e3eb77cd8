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

import { uuidFrom } from '../../model/ids';
import type {
  SecurityFinding,
  SecurityHubReview,
} from '../../model/securityHub';
import type { Cluster } from '../../model/types';
import { EKS_CONTROLS, type EksControl } from './controls';

const STANDARD = 'standards/aws-foundational-security-best-practices/v/1.0.0';

export type Evaluated = Omit<SecurityFinding, 'CreatedAt' | 'UpdatedAt'>;

/** What the controls say of a cluster, passed or failed, and what people made of it. */
export function controlFindings(
  cluster: Cluster,
  now: Date,
  reviewOf: (control: string) => SecurityHubReview | undefined,
): Evaluated[] {
  return EKS_CONTROLS.map(control => {
    const passed = control.passes(cluster, now);
    const finding = controlFinding(cluster, control, passed);
    const review = reviewOf(control.id);
    return review
      ? {
          ...finding,
          // What passes is resolved, whatever somebody has said before.
          ...(!passed && { Workflow: { Status: review.workflow } }),
          ...(review.note && { Note: review.note }),
        }
      : finding;
  });
}

function controlFinding(
  cluster: Cluster,
  control: EksControl,
  passed: boolean,
): Evaluated {
  const { accountId, region, partition, arn, name, tags, version } = cluster;
  const id = `arn:${partition}:securityhub:${region}:${accountId}:security-control/${
    control.id
  }/finding/${uuidFrom(`${cluster.id}/${control.id}`)}`;
  return {
    SchemaVersion: '2018-10-08',
    Id: id,
    ProductArn: `arn:${partition}:securityhub:${region}::product/aws/securityhub`,
    ProductName: 'Security Hub',
    CompanyName: 'AWS',
    Region: region,
    GeneratorId: `security-control/${control.id}`,
    AwsAccountId: accountId,
    Types: [
      'Software and Configuration Checks/Industry and Regulatory Standards',
    ],
    Severity: {
      Label: passed ? 'INFORMATIONAL' : control.severity,
      Original: passed ? 'INFORMATIONAL' : control.severity,
    },
    Title: control.title,
    Description: control.description,
    Remediation: {
      Recommendation: {
        Text: 'For information on how to correct this issue, consult the AWS Security Hub controls documentation.',
        Url: `https://docs.aws.amazon.com/console/securityhub/${control.id}/remediation`,
      },
    },
    ProductFields: {
      'RelatedAWSResources:0/name': `securityhub-${control.rule}`,
      'RelatedAWSResources:0/type': 'AWS::Config::ConfigRule',
      'aws/securityhub/ProductName': 'Security Hub',
      'aws/securityhub/CompanyName': 'AWS',
      'aws/securityhub/FindingId': `arn:${partition}:securityhub:${region}::product/aws/securityhub/${id}`,
      'Resources:0/Id': arn,
    },
    Resources: [
      {
        Type: 'AwsEksCluster',
        Id: arn,
        Partition: partition,
        Region: region,
        ...(Object.keys(tags).length > 0 && { Tags: { ...tags } }),
        Details: { AwsEksCluster: { Arn: arn, Name: name, Version: version } },
      },
    ],
    Compliance: {
      Status: passed ? 'PASSED' : 'FAILED',
      SecurityControlId: control.id,
      AssociatedStandards: [{ StandardsId: STANDARD }],
    },
    Workflow: { Status: passed ? 'RESOLVED' : 'NEW' },
    RecordState: 'ACTIVE',
  };
}
