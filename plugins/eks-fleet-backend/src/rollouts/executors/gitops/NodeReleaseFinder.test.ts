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

import type { ClusterObservations } from '../../../collection/types';
import { hop, NOW } from './__testUtils__/hops';
import { NodeReleaseFinder } from './NodeReleaseFinder';

const { arn } = hop().cluster;

function nodegroups(
  ...list: Array<[string, string, string, string]>
): ClusterObservations {
  return {
    nodegroups: {
      document: {
        nodegroups: list.map(([name, amiType, version, releaseVersion]) => ({
          name,
          amiType,
          version,
          releaseVersion,
        })),
      },
    },
  } as unknown as ClusterObservations;
}

const FLEET = new Map([
  [
    arn,
    nodegroups(
      ['web', 'AL2023_x86_64_STANDARD', '1.33', '1.33.5-20261101'],
      ['arm', 'AL2023_ARM_64_STANDARD', '1.33', '1.33.5-20261101'],
      ['bottle', 'BOTTLEROCKET_x86_64', '1.33', '1.52.0-8c2d1f6e'],
    ),
  ],
  [
    'other',
    nodegroups(
      ['a', 'AL2023_x86_64_STANDARD', '1.34', '1.34.2-20261020'],
      ['b', 'AL2023_x86_64_STANDARD', '1.34', '1.34.2-20261112'],
    ),
  ],
]);

describe('NodeReleaseFinder', () => {
  let reads: string[][];

  function finder() {
    reads = [];
    return new NodeReleaseFinder({
      arns: async () => [...FLEET.keys()],
      observations: {
        ofMany: async arns => {
          reads.push(arns);
          return new Map(arns.map(each => [each, FLEET.get(each)!]));
        },
      },
    });
  }

  it.each([
    ['web', '1.34', '1.34.2-20261112'],
    ['bottle', '1.34', '1.52.0-8c2d1f6e'],
    ['arm', '1.34', undefined],
    ['gone', '1.34', undefined],
    ['web', '1.33.5-20261112', undefined],
  ])('for node group %s to %s finds %s', async (name, to, release) => {
    const work = hop({ kind: 'nodegroup', name, to });
    expect(await finder().find(work, NOW)).toBe(release);
  });

  it('asks nothing for control planes', async () => {
    expect(await finder().find(hop(), NOW)).toBeUndefined();
    expect(reads).toEqual([]);
  });

  it('reads the fleet once for many hops', async () => {
    const one = finder();
    const work = hop({ kind: 'nodegroup', name: 'web', to: '1.34' });
    await Promise.all([one.find(work, NOW), one.find(work, NOW)]);
    expect(reads.filter(arns => arns.length > 1)).toHaveLength(1);
    await one.find(work, new Date(NOW.getTime() + 3_600_000));
    expect(reads.filter(arns => arns.length > 1)).toHaveLength(2);
  });
});
