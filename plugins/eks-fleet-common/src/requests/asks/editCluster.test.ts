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

import {
  changeAddons,
  changeGitopsAddons,
  changeNodeGroup,
} from './editCluster';

const OTHER = { name: 'gpu', minSize: 0, desiredSize: 0, maxSize: 2 };
const WORKERS = {
  name: 'workers',
  minSize: 2,
  desiredSize: 4,
  maxSize: 6,
  labels: { tier: 'a' },
};
const SPEC = {
  compute: { nodeGroups: [OTHER, WORKERS] },
  addons: [
    { name: 'vpc-cni', version: 'v1', configuration: { a: 1 } },
    { name: 'coredns' },
  ],
  gitopsAddons: ['kyverno'],
};

describe('changeNodeGroup', () => {
  it.each([
    ['grows', { maxSize: 9 }, { desiredSize: 4, maxSize: 9 }],
    ['needs more than it had', { minSize: 5 }, { minSize: 5, desiredSize: 5 }],
    [
      'shrinks below what it had',
      { maxSize: 3 },
      { desiredSize: 3, maxSize: 3 },
    ],
    ['has a size of its own', { desiredSize: 6 }, { desiredSize: 6 }],
    [
      'has other instances',
      { instanceTypes: ['m7g.large'] },
      { instanceTypes: ['m7g.large'] },
    ],
  ])('%s, and leaves all else alone', (_, change, after) => {
    expect(changeNodeGroup(SPEC, { name: 'workers', ...change })).toEqual([
      OTHER,
      { ...WORKERS, ...after },
    ]);
  });

  it.each([
    [SPEC, 'there are gpu, workers'],
    [{}, 'there are none'],
  ])('names those that there are', (spec, words) => {
    expect(() => changeNodeGroup(spec, { name: 'x' })).toThrow(
      `nodeGroup.name: there is no node group x; ${words}`,
    );
  });
});

describe('changeAddons', () => {
  it.each<[string, Parameters<typeof changeAddons>[1], object[]]>([
    [
      'adds one by its name',
      { set: ['metrics-server'] },
      [...SPEC.addons, { name: 'metrics-server' }],
    ],
    [
      'moves one, and keeps its configuration',
      { set: [{ name: 'vpc-cni', version: 'v2' }] },
      [{ ...SPEC.addons[0], version: 'v2' }, SPEC.addons[1]],
    ],
    [
      'leaves one alone that is to be there and is',
      { set: ['vpc-cni'] },
      SPEC.addons,
    ],
    ['takes one away', { remove: ['coredns'] }, [SPEC.addons[0]]],
    ['does nothing where nothing is said', {}, SPEC.addons],
  ])('%s', (_, change, after) => {
    expect(changeAddons(SPEC, change)).toEqual(after);
  });

  it.each<[Parameters<typeof changeAddons>[1], string]>([
    [
      { remove: ['x'] },
      'addons.remove: there is no x; there are vpc-cni, coredns',
    ],
    [
      { set: ['coredns'], remove: ['coredns'] },
      'coredns is both to be there and to go',
    ],
  ])('refuses %j', (change, words) => {
    expect(() => changeAddons(SPEC, change)).toThrow(words);
  });
});

describe('changeGitopsAddons', () => {
  it.each([
    [{ add: ['cert_manager'] }, ['cert_manager', 'kyverno']],
    [{ add: ['kyverno'] }, ['kyverno']],
    [{ remove: ['kyverno'] }, []],
  ])('makes of kyverno with %j %j', (change, after) => {
    expect(changeGitopsAddons(SPEC, change)).toEqual(after);
  });

  it('refuses to take away what is not there', () => {
    expect(() => changeGitopsAddons({}, { remove: ['x'] })).toThrow(
      'gitopsAddons.remove: there is no x; there are none',
    );
  });
});
