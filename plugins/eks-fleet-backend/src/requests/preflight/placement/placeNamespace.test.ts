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

import { aCluster, aGround, ACCOUNT } from '../__testUtils__/grounds';
import type { KnownCluster } from '../ground/types';
import { placeNamespace, type PlacementWish } from './placeNamespace';

const WISH: PlacementWish = { environment: 'prod', vcpu: 4, memoryGib: 8 };
const capacity = aCluster().capacity!;

const place = (
  clusters: Partial<KnownCluster>[],
  wish: Partial<PlacementWish> = {},
) =>
  placeNamespace(
    { ...WISH, ...wish },
    aGround({ clusters: clusters.map(each => aCluster(each)) }),
  );

const ranked = (...given: Parameters<typeof place>) =>
  place(...given)
    .filter(({ rank }) => rank !== undefined)
    .map(({ name }) => name);

describe('placeNamespace', () => {
  it('says for each cluster what speaks for it', () => {
    expect(place([{}])).toEqual([
      {
        clusterKey: `cluster/${ACCOUNT}/eu-west-1/shared`,
        accountId: ACCOUNT,
        region: 'eu-west-1',
        name: 'shared',
        environment: 'prod',
        rank: 1,
        reasons: [
          {
            code: 'room',
            weight: 'for',
            message: '40 vCPUs and 160 GiB are free.',
          },
          {
            code: 'version',
            weight: 'for',
            message: 'Kubernetes 1.35, in standard support.',
          },
          {
            code: 'fill',
            weight: 'for',
            message: 'Requests come to 40 % of its nodes with it.',
          },
          {
            code: 'price',
            weight: 'for',
            message: 'Its share of the nodes costs $133.33 a month.',
          },
        ],
      },
    ]);
  });

  it.each<[string, Partial<KnownCluster>[], Partial<PlacementWish>, string[]]>([
    [
      'room before a version',
      [
        {
          name: 'grows',
          capacity: {
            ...capacity,
            requested: capacity.allocatable,
            grows: true,
          },
        },
        { name: 'old', version: '1.33' },
        { name: 'unknown', capacity: undefined },
      ],
      {},
      ['old', 'grows', 'unknown'],
    ],
    [
      'a version before a price',
      [
        { name: 'cheap', version: '1.33', computeUsdPerMonth: 1 },
        { name: 'new' },
        { name: 'unsupported', version: '1.31' },
      ],
      {},
      ['new', 'cheap', 'unsupported'],
    ],
    [
      'strict policies before a price',
      [
        { name: 'cheap', policyLevel: 'baseline', computeUsdPerMonth: 1 },
        { name: 'strict', policyLevel: 'restricted' },
      ],
      { policyLevel: 'baseline' },
      ['strict', 'cheap'],
    ],
    [
      'the emptier before the cheaper',
      [
        {
          name: 'cheap',
          computeUsdPerMonth: 1,
          capacity: { ...capacity, requested: { vcpu: 50, memoryGib: 80 } },
        },
        { name: 'empty' },
      ],
      {},
      ['empty', 'cheap'],
    ],
    [
      'the cheaper of those alike, and one without a price last',
      [
        { name: 'no-price', computeUsdPerMonth: undefined },
        { name: 'dear', computeUsdPerMonth: 4000 },
        { name: 'cheap' },
      ],
      {},
      ['cheap', 'dear', 'no-price'],
    ],
    [
      'names of those that are the same',
      [{ name: 'b' }, { name: 'a' }],
      {},
      ['a', 'b'],
    ],
    [
      'an architecture that is there before one that may come',
      [
        { name: 'may', capacity: { ...capacity, grows: true } },
        { name: 'has', architectures: ['amd64', 'arm64'], version: '1.33' },
        { name: 'unread', architectures: undefined, version: '1.33' },
      ],
      { architecture: 'arm64' },
      ['has', 'may', 'unread'],
    ],
  ])('prefers %s', (_, clusters, wish, names) => {
    expect(ranked(clusters, wish)).toEqual(names);
  });

  it.each<[string, Partial<KnownCluster>, Partial<PlacementWish>, string]>([
    [
      'another environment',
      { environment: 'dev' },
      {},
      'Its environment is dev, not prod.',
    ],
    [
      'no known environment',
      { environment: '' },
      {},
      'Its environment is not known, not prod.',
    ],
    [
      'another Region',
      {},
      { regions: ['us-east-1'] },
      'Its Region is eu-west-1, not us-east-1.',
    ],
    [
      'another account',
      {},
      { accounts: ['444455556666'] },
      `Its account is ${ACCOUNT}, not 444455556666.`,
    ],
    [
      'a state in which nothing is made',
      { status: 'CREATING' },
      {},
      'It is CREATING.',
    ],
    [
      'no nodes of the kind',
      {},
      { architecture: 'arm64' },
      'It has no arm64 nodes.',
    ],
    [
      'too little room',
      {},
      { vcpu: 41 },
      '40 vCPUs and 160 GiB are free, too few, and no nodes come by themselves.',
    ],
    [
      'policies that allow more',
      { policyLevel: 'baseline' },
      { policyLevel: 'restricted' },
      'Its policies hold pods to baseline, not to restricted.',
    ],
  ])('does not take one with %s', (_, cluster, wish, message) => {
    const [choice] = place([cluster], wish);
    expect(choice.rank).toBeUndefined();
    expect(choice.reasons).toContainEqual(
      expect.objectContaining({ weight: 'deny', message }),
    );
  });

  it('tells of near misses before what is of another environment', () => {
    const choices = place(
      [
        ...Array.from({ length: 30 }, (_, index) => ({
          name: `a-${index}`,
          environment: 'dev',
        })),
        { name: 'c-elsewhere', region: 'us-east-1' },
        {
          name: 'd-full',
          capacity: { ...capacity, requested: capacity.allocatable },
        },
      ],
      { regions: ['eu-west-1'] },
    );
    expect(choices).toHaveLength(20);
    expect(choices.slice(0, 3).map(({ name }) => name)).toEqual([
      'd-full',
      'c-elsewhere',
      'a-0',
    ]);
  });

  it('never takes what is not known for good', () => {
    const [known, unknown] = place(
      [
        {
          name: 'a-unknown',
          capacity: undefined,
          version: '',
          architectures: undefined,
        },
        { name: 'z-known', architectures: ['arm64'] },
      ],
      { architecture: 'arm64', policyLevel: 'restricted' },
    );
    expect(known.name).toBe('z-known');
    expect(unknown.reasons.filter(({ weight }) => weight === 'for')).toEqual(
      [],
    );
  });
});
