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

import { ClusterNames, joinAlert } from './joinAlert';

const arnOf = (account: string, region: string, name: string) =>
  `arn:aws:eks:${region}:${account}:cluster/${name}`;

const cluster = (account: string, region: string, name: string) => ({
  arn: arnOf(account, region, name),
  accountId: account,
  region,
  name,
});

const A = '111111111111';
const B = '222222222222';
const alphaA = arnOf(A, 'eu-west-1', 'alpha');
const alphaB = arnOf(B, 'eu-west-1', 'alpha');
const beta = arnOf(A, 'us-east-1', 'beta');

const names = new ClusterNames([
  cluster(A, 'eu-west-1', 'alpha'),
  cluster(B, 'eu-west-1', 'alpha'),
  cluster(A, 'us-east-1', 'beta'),
]);

describe('joinAlert', () => {
  it.each<[string, Record<string, string>, string[], boolean, string]>([
    [
      'an ARN in any label',
      { eks_arn: beta, cluster: 'alpha' },
      [beta],
      false,
      'label eks_arn',
    ],
    [
      'an ARN of none of ours, and so nothing by it',
      { arn: arnOf('999999999999', 'eu-west-1', 'alpha') },
      [],
      false,
      '',
    ],
    [
      'account, Region and name',
      { account_id: B, region: 'eu-west-1', cluster: 'alpha' },
      [alphaB],
      false,
      'account, Region and label cluster',
    ],
    [
      'what configuration maps the label to',
      { cluster: 'prod-1' },
      [beta],
      false,
      'label cluster as configured',
    ],
    [
      'a name that fits one',
      { cluster: 'beta' },
      [beta],
      false,
      'label cluster',
    ],
    [
      'a name that fits two, for each of them',
      { cluster: 'alpha' },
      [alphaA, alphaB],
      true,
      'label cluster',
    ],
    [
      'a name that fits two, and an account that tells which',
      { cluster: 'alpha', account: A },
      [alphaA],
      false,
      'label cluster',
    ],
    [
      'a name in an account that has none of that name',
      { cluster: 'beta', account: B },
      [],
      false,
      '',
    ],
    ['no label that names a cluster', { job: 'node' }, [], false, ''],
    ['an empty label', { cluster: '' }, [], false, ''],
    ['a hostile label', { cluster: '__proto__' }, [], false, ''],
  ])('goes by %s', (_, labels, arns, ambiguous, by) => {
    expect(
      joinAlert(labels, names, {
        clusterLabel: 'cluster',
        clusters: new Map([['prod-1', [beta, 'arn:of:nobody']]]),
      }),
    ).toEqual({ arns, ambiguous, by });
  });
});
