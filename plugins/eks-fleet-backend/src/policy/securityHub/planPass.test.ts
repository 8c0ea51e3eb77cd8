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

import { advance, planPass, watermarkAfter } from './planPass';
import type { HubStreamState } from './types';

const NOW = new Date('2026-11-29T12:00:00.000Z');
const state = (more: Partial<HubStreamState> = {}): HubStreamState => ({
  stream: 'controls',
  pass: 3,
  ...more,
});

describe('planPass', () => {
  it.each<[string, Partial<HubStreamState>, object]>([
    [
      'reads everything the first time',
      { pass: 0 },
      { kind: 'full', startedAt: NOW.toISOString(), pass: 1 },
    ],
    [
      'then what was updated, and a little that it has read before',
      {
        fullAt: '2026-11-29T02:00:00.000Z',
        watermark: '2026-11-29T11:50:00.000Z',
      },
      {
        kind: 'increment',
        startedAt: NOW.toISOString(),
        pass: 3,
        from: '2026-11-29T11:20:00.000Z',
      },
    ],
    [
      'then everything that there is since, where there was nothing',
      { fullAt: '2026-11-29T02:00:00.000Z' },
      {
        kind: 'increment',
        startedAt: NOW.toISOString(),
        pass: 3,
        from: undefined,
      },
    ],
    [
      'everything again after a day',
      {
        fullAt: '2026-11-28T12:00:00.000Z',
        watermark: '2026-11-29T11:50:00.000Z',
      },
      { kind: 'full', startedAt: NOW.toISOString(), pass: 4 },
    ],
    [
      'goes on with what was not read to its end',
      {
        full: {
          startedAt: '2026-11-29T10:00:00.000Z',
          cursor: '2026-11-10T00:00:00.000Z',
        },
      },
      {
        kind: 'full',
        startedAt: '2026-11-29T10:00:00.000Z',
        pass: 3,
        from: '2026-11-10T00:00:00.000Z',
      },
    ],
    [
      'begins anew where that is a day old',
      {
        fullAt: '2026-11-29T02:00:00.000Z',
        full: {
          startedAt: '2026-11-28T11:59:59.000Z',
          cursor: '2026-11-10T00:00:00.000Z',
        },
      },
      { kind: 'full', startedAt: NOW.toISOString(), pass: 4 },
    ],
    [
      'begins anew where it was begun by a clock that was ahead',
      { full: { startedAt: '2026-11-30T10:00:00.000Z' } },
      { kind: 'full', startedAt: NOW.toISOString(), pass: 4 },
    ],
    [
      'does not believe a clock that was a day ahead',
      { fullAt: '2026-11-30T10:00:00.000Z' },
      { kind: 'full', startedAt: NOW.toISOString(), pass: 4 },
    ],
    [
      'nor a watermark that was',
      {
        fullAt: '2026-11-29T02:00:00.000Z',
        watermark: '2026-11-30T11:50:00.000Z',
      },
      {
        kind: 'increment',
        startedAt: NOW.toISOString(),
        pass: 3,
        from: '2026-11-29T11:30:00.000Z',
      },
    ],
  ])('%s', (_, more, pass) => {
    expect(planPass(state(more), NOW)).toEqual(pass);
  });
});

describe('advance', () => {
  const STARTED = '2026-11-29T12:00:00.000Z';

  it.each<[string, string | undefined, string[], string | undefined]>([
    ['nothing by nothing', undefined, [], undefined],
    [
      'to the latest',
      '2026-11-01T00:00:00.000Z',
      ['2026-11-03T00:00:00.000Z', '2026-11-02T00:00:00.000Z'],
      '2026-11-03T00:00:00.000Z',
    ],
    [
      'never back',
      '2026-11-05T00:00:00.000Z',
      ['2026-11-03T00:00:00.000Z'],
      '2026-11-05T00:00:00.000Z',
    ],
    [
      'never past its own beginning, whatever a sender’s clock says',
      undefined,
      ['2026-11-30T12:00:00.000Z'],
      STARTED,
    ],
  ])('moves %s', (_, reached, updated, expected) => {
    expect(advance(reached, updated, STARTED)).toBe(expected);
  });
});

describe('watermarkAfter', () => {
  const startedAt = '2026-11-29T12:00:00.000Z';

  it.each<
    [
      string,
      'full' | 'increment',
      string | undefined,
      string | undefined,
      string | undefined,
    ]
  >([
    ['is where all was read', 'full', undefined, startedAt, startedAt],
    [
      'forgets what was before all was read',
      'full',
      startedAt,
      '2026-11-28T00:00:00.000Z',
      '2026-11-28T00:00:00.000Z',
    ],
    [
      'stays where nothing was updated',
      'increment',
      '2026-11-29T11:00:00.000Z',
      '2026-11-29T10:30:00.000Z',
      '2026-11-29T11:00:00.000Z',
    ],
    [
      'moves with what was',
      'increment',
      '2026-11-29T11:00:00.000Z',
      '2026-11-29T11:40:00.000Z',
      '2026-11-29T11:40:00.000Z',
    ],
    [
      'comes back from tomorrow',
      'increment',
      '2026-11-30T11:00:00.000Z',
      undefined,
      startedAt,
    ],
  ])('%s', (_, kind, before, reached, expected) => {
    expect(watermarkAfter({ kind, startedAt }, before, reached)).toBe(expected);
  });
});
