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

import { NOW } from '../../__testUtils__/clock';
import { clustersOf } from '../plan/__testUtils__/planning';
import { forecast, minutes } from './__testUtils__/forecast';
import type {
  DurationSample,
  ForecastCell,
  ForecastInput,
  ForecastWave,
  WaveStanding,
} from './types';

const ago = (count: number) =>
  new Date(NOW.getTime() - count * 60_000).toISOString();

/** What is known of the cells of a wave, in their order. */
type CellStanding = Pick<ForecastCell, 'state' | 'stage'> & {
  hopStartedAt?: string;
};
type Standing = Partial<WaveStanding> & {
  cells?: CellStanding[];
  gates?: ForecastWave['gates'];
};

const DONE: CellStanding = { state: 'succeeded', stage: 'first' };
const PARKED: CellStanding = { state: 'running', stage: 'parked' };

function stand(
  wave: ForecastWave,
  standing: Standing | undefined,
): ForecastWave {
  if (!standing) {
    return wave;
  }
  const { cells = [], gates = wave.gates, ...rest } = standing;
  return {
    ...wave,
    gates,
    standing: { lifecycle: 'running', stage: 'first', ...rest },
    cells: wave.cells.map((cell, index) => {
      const { hopStartedAt, ...known } = cells[index] ?? {
        state: 'planned',
        stage: 'first',
      };
      return {
        ...known,
        clusters: cell.clusters.map(cluster => ({
          ...cluster,
          tracks: cluster.tracks.map(track => ({
            ...track,
            done: known.state === 'succeeded' ? track.hops.length : 0,
            ...(known.stage === 'parked' &&
              track.kind === 'controlPlane' && { done: track.hops.length }),
            hopStartedAt,
          })),
        })),
      };
    }),
  };
}

const ALL_DONE = {
  lifecycle: 'done' as const,
  cells: [DONE],
  endedAt: ago(60),
};

describe('forecastRollout of what is under way', () => {
  const clusters = clustersOf('dev', 5);
  const strategy = {
    concurrency: '1',
    waves: [{ name: 'one', size: '1' }, { name: 'rest' }],
  };
  const of = (
    standings: Array<Standing | undefined>,
    plan: Partial<Parameters<typeof forecast>[0]> = {},
    input: Partial<ForecastInput> = {},
  ) =>
    forecast(
      { clusters, ...plan, strategy: { ...strategy, ...plan.strategy } },
      input,
      waves => waves.map((wave, index) => stand(wave, standings[index])),
    );

  // Ten minutes each, one at a time, and an hour of bake after either wave.
  it.each<[string, Array<Standing | undefined>, number]>([
    ['nothing', [], 170],
    ['a wave that is done', [ALL_DONE], 100],
    [
      'a wave that bakes',
      [{ lifecycle: 'baking', cells: [DONE], bakeSecondsLeft: 600 }],
      110,
    ],
    ['a wave that waits for its gates', [{ lifecycle: 'gated' }], 170],
    ['a wave in its middle', [ALL_DONE, { cells: [DONE, DONE, DONE] }], 70],
    [
      'a cell that has been under way for four minutes',
      [ALL_DONE, { cells: [DONE, DONE, DONE, running(4)] }],
      66,
    ],
    [
      'a cell that is late',
      [ALL_DONE, { cells: [DONE, DONE, DONE, running(40)] }],
      60,
    ],
    [
      'a cell under way that is not the first one left',
      [ALL_DONE, { cells: [DONE, DONE, planned(), running(4)] }],
      6 + 10 + 60,
    ],
    [
      'a cell that failed',
      [ALL_DONE, { cells: [DONE, DONE, { state: 'failed', stage: 'first' }] }],
      70,
    ],
    [
      'all done',
      [
        ALL_DONE,
        {
          lifecycle: 'cancelled',
          endedAt: ago(60),
          cells: [DONE, DONE, DONE, DONE],
        },
      ],
      0,
    ],
  ])('knows %s', (_, standings, expected) => {
    expect(minutes(of(standings).end.p50)).toBe(expected);
  });

  it('lets cells under way go on through windows and freezes, and holds back the others', () => {
    const freezes = [
      {
        name: 'Sale',
        from: '2026-11-23T00:00:00Z',
        to: '2026-11-23T18:00:00Z',
      },
    ];
    const end = (cells: CellStanding[]) =>
      minutes(of([ALL_DONE, { cells }], { strategy: { freezes } }).end.p50);
    expect(end([DONE, DONE, DONE, running(4)])).toBe(66);
    expect(end([DONE, DONE, DONE])).toBe(360 + 10 + 60);
  });

  // One is under way with six minutes left; three wait, and then it bakes.
  it.each<[string, ForecastInput['stands'], [number, number], string[]]>([
    ['nothing', undefined, [6 + 30 + 60, 6 + 30 + 60], []],
    [
      'a pause',
      { seconds: { p50: 0, p90: 8 * 3600 }, message: 'It is paused' },
      [6 + 30 + 60, 8 * 60 + 30 + 60],
      ['It is paused'],
    ],
    [
      'an end for good',
      { seconds: 'never', message: 'It is being cancelled' },
      [6, 6],
      ['It is being cancelled'],
    ],
  ])('heeds %s', (_, stands, expected, conflicts) => {
    const cells = [running(4), planned(), planned(), planned()];
    const result = of([ALL_DONE, { cells }], {}, { stands });
    expect(result.conflicts).toEqual(conflicts);
    expect([minutes(result.end.p50), minutes(result.end.p90)]).toEqual(
      expected,
    );
  });

  it('waits for alarms to be quiet, and at p90 until a hold pauses', () => {
    const { end } = of([
      ALL_DONE,
      {
        lifecycle: 'baking',
        cells: [DONE, DONE, DONE, DONE],
        bakeSecondsLeft: 1200,
        held: { p50: 600, p90: 7200 },
      },
    ]);
    expect([minutes(end.p50), minutes(end.p90)]).toEqual([30, 140]);
  });

  it('waits for no approval that was given', () => {
    const asked = (open: boolean) =>
      minutes(
        of([
          ALL_DONE,
          {
            lifecycle: 'gated',
            gates: [{ phase: 'before', type: 'approval', open }],
          },
        ]).end.p90,
      );
    expect(asked(false) - asked(true)).toBe(8 * 60);
  });

  it('tells when a wave that runs has started', () => {
    const startedAt = ago(30);
    const { waves } = of([{ startedAt }]);
    expect(waves[0].start).toEqual({ p50: startedAt, p90: startedAt });
  });

  it('rests on what is still to be done', () => {
    const change = { kind: 'kubernetesVersion' as const, version: '1.34' };
    const kinds = (standings: Standing[]) =>
      of(standings, {
        change,
        clusters: clusters.slice(0, 2),
        strategy: { nodes: 'withControlPlane' },
      }).durations?.map(({ basis, kind }) => `${kind} ${basis}`);
    expect(kinds([])).toEqual(['controlPlane measured', 'nodegroup assumed']);
    expect(kinds([ALL_DONE, { ...ALL_DONE }])).toEqual([]);
  });

  it('rolls nodes after the bake, and only those that are left', () => {
    const change = { kind: 'kubernetesVersion' as const, version: '1.34' };
    const samples: DurationSample[] = Array.from({ length: 5 }, () => ({
      kind: 'nodegroup',
      seconds: 600,
      nodes: 3,
    }));
    const end = (standing: Standing) =>
      minutes(
        of(
          [standing],
          { change, strategy: { waves: [{ name: 'all' }] } },
          { samples },
        ).end.p50,
      );
    // Five node groups of ten minutes each, and an hour again.
    expect(
      end({
        lifecycle: 'baking',
        bakeSecondsLeft: 300,
        cells: Array.from({ length: 5 }, () => PARKED),
      }),
    ).toBe(5 + 50 + 60);
    expect(
      end({
        stage: 'nodes',
        cells: [
          DONE,
          DONE,
          DONE,
          { state: 'queued', stage: 'nodes' },
          { state: 'queued', stage: 'nodes' },
        ],
      }),
    ).toBe(20 + 60);
    expect(
      end({
        lifecycle: 'baking',
        stage: 'nodes',
        bakeSecondsLeft: 300,
        cells: Array.from({ length: 5 }, () => DONE),
      }),
    ).toBe(5);
  });
});

function running(sinceMinutes: number): CellStanding {
  return {
    state: 'running',
    stage: 'first',
    hopStartedAt: ago(sinceMinutes),
  };
}

function planned(): CellStanding {
  return { state: 'queued', stage: 'first' };
}
