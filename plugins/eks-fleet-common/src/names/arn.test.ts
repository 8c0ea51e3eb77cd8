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

import { formatClusterArn, parseClusterArn } from './arn';

const LONGEST = `a${'b_-'.repeat(33)}`;

describe('parseClusterArn and formatClusterArn', () => {
  it.each([
    ['aws', 'eu-west-1', '111122223333', 'payments'],
    ['aws-cn', 'cn-northwest-1', '012345678901', 'Orders_EU-1'],
    ['aws-us-gov', 'us-gov-west-1', '000000000001', '9lives'],
    ['aws', 'ap-southeast-2', '111122223333', LONGEST],
  ])(
    'takes apart and puts together a cluster of %s in %s',
    (partition, region, accountId, clusterName) => {
      const arn = `arn:${partition}:eks:${region}:${accountId}:cluster/${clusterName}`;
      const parts = { partition, region, accountId, clusterName };
      expect(parseClusterArn(arn)).toEqual(parts);
      expect(formatClusterArn(parts)).toBe(arn);
    },
  );

  it.each([
    ['nothing', ''],
    ['a node group', 'arn:aws:eks:eu-west-1:111122223333:nodegroup/a/b/c'],
    ['another service', 'arn:aws:ecs:eu-west-1:111122223333:cluster/a'],
    ['a short account', 'arn:aws:eks:eu-west-1:11112222333:cluster/a'],
    ['no Region', 'arn:aws:eks::111122223333:cluster/a'],
    ['a foreign partition', 'arn:evil:eks:eu-west-1:111122223333:cluster/a'],
    ['no name', 'arn:aws:eks:eu-west-1:111122223333:cluster/'],
    ['a name of 101', `arn:aws:eks:eu-west-1:111122223333:cluster/${LONGEST}x`],
    ['a name with a slash', 'arn:aws:eks:eu-west-1:111122223333:cluster/a/b'],
    [
      'a name with a dash first',
      'arn:aws:eks:eu-west-1:111122223333:cluster/-a',
    ],
    ['SQL', "arn:aws:eks:eu-west-1:111122223333:cluster/a';drop table x"],
    ['a second line', 'arn:aws:eks:eu-west-1:111122223333:cluster/a\nb'],
    ['a line end', 'arn:aws:eks:eu-west-1:111122223333:cluster/a\n'],
    ['something before', ' arn:aws:eks:eu-west-1:111122223333:cluster/a'],
  ])('takes %s for no cluster', (_, arn) => {
    expect(parseClusterArn(arn)).toBeUndefined();
  });
});
