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

import type { WaveRule } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { HOSTILE } from '../../readiness/__testUtils__/randomInput';
import {
  clustersOf,
  planInput,
  planningCluster,
  strategyOf,
  wordWaves,
} from './__testUtils__/planning';
import { planWaves } from './planWaves';

const FLEET = [
  ...clustersOf('dev', 2),
  ...clustersOf('prod', 4, { region: 'us-east-1' }),
  ...clustersOf('staging', 2, { accountId: '444455556666' }),
];

const plan = (waves: WaveRule[], change = {}) =>
  planWaves(
    planInput({ clusters: FLEET, strategy: strategyOf({ waves, ...change }) }),
  );

describe('planWaves', () => {
  it.each<[string, WaveRule[], string[]]>([
    [
      'takes all in one wave where a rule has no condition',
      [{ name: 'all' }],
      [
        'all: dev-01 dev-02 prod-01 prod-02 prod-03 prod-04 staging-01 staging-02',
      ],
    ],
    [
      'lets the first rule have what several match',
      [
        { name: 'canary', match: { clusters: ['prod-02'] } },
        { name: 'prod', match: { environments: ['prod'] } },
        { name: 'rest' },
      ],
      [
        'canary: prod-02',
        'prod: prod-01 prod-03 prod-04',
        'rest: dev-01 dev-02 staging-01 staging-02',
      ],
    ],
    [
      'takes so many cells as its size says, and leaves the rest to the next',
      [
        { name: 'one', match: { environments: ['prod'] }, size: '1' },
        { name: 'half', match: { environments: ['prod'] }, size: '50%' },
        { name: 'rest' },
      ],
      [
        'one: prod-01',
        'half: prod-02',
        'rest: dev-01 dev-02 prod-03 prod-04 staging-01 staging-02',
      ],
    ],
    [
      'takes at least one cell where a share comes to less',
      [{ name: 'few', size: '1%' }],
      ['few: dev-01'],
    ],
    [
      'takes no more than there are',
      [{ name: 'many', match: { environments: ['dev'] }, size: '99' }],
      ['many: dev-01 dev-02'],
    ],
    [
      'makes one wave for each environment, the smallest first',
      [{ name: 'env', splitBy: 'environment' }],
      [
        'env-dev: dev-01 dev-02',
        'env-staging: staging-01 staging-02',
        'env-prod: prod-01 prod-02 prod-03 prod-04',
      ],
    ],
    [
      'takes its size of each wave that it is split into',
      [{ name: 'first', splitBy: 'region', size: '1' }],
      ['first-eu-west-1: dev-01', 'first-us-east-1: prod-01'],
    ],
    [
      'splits by a label, those without it apart',
      [{ name: 'tier', splitBy: 'label:tier' }],
      [
        'tier-none: dev-01 dev-02 prod-01 prod-02 prod-03 prod-04 staging-01 staging-02',
      ],
    ],
    [
      'matches by account, Region and any of a label’s values',
      [
        { name: 'account', match: { accounts: ['444455556666'] } },
        { name: 'region', match: { regions: ['us-east-1'] }, size: '1' },
        { name: 'label', match: { labels: { environment: 'qa, dev' } } },
      ],
      [
        'account: staging-01 staging-02',
        'region: prod-01',
        'label: dev-01 dev-02',
      ],
    ],
    [
      'leaves a wave out that nothing is left for',
      [{ name: 'nowhere', match: { environments: ['moon'] } }, { name: 'all' }],
      [
        'all: dev-01 dev-02 prod-01 prod-02 prod-03 prod-04 staging-01 staging-02',
      ],
    ],
  ])('%s', (_, waves, expected) => {
    expect(wordWaves(plan(waves))).toEqual(expected);
  });

  it('numbers waves from 1 and knows which are production', () => {
    const { waves } = plan([{ name: 'env', splitBy: 'environment' }]);
    expect(waves.map(({ index, production }) => [index, production])).toEqual([
      [1, false],
      [2, false],
      [3, true],
    ]);
  });

  it('believes a rule that says what is production', () => {
    const { waves } = plan([
      { name: 'dev', match: { environments: ['dev'] }, production: true },
      { name: 'rest', production: false },
    ]);
    expect(waves.map(({ production }) => production)).toEqual([true, false]);
  });

  it('makes one cell of all clusters with the same value of a label', () => {
    const clusters = [
      planningCluster('a', { labels: { cell: 'x' } }),
      planningCluster('b'),
      planningCluster('c', { labels: { cell: 'x' } }),
    ];
    const strategy = strategyOf({ cellBy: 'label:cell' });
    const [{ cells }] = planWaves(planInput({ clusters, strategy })).waves;
    expect(
      cells.map(({ name, clusters: own }) => [
        name,
        ...own.map(({ cluster }) => cluster.name),
      ]),
    ).toEqual([
      ['x', 'a', 'c'],
      ['b', 'b'],
    ]);
  });

  it('takes the first cluster of each system before the second of any', () => {
    const clusters = ['a1', 'a2', 'b1', 'b2'].map(name =>
      planningCluster(name, { system: `system:default/${name[0]}` }),
    );
    const strategy = strategyOf({
      waves: [{ name: 'half', size: '50%' }, { name: 'rest' }],
    });
    expect(wordWaves(planWaves(planInput({ clusters, strategy })))).toEqual([
      'half: a1 b1',
      'rest: a2 b2',
    ]);
  });

  it.each([
    [undefined, undefined, '25%', 2, '0', 0],
    ['50%', '25%', '50%', 4, '25%', 2],
    ['1%', '10%', '1%', 1, '10%', 0],
    ['3', '1', '3', 3, '1', 1],
    ['100', '100', '100', 8, '100', 8],
  ])(
    'of 8 cells, resolves a concurrency of %s and a failure budget of %s',
    (concurrency, failureBudget, ...expected) => {
      const [wave] = plan([{ name: 'all' }], {
        concurrency,
        failureBudget,
      }).waves;
      expect([
        wave.concurrency.asked,
        wave.concurrency.resolved,
        wave.failureBudget.asked,
        wave.failureBudget.resolved,
      ]).toEqual(expected);
    },
  );

  it('prefers what a wave says of itself', () => {
    const [wave] = plan(
      [{ name: 'all', concurrency: '2', failureBudget: '1', bake: '1d' }],
      { concurrency: '50%', failureBudget: '0', bake: { first: '1h' } },
    ).waves;
    expect(wave).toMatchObject({
      concurrency: { resolved: 2 },
      failureBudget: { resolved: 1 },
      bakeSeconds: 86_400,
    });
  });

  it('resolves the failure budget of the whole rollout over all cells', () => {
    expect(
      plan([{ name: 'all' }], { rolloutFailureBudget: '30%' })
        .rolloutFailureBudget,
    ).toEqual({ asked: '30%', resolved: 2 });
  });

  it('bakes less the more was done before', () => {
    const { waves } = plan([
      { name: 'one', size: '1' },
      { name: 'two', size: '1' },
      { name: 'four', size: '4' },
      { name: 'rest' },
    ]);
    expect(waves.map(({ bakeSeconds }) => bakeSeconds / 3600)).toEqual([
      12, 9.5, 7, 2,
    ]);
  });

  it('says of each cluster which wave took it, and by what', () => {
    const { waves } = plan([
      {
        name: 'canary',
        match: { environments: ['prod'], labels: { environment: 'prod' } },
        splitBy: 'region',
        size: '1',
      },
    ]);
    expect(waves[0].cells[0].clusters[0].trace).toBe(
      'Wave canary-us-east-1 took it by environment prod, environment=prod, Region us-east-1, 1 of 4 cells',
    );
  });

  it('says of clusters in no wave why', () => {
    const { unassigned } = plan([
      { name: 'one', match: { environments: ['dev'] }, size: '1' },
    ]);
    expect(
      unassigned.map(({ cluster, reason }) => `${cluster.name}: ${reason}`),
    ).toEqual(
      expect.arrayContaining([
        'dev-02: one took 1 of 2 cells, and no wave after it takes the rest',
        'prod-01: No wave matches it: it has environment prod, environment=prod',
      ]),
    );
    expect(unassigned).toHaveLength(7);
  });

  it('skips what has nothing to do, or must not be touched, and says why', () => {
    const { skipped, waves } = planWaves(
      planInput({
        selection: { exclude: [planningCluster('excluded').arn] },
        clusters: [
          planningCluster('excluded'),
          planningCluster('foreign', { foreign: true }),
          planningCluster('nobody', {
            ability: {
              cannot: 'No fleet repository has its file',
              canRollBack: false,
              nodesApart: false,
              walksMinorsAlone: false,
            },
          }),
          planningCluster('newer', { version: '1.35' }),
          planningCluster('there', { version: '1.34' }),
          planningCluster('unseen', {
            observations: {},
            version: 'unheard of',
          }),
        ],
      }),
    );
    expect(waves).toEqual([]);
    expect(skipped.map(({ name, code }) => [name, code])).toEqual([
      ['excluded', 'excluded'],
      ['foreign', 'foreign'],
      ['newer', 'tooNew'],
      ['nobody', 'noExecutor'],
      ['there', 'alreadyThere'],
      ['unseen', 'notObserved'],
    ]);
  });

  it.each(HOSTILE)('plans whatever names and labels there are: %j', text => {
    const clusters = [1, 2].map(number =>
      planningCluster(`cluster-${number}`, {
        environment: text,
        system: text,
        labels: { [text]: text, pair: text },
        nodegroups: [{ name: text }],
      }),
    );
    const { waves, problems } = planWaves(
      planInput({
        clusters,
        pairLabel: 'pair',
        strategy: strategyOf({
          cellBy: 'label:pair',
          waves: [{ name: 'by', splitBy: 'label:pair' }],
        }),
      }),
    );
    expect(waves).toHaveLength(1);
    expect(waves[0].name).toMatch(/^by-[a-z0-9]([a-z0-9-]{0,58}[a-z0-9])?$/);
    for (const words of [
      waves[0].cells[0].clusters[0].trace,
      ...problems.map(({ message }) => message),
    ]) {
      // eslint-disable-next-line no-control-regex
      expect(words).not.toMatch(/[\u0000-\u001f]/);
      expect(words.length).toBeLessThan(1000);
    }
  });

  it('takes no label from what every object has', () => {
    const { waves } = planWaves(
      planInput({
        strategy: strategyOf({
          waves: [
            {
              name: 'proto',
              match: { labels: { constructor: 'function Object' } },
            },
          ],
        }),
      }),
    );
    expect(waves).toEqual([]);
  });

  it('plans 1,000 clusters in waves of which none is larger than all before it', () => {
    const clusters = clustersOf('prod', 1_000);
    const { waves, unassigned, skipped, problems } = planWaves(
      planInput({
        clusters,
        strategy: strategyOf({
          waves: Array.from({ length: 11 }, (_, index) => ({
            name: `wave-${index}`,
            size: String(Math.max(2 ** (index - 1), 1)),
          })),
        }),
      }),
    );
    expect(waves.map(({ cells }) => cells.length)).toEqual([
      1, 1, 2, 4, 8, 16, 32, 64, 128, 256, 488,
    ]);
    expect([unassigned, skipped, problems]).toEqual([[], [], []]);
  });
});
