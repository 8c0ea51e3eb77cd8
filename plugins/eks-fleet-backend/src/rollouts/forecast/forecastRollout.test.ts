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

import type { RolloutStrategy } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { clustersOf, planningCluster } from '../plan/__testUtils__/planning';
import { forecast, minutes, TEN_MINUTES } from './__testUtils__/forecast';
import type { DurationSample } from './types';

describe('forecastRollout', () => {
  it.each<[string, Parameters<typeof forecast>[0], number]>([
    ['one cluster and its bake', {}, 70],
    [
      'four clusters one after the other',
      { clusters: clustersOf('dev', 4), strategy: { concurrency: '1' } },
      100,
    ],
    [
      'four clusters two at a time',
      { clusters: clustersOf('dev', 4), strategy: { concurrency: '50%' } },
      80,
    ],
    [
      'four clusters at once',
      { clusters: clustersOf('dev', 4), strategy: { concurrency: '4' } },
      70,
    ],
    [
      'a bake of its own',
      { strategy: { waves: [{ name: 'all', bake: '5m' }] } },
      15,
    ],
    [
      'one wave after the other',
      {
        clusters: clustersOf('dev', 2),
        strategy: { waves: [{ name: 'one', size: '1' }, { name: 'rest' }] },
      },
      140,
    ],
    [
      'each minor on the way',
      { clusters: [planningCluster('old', { version: '1.31' })] },
      90,
    ],
    [
      'a cell of several, side by side',
      {
        clusters: ['a', 'b'].map(name =>
          planningCluster(name, { labels: { cell: 'x' } }),
        ),
        strategy: { cellBy: 'label:cell' },
      },
      70,
    ],
    [
      'a window that opens in two hours',
      {
        strategy: { windows: [{ days: ['mon'], from: '14:00', to: '15:00' }] },
      },
      190,
    ],
    [
      'a window that is open for one of two',
      {
        clusters: clustersOf('dev', 2),
        strategy: {
          windows: [{ days: ['mon', 'tue'], from: '11:00', to: '12:05' }],
        },
      },
      24 * 60 + 70 - 60,
    ],
    [
      'a freeze',
      {
        strategy: {
          freezes: [
            {
              name: 'Sale',
              from: '2026-11-23T00:00:00Z',
              to: '2026-11-23T18:00:00Z',
            },
          ],
        },
      },
      430,
    ],
    [
      'a schedule gate',
      {
        strategy: {
          before: [
            { type: 'schedule', with: { notBefore: '2026-11-23T15:00:00Z' } },
          ],
        },
      },
      250,
    ],
    [
      'a schedule gate with windows',
      {
        strategy: {
          before: [
            {
              type: 'schedule',
              with: {
                windows: [{ days: ['tue'], from: '00:00', to: '01:00' }],
              },
            },
          ],
        },
      },
      790,
    ],
    [
      'a schedule gate that says nothing',
      {
        strategy: {
          before: [{ type: 'schedule', with: { windows: ['x', null] } }],
        },
      },
      70,
    ],
  ])('counts %s', (_, plan, expected) => {
    expect(minutes(forecast(plan).end.p50)).toBe(expected);
  });

  it('bakes between the control planes and the nodes, and once more', () => {
    const samples: DurationSample[] = [
      ...TEN_MINUTES,
      ...Array.from({ length: 5 }, () => ({
        kind: 'nodegroup' as const,
        seconds: 600,
        nodes: 2,
      })),
    ];
    const change = { kind: 'kubernetesVersion' as const, version: '1.34' };
    const clusters = clustersOf('dev', 2, { nodegroups: [{ desiredSize: 4 }] });
    // Ten minutes each, an hour, four nodes of five minutes each, and an hour again.
    for (const [nodes, end] of [
      ['afterBake', 20 + 60 + 40 + 60],
      ['withControlPlane', 60 + 60],
    ] as const) {
      const result = forecast(
        { change, clusters, strategy: { nodes } },
        { samples },
      );
      expect(minutes(result.end.p50)).toBe(end);
    }
  });

  it('heeds the company’s calendar where a gate does', () => {
    const freezes = [
      {
        name: 'Sale',
        from: '2026-11-23T00:00:00Z',
        to: '2026-11-23T18:00:00Z',
      },
    ];
    const gated = { strategy: { before: [{ type: 'freeze' }] } };
    expect(minutes(forecast(gated, { freezes }).end.p50)).toBe(430);
    expect(minutes(forecast({}, { freezes }).end.p50)).toBe(70);
  });

  it('counts a day’s work for an approval at p90, and nothing at p50', () => {
    const plain = forecast({});
    const gated = forecast({ strategy: { before: [{ type: 'approval' }] } });
    expect(gated.end.p50).toBe(plain.end.p50);
    expect(minutes(gated.end.p90)).toBe(minutes(plain.end.p90) + 8 * 60);
  });

  describe('what it rests on', () => {
    it.each<[string, DurationSample[], string, number]>([
      ['nothing', [], 'assumed', 0],
      ['too little', TEN_MINUTES.slice(1), 'assumed', 0],
      ['enough', TEN_MINUTES, 'measured', 5],
      [
        'nonsense',
        TEN_MINUTES.map(item => ({ ...item, seconds: NaN })),
        'assumed',
        0,
      ],
    ])('is %s', (_, samples, basis, count) => {
      expect(forecast({}, { samples })).toMatchObject({
        basis,
        samples: count,
      });
    });

    it('is assumed where one kind of several is', () => {
      const change = { kind: 'kubernetesVersion' as const, version: '1.34' };
      expect(forecast({ change })).toMatchObject({
        basis: 'assumed',
        samples: 5,
      });
    });

    it('takes the middle and the slow ones of what was measured', () => {
      const samples = [1, 2, 3, 4, 5, 6, 7, 8, 9, 100].map(number => ({
        kind: 'controlPlane' as const,
        seconds: number * 60,
      }));
      const { end } = forecast({}, { samples });
      expect([minutes(end.p50), minutes(end.p90)]).toEqual([65, 69]);
    });
  });

  it.each<[string, Partial<RolloutStrategy>, string[]]>([
    ['nothing', {}, []],
    [
      'a freeze',
      {
        freezes: [
          {
            name: 'Sale',
            from: '2026-11-23T00:00:00Z',
            to: '2026-11-26T00:00:00Z',
          },
        ],
      },
      ['all waits for the end of the freeze Sale until 2026-11-26'],
    ],
    [
      'windows',
      { windows: [{ days: ['tue'], from: '09:00', to: '17:00' }] },
      ['all waits for its maintenance windows'],
    ],
    [
      'windows that never open',
      {
        windows: [{ days: ['tue'], from: '09:00', to: '17:00', timeZone: 'x' }],
      },
      ['No window ever opens for all'],
    ],
    [
      'gates that are shut',
      {
        before: [
          { type: 'schedule', with: { notBefore: '2026-12-01T00:00:00Z' } },
        ],
      },
      ['The gates before all stay shut until 2026-12-01'],
    ],
    [
      'gates that never open',
      {
        before: [
          {
            type: 'schedule',
            with: { windows: [{ days: [], from: '09:00', to: '10:00' }] },
          },
        ],
      },
      ['The gates before all never open'],
    ],
  ])('runs into %s', (_, strategy, conflicts) => {
    expect(forecast({ strategy }).conflicts).toEqual(conflicts);
  });
});
