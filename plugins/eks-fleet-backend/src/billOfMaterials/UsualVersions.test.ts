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

import { UsualVersions } from './UsualVersions';

function usualOf(values: string[]): UsualVersions {
  const usual = new UsualVersions();
  values.forEach(value => usual.add(new Map([['addon/vpc-cni', value]])));
  return usual;
}

describe('UsualVersions', () => {
  it.each([
    [
      'differs from what most have',
      'aaaab',
      'b',
      { usual: 'a', share: 0.8, clusters: 5 },
    ],
    ['has what most have', 'aaaab', 'a', undefined],
    ['is one of too few', 'aaab', 'b', undefined],
    ['is in a fleet without a habit', 'aabbcc', 'c', undefined],
    [
      'is just at the share that makes a habit',
      'aaabc',
      'c',
      { usual: 'a', share: 0.6, clusters: 5 },
    ],
    ['is not known itself', 'aaaab', undefined, undefined],
  ])('says of a cluster that it %s', (_, values, value, expected) => {
    const usual = usualOf([...values]);
    expect(usual.outlier('addon/vpc-cni', value)).toEqual(expected);
  });

  it('says nothing of a part that nobody has', () => {
    expect(usualOf([]).outlier('addon/vpc-cni', 'a')).toBeUndefined();
  });
});
