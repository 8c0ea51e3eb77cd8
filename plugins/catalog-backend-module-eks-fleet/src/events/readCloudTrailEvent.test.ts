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

import { cloudTrailEvent } from '../__testUtils__/cloudTrail';
import { readCloudTrailEvent } from './readCloudTrailEvent';

const WHERE = { accountId: '111122223333', region: 'eu-west-1' };

describe('readCloudTrailEvent', () => {
  it.each([
    ['CreateCluster', { name: 'orders', version: '1.34' }],
    ['DeleteCluster', { name: 'orders' }],
    ['UpdateClusterVersion', { name: 'orders', version: '1.35' }],
    ['UpdateClusterConfig', { name: 'orders' }],
    ['CreateNodegroup', { clusterName: 'orders', nodegroupName: 'ng' }],
    ['CreateAddon', { clusterName: 'orders', addonName: 'vpc-cni' }],
  ])('finds the cluster of %s', (eventName, requestParameters) => {
    expect(
      readCloudTrailEvent(cloudTrailEvent(eventName, requestParameters)),
    ).toEqual({ ...WHERE, clusterName: 'orders' });
  });

  it.each([
    ['TagResource', { tags: { team: 'x' } }],
    ['UntagResource', { tagKeys: ['team'] }],
  ])('finds the cluster of %s by its ARN', (eventName, request) => {
    const resourceArn = 'arn:aws:eks:eu-west-1:111122223333:cluster/orders';
    expect(
      readCloudTrailEvent(
        cloudTrailEvent(eventName, { ...request, resourceArn }),
      ),
    ).toEqual({ ...WHERE, clusterName: 'orders' });
  });

  it('takes no account or Region from an ARN in a request', () => {
    const resourceArn = 'arn:aws:eks:us-east-1:222233334444:cluster/orders';
    expect(
      readCloudTrailEvent(cloudTrailEvent('TagResource', { resourceArn })),
    ).toBeUndefined();
  });

  const good = cloudTrailEvent('DeleteCluster', { name: 'orders' });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'AWS API Call via CloudTrail'],
    ['a list', [good]],
    ['no detail', { ...good, detail: null }],
    [
      'another service',
      { ...good, detail: { ...good.detail, eventSource: 'ec2.amazonaws.com' } },
    ],
    ['another kind', { ...good, 'detail-type': 'EKS Cluster State Change' }],
    ['a read', { ...good, detail: { ...good.detail, readOnly: true } }],
    ['no account', { ...good, account: undefined }],
    ['an account of words', { ...good, account: "1' or '1'='1" }],
    ['a Region of words', { ...good, region: 'eu west; x' }],
    ['a Region that is an object', { ...good, region: { toString: 'x' } }],
    ['no request', cloudTrailEvent('RegisterCluster', null)],
    ['a name that is none', cloudTrailEvent('DeleteCluster', { name: '../x' })],
    [
      'a name that is a list',
      cloudTrailEvent('DeleteCluster', { name: ['orders'] }),
    ],
    [
      'a name of 101',
      cloudTrailEvent('DeleteCluster', { name: 'a'.repeat(101) }),
    ],
    [
      'the ARN of something else',
      cloudTrailEvent('TagResource', {
        resourceArn: 'arn:aws:eks:eu-west-1:111122223333:addon/orders/x/1',
      }),
    ],
  ])('takes nothing from %s', (_, payload) => {
    expect(readCloudTrailEvent(payload)).toBeUndefined();
  });
});
