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

import { clustersOf } from '../plan/__testUtils__/planning';
import type { DurationSample, ForecastInput } from '../types';
import { forecast, minutes } from './__testUtils__/forecast';

describe('forecastRollout of what is under way', () => {
  const clusters = clustersOf('dev', 5);
  const strategy = {
    concurrency: '1',
    waves: [{ name: 'one', size: '1' }, { name: 'rest' }],
  };
  it.each<[string, NonNullable<ForecastInput['progress']>, number]>([
    ['nothing', [], 170],
    [
      'a wave that is done',
      [
        {
          wave: 1,
          lifecycle: 'done',
          cellsDone: 1,
          endedAt: '2026-11-23T11:00:00Z',
        },
      ],
      100,
    ],
    [
      'a wave that bakes',
      [{ wave: 1, lifecycle: 'baking', cellsDone: 1, bakeSecondsLeft: 600 }],
      110,
    ],
    [
      'a wave that waits for its gates',
      [{ wave: 1, lifecycle: 'gated', cellsDone: 0 }],
      170,
    ],
    [
      'a wave in its middle',
      [
        {
          wave: 1,
          lifecycle: 'done',
          cellsDone: 1,
          endedAt: '2026-11-23T11:00:00Z',
        },
        {
          wave: 2,
          lifecycle: 'running',
          cellsDone: 3,
          startedAt: '2026-11-23T11:30:00Z',
        },
      ],
      70,
    ],
    [
      'all done',
      [
        {
          wave: 1,
          lifecycle: 'done',
          cellsDone: 1,
          endedAt: '2026-11-23T10:00:00Z',
        },
        {
          wave: 2,
          lifecycle: 'cancelled',
          cellsDone: 0,
          endedAt: '2026-11-23T11:00:00Z',
        },
      ],
      0,
    ],
  ])('knows %s', (_, progress, expected) => {
    const { end } = forecast({ clusters, strategy }, { progress });
    expect(minutes(end.p50)).toBe(expected);
  });

  it('tells when a wave that runs has started', () => {
    const startedAt = '2026-11-23T11:30:00.000Z';
    const { waves } = forecast(
      { clusters, strategy },
      {
        progress: [{ wave: 1, lifecycle: 'running', cellsDone: 0, startedAt }],
      },
    );
    expect(waves[0].start).toEqual({ p50: startedAt, p90: startedAt });
  });

  it('rolls nodes after the bake, and only those that are left', () => {
    const change = { kind: 'kubernetesVersion' as const, version: '1.34' };
    const samples: DurationSample[] = Array.from({ length: 5 }, () => ({
      kind: 'nodegroup',
      seconds: 600,
      nodes: 3,
    }));
    const end = (progress: ForecastInput['progress']) =>
      minutes(
        forecast(
          { change, clusters, strategy: { concurrency: '1' } },
          { samples, progress },
        ).end.p50,
      );
    const wave = (
      lifecycle: string,
      rest: Partial<NonNullable<ForecastInput['progress']>[number]>,
    ) => end([{ wave: 1, lifecycle, cellsDone: 0, ...rest }]);
    // Five node groups of ten minutes each, and an hour again.
    expect(wave('baking', { bakeSecondsLeft: 300 })).toBe(5 + 50 + 60);
    expect(wave('running', { stage: 'nodes', cellsDone: 3 })).toBe(20 + 60);
    expect(wave('baking', { stage: 'nodes', bakeSecondsLeft: 300 })).toBe(5);
  });
});
