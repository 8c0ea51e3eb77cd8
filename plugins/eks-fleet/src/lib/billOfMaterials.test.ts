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

import { createTranslator } from '../__testUtils__/createTranslator';
import { aPart } from '../__testUtils__/readiness';
import {
  formatMemory,
  formatShare,
  groupParts,
  newestText,
  outlierText,
  partKindText,
  requestedShare,
} from './billOfMaterials';

const t = createTranslator();

describe('groupParts', () => {
  it('begins with the control plane and leaves empty groups out', () => {
    expect(
      groupParts([
        aPart({ name: 'x', group: 'other' }),
        aPart({ name: 'coredns' }),
        aPart({ name: 'Kubernetes', group: 'controlPlane' }),
        aPart({ name: 'vpc-cni' }),
      ]).map(({ group, parts }) => [group, parts.map(({ name }) => name)]),
    ).toEqual([
      ['controlPlane', ['Kubernetes']],
      ['addons', ['coredns', 'vpc-cni']],
      ['other', ['x']],
    ]);
  });
});

it.each([
  ['nodegroup', 'node group'],
  ['ARGOCD', 'Argo CD'],
  ['toString', 'toString'],
])('calls the kind %s %s', (kind, words) => {
  expect(partKindText(kind, t)).toBe(words);
});

it.each([
  [{ newestState: 'behind', newestVersion: 'v2' }, 'v2'],
  [{ newestState: 'current', newestVersion: 'v1' }, 'newest'],
  [
    { group: 'compute', newestState: 'current', newestVersion: '1.33' },
    'as control plane',
  ],
  [{ group: 'compute', newestState: 'behind', newestVersion: '1.33' }, '1.33'],
  [{ newestState: 'unknown', newestVersion: undefined }, 'not known'],
] as const)('says of a part with %j: %s', (part, words) => {
  expect(newestText(aPart(part), t)).toBe(words);
});

it('says what is usual', () => {
  expect(outlierText({ usual: 'v1.18.5', share: 0.923, clusters: 26 }, t)).toBe(
    'Usual is v1.18.5: 92% of 26 clusters of this version have it.',
  );
});

describe('requestedShare', () => {
  const allocatable = { cpuMillis: 4000, memoryBytes: 0, pods: 10 };
  const requested = { cpuMillis: 1000, memoryBytes: 5, pods: 1 };
  it('is what is requested of what there is', () => {
    expect(requestedShare({ allocatable, requested }, 'cpuMillis')).toBe(0.25);
  });
  it('is not known without either', () => {
    expect(requestedShare({ allocatable }, 'cpuMillis')).toBeUndefined();
    expect(
      requestedShare({ allocatable, requested }, 'memoryBytes'),
    ).toBeUndefined();
  });
});

it.each([
  [0, '0%'],
  [0.004, '0.4%'],
  [0.05, '5%'],
  [0.923, '92%'],
])('writes %d as %s', (share, text) => {
  expect(formatShare(share)).toBe(text);
});

it('writes memory in GiB', () => {
  expect(formatMemory(48 * 1024 ** 3)).toBe('48 GiB');
});
