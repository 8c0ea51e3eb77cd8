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

import type {
  RolloutStrategy,
  WaveRule,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { PlanInput } from '../types';
import {
  clustersOf,
  planInput,
  planningCluster,
  strategyOf,
} from './__testUtils__/planning';
import { planWaves } from './planWaves';

const PROD = { match: { environments: ['prod'] } };
const FLEET = [...clustersOf('dev', 2), ...clustersOf('prod', 8)];

function problemsOf(
  waves: WaveRule[],
  input: Partial<PlanInput> = {},
  strategy: Partial<RolloutStrategy> = {},
) {
  const { problems } = planWaves(
    planInput({
      clusters: FLEET,
      strategy: strategyOf({ waves, ...strategy }),
      now: new Date('2026-11-23T12:00:00Z'),
      ...input,
    }),
  );
  return problems.map(
    ({ severity, code, wave, message }) =>
      `${severity} ${code}${wave ? ` ${wave}` : ''}: ${message}`,
  );
}

const DEV: WaveRule = { name: 'dev', match: { environments: ['dev'] } };
const ONE: WaveRule = { name: 'one', ...PROD, size: '1' };
const system = (name: string) => ({ system: `system:default/${name}` });

describe('lintPlan', () => {
  it('has nothing to say of waves that grow from one', () => {
    expect(
      problemsOf([
        DEV,
        ONE,
        { name: 'three', ...PROD, size: '3' },
        { name: 'rest', ...PROD },
      ]),
    ).toEqual([]);
  });

  it.each<[string, WaveRule[], string[]]>([
    [
      'a first wave in production of more than one cell',
      [
        DEV,
        { name: 'prod', ...PROD, size: '2' },
        { name: 'rest', ...PROD, size: '4' },
        { name: 'last', ...PROD },
      ],
      [
        'warning wave.firstProductionNotOne 2: prod is the first wave in production and has 2 cells; begin with one',
      ],
    ],
    [
      'a wave that is larger than all before it',
      [DEV, ONE, { name: 'rest', ...PROD }],
      [
        'warning wave.largerThanAllBefore 3: rest has 7 cells, more than the 3 of all waves before it',
      ],
    ],
    [
      'a rule that nothing is left for',
      [
        DEV,
        ONE,
        { name: 'three', ...PROD, size: '3' },
        { name: 'rest', ...PROD },
        { name: 'moon', match: { environments: ['moon'] } },
      ],
      [
        'warning wave.empty: No cluster is left for moon, so it is not part of the plan',
      ],
    ],
    [
      'clusters in no wave',
      [DEV, ONE],
      ['warning cluster.unassigned: 7 clusters are in no wave'],
    ],
    [
      'clusters that several rules match, those that take the rest apart',
      [
        DEV,
        { name: 'named', match: { clusters: ['prod-03'] } },
        { name: 'three', ...PROD, size: '3' },
        { name: 'prod', ...PROD },
        { name: 'rest' },
      ],
      [
        'warning wave.empty: No cluster is left for rest, so it is not part of the plan',
        'warning wave.overlap: named took 1 cluster that three and prod would have taken too; the first wave has them',
      ],
    ],
  ])('tells of %s', (_, waves, expected) => {
    expect(problemsOf(waves)).toEqual(expected);
  });

  it('does not mind large waves outside of production', () => {
    expect(
      problemsOf([
        { name: 'first', match: { clusters: ['dev-01'] } },
        {
          name: 'second',
          match: { environments: ['dev', 'prod'] },
          production: false,
        },
      ]),
    ).toEqual([
      'warning wave.overlap: first took 1 cluster that second would have taken too; the first wave has them',
    ]);
  });

  it('tells of a wave that holds every cluster of a system which has more than one', () => {
    const clusters = [
      planningCluster('pay-1', system('pay')),
      planningCluster('pay-2', system('pay')),
      planningCluster('shop-1', system('shop')),
      planningCluster('shop-2', system('shop')),
      planningCluster('alone', system('alone')),
    ];
    expect(
      problemsOf(
        [
          { name: 'first', match: { clusters: ['shop-1'] } },
          {
            name: 'rest',
            match: { clusters: ['pay-1', 'pay-2', 'shop-2', 'alone'] },
          },
        ],
        { clusters },
      ),
    ).toEqual([
      'warning wave.wholeSystem 2: rest holds all 2 clusters of system:default/pay; leave one for a later wave',
    ]);
  });

  it('tells of a wave that holds both of a pair', () => {
    const clusters = ['blue', 'green'].map(name =>
      planningCluster(name, { labels: { pair: 'shop' } }),
    );
    const waves = [{ name: 'all' }];
    expect(problemsOf(waves, { clusters, pairLabel: 'pair' })).toEqual([
      'warning wave.bothOfPair 1: all holds blue and green, which are a pair by pair=shop; put them in two waves',
    ]);
    expect(problemsOf(waves, { clusters })).toEqual([]);
  });

  it('tells of cells that several waves cut', () => {
    const clusters = ['a', 'b'].map(name =>
      planningCluster(name, { labels: { cell: 'x' } }),
    );
    expect(
      problemsOf(
        [{ name: 'first', match: { clusters: ['a'] } }, { name: 'rest' }],
        { clusters },
        { cellBy: 'label:cell' },
      ),
    ).toEqual([
      'warning cell.split: cell=x is cut into cells of first and rest',
    ]);
  });

  it.each<[string, Partial<PlanInput>, string[]]>([
    [
      'a version that is not named',
      { change: { kind: 'kubernetesVersion' } },
      ['error change.incomplete: Say which version to reach'],
    ],
    [
      'a version that EKS does not have',
      {
        change: { kind: 'kubernetesVersion', version: '1.53' },
        kubernetesVersions: ['1.33', '1.34'],
      },
      ['error change.unknownVersion: EKS has no Kubernetes 1.53 yet'],
    ],
    [
      'add-ons that are not named',
      { change: { kind: 'addons' } },
      ['error change.incomplete: Say which add-ons go to which version'],
    ],
  ])('tells of %s', (_, input, expected) => {
    expect(problemsOf([DEV, { name: 'rest' }], input)).toEqual(
      expect.arrayContaining(expected),
    );
  });

  it('tells of a plan in which nothing moves', () => {
    expect(problemsOf([{ name: 'all' }], { clusters: [] })).toEqual([
      'error plan.empty: No cluster has to move',
      'warning wave.empty: No cluster is left for all, so it is not part of the plan',
    ]);
  });

  it('tells once what many clusters have to say', () => {
    const clusters = ['a', 'b'].map(name =>
      planningCluster(name, { nodegroups: [{ amiType: 'CUSTOM' }] }),
    );
    const { problems } = planWaves(planInput({ clusters }));
    expect(problems).toEqual([
      {
        code: 'nodes.notMoved',
        severity: 'warning',
        message:
          'The node group workers has an image of its own: move it by its launch template',
        clusters: clusters.map(({ arn }) => arn),
      },
    ]);
  });

  it.each([
    ['6d23h', []],
    [
      '7d',
      [
        'warning bake.pastRollback 1: all bakes for 7d; EKS goes back to the version before within seven days only',
      ],
    ],
  ])(
    'holds a bake of %s against the days in which EKS goes back',
    (bake, expected) => {
      const clusters = clustersOf('dev', 2);
      expect(problemsOf([{ name: 'all', bake }], { clusters })).toEqual(
        expected,
      );
    },
  );

  it('does not where nothing could go back anyway', () => {
    const clusters = clustersOf('dev', 1, {
      nodegroups: [{ releaseVersion: '1.33.5-20261001' }],
    });
    const change = {
      kind: 'nodeImages' as const,
      releaseVersion: '1.33.5-20261110',
    };
    expect(
      problemsOf([{ name: 'all', bake: '8d' }], { clusters, change }),
    ).toEqual([]);
  });

  it.each<[string, Partial<RolloutStrategy>, string[]]>([
    [
      'a time zone that does not exist',
      {
        windows: [
          {
            days: ['mon'],
            from: '09:00',
            to: '17:00',
            timeZone: 'Europe/Berlln',
          },
        ],
      },
      [
        'error windows.unknownTimeZone: Europe/Berlln is no time zone, so its window never opens; write it as in Europe/Berlin',
        'error windows.neverOpen 1: all cannot start: No maintenance window ever opens',
      ],
    ],
    [
      'a freeze that hardly ends',
      {
        freezes: [
          {
            name: 'For ever',
            from: '2026-01-01T00:00:00Z',
            to: '2099-01-01T00:00:00Z',
            environments: ['dev'],
          },
        ],
      },
      [
        'warning windows.neverOpen 1: all cannot start: The freeze For ever lasts until Thu 1 Jan 2099 00:00 (UTC)',
      ],
    ],
    [
      'nothing of a freeze elsewhere',
      {
        freezes: [
          {
            name: 'For ever',
            from: '2026-01-01T00:00:00Z',
            to: '2099-01-01T00:00:00Z',
            environments: ['prod'],
          },
        ],
      },
      [],
    ],
    [
      'nothing of a freeze that ends soon',
      {
        freezes: [
          {
            name: 'Week',
            from: '2026-11-20T00:00:00Z',
            to: '2026-11-30T00:00:00Z',
          },
        ],
      },
      [],
    ],
  ])('tells of %s', (_, strategy, expected) => {
    const clusters = clustersOf('dev', 1);
    expect(problemsOf([{ name: 'all' }], { clusters }, strategy)).toEqual(
      expected,
    );
  });
});
