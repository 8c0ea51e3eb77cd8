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

import { Settings } from 'luxon';
import { aRollout, aWave } from '../__testUtils__/rollouts';
import { rolloutTimeline } from './rolloutTimeline';

const NOW = new Date('2026-11-23T12:00:00Z');
const at = (time: string) => `2026-11-23T${time}:00Z`;

describe('rolloutTimeline', () => {
  const zone = Settings.defaultZone;
  beforeAll(() => {
    Settings.defaultZone = 'utc';
  });
  afterAll(() => {
    Settings.defaultZone = zone;
  });

  it('lays out what was, what is and what is expected', () => {
    const timeline = rolloutTimeline(
      aRollout({
        lifecycle: 'running',
        startedAt: at('10:00'),
        waves: [
          aWave({
            index: 1,
            lifecycle: 'done',
            startedAt: at('10:00'),
            endedAt: at('11:00'),
            bake: {
              ...aWave().bake,
              startedAt: at('10:15'),
              endedAt: at('11:00'),
            },
          }),
          aWave({
            index: 2,
            lifecycle: 'baking',
            startedAt: at('11:00'),
            bake: {
              ...aWave().bake,
              startedAt: at('11:30'),
              endsAt: at('12:30'),
            },
            forecast: {
              start: { p50: at('11:00'), p90: at('11:00') },
              end: { p50: at('12:30'), p90: at('13:00') },
            },
          }),
          aWave({
            index: 3,
            lifecycle: 'planned',
            forecast: {
              start: { p50: at('12:30'), p90: at('13:00') },
              end: { p50: at('13:30'), p90: at('14:00') },
            },
          }),
        ],
      }),
      NOW,
    )!;
    expect(timeline.now).toBe(50);
    expect(timeline.waves.get(1)).toEqual([
      { kind: 'run', start: 0, end: 6.25 },
      { kind: 'bake', start: 6.25, end: 25 },
    ]);
    expect(timeline.waves.get(2)).toEqual([
      { kind: 'run', start: 25, end: 37.5 },
      { kind: 'bake', start: 37.5, end: 50 },
      { kind: 'bakeLeft', start: 50, end: 62.5 },
      { kind: 'late', start: 62.5, end: 75 },
    ]);
    expect(timeline.waves.get(3)).toEqual([
      { kind: 'forecast', start: 62.5, end: 87.5 },
      { kind: 'late', start: 87.5, end: 100 },
    ]);
    expect(timeline.ticks.map(({ text }) => text)).toEqual([
      '11:00',
      '12:00',
      '13:00',
    ]);
  });

  it('shows nodes that move after the bake', () => {
    const timeline = rolloutTimeline(
      aRollout({
        startedAt: at('10:00'),
        waves: [
          aWave({
            lifecycle: 'running',
            startedAt: at('10:00'),
            bake: {
              ...aWave().bake,
              startedAt: at('10:30'),
              endedAt: at('11:00'),
            },
          }),
        ],
      }),
      NOW,
    )!;
    expect(timeline.waves.get(1)).toEqual([
      { kind: 'run', start: 0, end: 25 },
      { kind: 'bake', start: 25, end: 50 },
      { kind: 'run', start: 50, end: 100 },
    ]);
  });

  it('expects nothing of what is over, and has no now there', () => {
    const timeline = rolloutTimeline(
      aRollout({
        lifecycle: 'cancelled',
        startedAt: at('08:00'),
        endedAt: at('10:00'),
        waves: [
          aWave({
            index: 1,
            lifecycle: 'done',
            startedAt: at('08:00'),
            endedAt: at('09:00'),
          }),
          aWave({
            index: 2,
            lifecycle: 'cancelled',
            forecast: {
              start: { p50: at('13:00'), p90: at('13:00') },
              end: { p50: at('14:00'), p90: at('15:00') },
            },
          }),
        ],
      }),
      NOW,
    )!;
    expect(timeline.now).toBeUndefined();
    expect(timeline.waves.get(1)).toEqual([{ kind: 'run', start: 0, end: 50 }]);
    expect(timeline.waves.get(2)).toEqual([]);
  });

  it('is not there while nothing was and nothing is expected', () => {
    expect(
      rolloutTimeline(aRollout({ lifecycle: 'draft', waves: [aWave()] }), NOW),
    ).toBeUndefined();
  });

  it.each([
    [3, 3],
    [60, 7],
    [40 * 24 * 60, 7],
    [5 * 365 * 24 * 60, 50],
  ])('has over %i minutes no more than %i ticks', (minutes, most) => {
    const end = new Date(NOW.getTime() + minutes * 60_000).toISOString();
    const { ticks } = rolloutTimeline(
      aRollout({
        lifecycle: 'planned',
        startedAt: undefined,
        waves: [
          aWave({
            lifecycle: 'planned',
            forecast: {
              start: { p50: NOW.toISOString(), p90: NOW.toISOString() },
              end: { p50: end, p90: end },
            },
          }),
        ],
      }),
      NOW,
    )!;
    expect(ticks.length).toBeGreaterThan(0);
    expect(ticks.length).toBeLessThanOrEqual(most);
  });
});
