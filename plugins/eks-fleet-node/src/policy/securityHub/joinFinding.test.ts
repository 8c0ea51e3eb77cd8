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
  REGION,
  reporterFinding,
} from './__testUtils__/findings';
import { joinControl, joinReport } from './joinFinding';

const ADMINISTRATOR = '999988887777';
const OTHER = '444455556666';
const resource = (Id: string) => ({ Resources: [{ Type: 'Other', Id }] });
const sentBy = (account: string, region = REGION) => ({
  AwsAccountId: account,
  Region: region,
  ProductArn: `arn:aws:securityhub:${region}:${account}:product/${account}/default`,
});

describe('joinControl', () => {
  it.each<[string, Partial<AwsSecurityFinding>, object]>([
    ['the cluster', {}, { arn: CLUSTER_ARN }],
    [
      'what belongs to the cluster',
      resource(
        `arn:aws:eks:${REGION}:${ACCOUNT}:identityproviderconfig/payments/oidc/corp/1`,
      ),
      { arn: CLUSTER_ARN },
    ],
    [
      'a cluster in China',
      {
        ...resource('arn:aws-cn:eks:cn-north-1:111122223333:cluster/payments'),
        Region: 'cn-north-1',
        ProductArn:
          'arn:aws-cn:securityhub:cn-north-1::product/aws/securityhub',
      },
      { arn: 'arn:aws-cn:eks:cn-north-1:111122223333:cluster/payments' },
    ],
    [
      'a cluster beside something else',
      {
        Resources: [
          { Type: 'AwsIamRole', Id: `arn:aws:iam::${ACCOUNT}:role/x` },
          { Type: 'AwsEksCluster', Id: CLUSTER_ARN },
        ],
      },
      { arn: CLUSTER_ARN },
    ],
    [
      'a cluster of another account',
      resource(`arn:aws:eks:${REGION}:${OTHER}:cluster/payments`),
      { misfit: 'otherAccount' },
    ],
    [
      'a cluster of another Region',
      resource(`arn:aws:eks:us-east-1:${ACCOUNT}:cluster/payments`),
      { misfit: 'otherAccount' },
    ],
    ['no cluster', resource(`arn:aws:s3:::eks`), { misfit: 'noCluster' }],
    [
      'a name that is none',
      resource(`arn:aws:eks:${REGION}:${ACCOUNT}:cluster/../payments`),
      { misfit: 'noCluster' },
    ],
    [
      'a name with markup',
      resource(`arn:aws:eks:${REGION}:${ACCOUNT}:cluster/a<script>`),
      { misfit: 'noCluster' },
    ],
    ['nothing', { Resources: undefined }, { misfit: 'noCluster' }],
    [
      'what another product sent under its name',
      {
        ProductArn: `arn:aws:securityhub:${REGION}:${ACCOUNT}:product/${ACCOUNT}/default`,
      },
      { misfit: 'unreadable' },
    ],
    ['nobody’s product', { ProductArn: undefined }, { misfit: 'unreadable' }],
  ])('tells of %s', (_, more, joined) => {
    expect(joinControl(controlFinding(more))).toEqual(joined);
  });
});

describe('joinReport', () => {
  it.each<[string, Parameters<typeof reporterFinding>[0], object]>([
    ['the product’s name', {}, { arn: CLUSTER_ARN }],
    [
      'custom fields, whatever the product is called',
      {
        ProductName: 'Policy Reporter',
        other: { cluster: 'payments', region: REGION, account: ACCOUNT },
      },
      { arn: CLUSTER_ARN },
    ],
    [
      'the field alone, in the account and Region of the finding',
      { ProductName: 'Policy Reporter', other: { cluster: 'payments' } },
      { arn: CLUSTER_ARN },
    ],
    [
      'a field that has the ARN',
      { ProductName: 'x y', other: { cluster: CLUSTER_ARN } },
      { arn: CLUSTER_ARN },
    ],
    [
      'a cluster of another Region than the finding',
      { other: { region: 'us-east-1' } },
      { arn: `arn:aws:eks:us-east-1:${ACCOUNT}:cluster/payments` },
    ],
    [
      'another account of the same name',
      sentBy(OTHER),
      { arn: `arn:aws:eks:${REGION}:${OTHER}:cluster/payments` },
    ],
    [
      'another Region of the same name',
      sentBy(ACCOUNT, 'us-east-1'),
      { arn: `arn:aws:eks:us-east-1:${ACCOUNT}:cluster/payments` },
    ],
    [
      'what the administrator’s account sends of others',
      { ...sentBy(ADMINISTRATOR), other: { account: ACCOUNT } },
      { arn: CLUSTER_ARN },
    ],
    [
      'an account that names a cluster of another',
      { other: { account: OTHER } },
      { misfit: 'otherAccount' },
    ],
    [
      'an account that gives the ARN of another’s',
      { other: { cluster: `arn:aws:eks:${REGION}:${OTHER}:cluster/x` } },
      { misfit: 'otherAccount' },
    ],
    [
      'no name at all',
      { ProductName: 'Policy Reporter' },
      { misfit: 'noCluster' },
    ],
    ['no product', { ProductName: undefined }, { misfit: 'noCluster' }],
    [
      'a name that is none',
      { ProductName: 'payments (prod)' },
      { misfit: 'noCluster' },
    ],
    [
      'a name with markup and control characters',
      { other: { cluster: 'a\u0000<img src=x>' } },
      { misfit: 'noCluster' },
    ],
    [
      'a name that climbs',
      { other: { cluster: '../../payments' } },
      { misfit: 'noCluster' },
    ],
    [
      'a name of a megabyte',
      { ProductName: 'Policy Reporter', other: { cluster: 'a'.repeat(1e6) } },
      { misfit: 'noCluster' },
    ],
    [
      'an account that is none',
      { other: { account: '*' } },
      { misfit: 'noCluster' },
    ],
    [
      'a Region that is none',
      { other: { region: 'eu-west-1:111122223333' } },
      { misfit: 'noCluster' },
    ],
    [
      'a product that is not its account’s',
      {
        ProductArn: `arn:aws:securityhub:${REGION}:${OTHER}:product/${OTHER}/default`,
      },
      { misfit: 'unreadable' },
    ],
    [
      'AWS’s own product',
      { ProductArn: `arn:aws:securityhub:${REGION}::product/aws/securityhub` },
      { misfit: 'unreadable' },
    ],
  ])('tells of %s', (_, more, joined) => {
    expect(joinReport(reporterFinding(more), ADMINISTRATOR)).toEqual(joined);
  });

  it('takes no field that every object has for one', () => {
    const finding = reporterFinding({ ProductName: 'Policy Reporter' });
    const other = Object.create({ cluster: 'payments' });
    finding.Resources![0].Details = { Other: other };
    expect(joinReport(finding, ADMINISTRATOR)).toEqual({ misfit: 'noCluster' });
  });
});
