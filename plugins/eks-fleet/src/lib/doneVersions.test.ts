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

import type { KubernetesVersion } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { doneVersions } from './doneVersions';

const version = (
  name: string,
  state: KubernetesVersion['state'],
  clusters: number,
): KubernetesVersion => ({ version: name, partition: 'aws', state, clusters });
const VERSIONS = [
  version('1.9', 'unsupported', 1),
  version('1.33', 'extended', 4),
  version('1.34', 'standard', 9),
  version('1.35', 'standard', 0),
  version('1.36', 'standard', 2),
];

describe('doneVersions', () => {
  it.each([
    ['next', ['1.36']],
    ['supported', ['1.34', '1.36']],
    ['1.34', ['1.34', '1.36']],
    ['1.33', ['1.33', '1.34', '1.36']],
    ['1.37', []],
    ['nonsense', undefined],
  ])('for %s are %j', (target, expected) => {
    expect(doneVersions(target, ['1.34', '1.35', '1.36'], VERSIONS)).toEqual(
      expected,
    );
  });

  it('cannot be said where no version is known', () => {
    expect(doneVersions('next', [], VERSIONS)).toBeUndefined();
    expect(doneVersions('supported', ['1.34'], [])).toBeUndefined();
  });
});
