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

import { homeRegion, partitionOfRegion } from './regions';

describe('partitionOfRegion', () => {
  it.each([
    ['eu-west-1', 'aws'],
    ['ap-southeast-2', 'aws'],
    ['mx-central-1', 'aws'],
    ['cn-north-1', 'aws-cn'],
    ['cn-northwest-1', 'aws-cn'],
    ['us-gov-west-1', 'aws-us-gov'],
    ['us-iso-east-1', 'aws-iso'],
  ])('knows that %s is of %s', (region, partition) => {
    expect(partitionOfRegion(region)).toBe(partition);
  });

  it.each([
    '',
    'eu-west',
    'eu-west-99',
    'cn-west-7',
    'EU-WEST-1',
    'eu-west-1a',
    'aws-global',
    'aws-cn-global',
    'aws-us-gov-global',
    'constructor',
    'Ireland',
  ])('takes %j for no Region', region => {
    expect(partitionOfRegion(region)).toBeUndefined();
  });

  it.each(['aws', 'aws-cn', 'aws-us-gov'] as const)(
    'finds the home of %s in it',
    partition => {
      expect(partitionOfRegion(homeRegion(partition))).toBe(partition);
    },
  );
});
