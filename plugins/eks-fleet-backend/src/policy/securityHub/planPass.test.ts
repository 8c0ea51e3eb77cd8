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

import { advance, laterKnown, planFull, planIncrement } from './planPass';
import type { HubStreamState } from './types';

const NOW = new Date('2026-11-29T12:00:00.000Z');
const MORNING = '2026-11-29T02:00:00.000Z';
const state = (more: Partial<HubStreamState> = {}): HubStreamState => ({
  stream: 'controls',
  pass: 3,
  ...more,
});

describe('planFull', () => {
  const begin = (isFirst: boolean) => ({
    kind: 'full',
    startedAt: NOW.toISOString(),
    pass: 4,
    isFirst,
  });

  it.each<[string, Partial<HubStreamState>, object | undefined]>([
    ['reads everything the first time', {}, begin(true)],
    ['reads nothing within a day', { fullAt: MORNING }, undefined],
    [
      'reads everything again after a day',
      { fullAt: '2026-11-28T12:00:00.000Z' },
      begin(false),
    ],
    [
      'goes on with what was not read to its end',
      {
        full: { startedAt: MORNING, cursor: '2026-11-10T00:00:00.000Z' },
      },
      {
        kind: 'full',
        startedAt: MORNING,
        pass: 3,
        from: '2026-11-10T00:00:00.000Z',
        isFirst: true,
      },
    ],
    [
      'begins anew where that is a day old',
      {
        fullAt: MORNING,
        full: {
          startedAt: '2026-11-28T11:59:59.000Z',
          cursor: '2026-11-10T00:00:00.000Z',
        },
      },
      begin(false),
    ],
    [
      'begins anew where it was begun by a clock that was ahead',
      { full: { startedAt: '2026-11-30T10:00:00.000Z' } },
      begin(true),
    ],
    [
      'does not believe a clock that was a day ahead',
      { fullAt: '2026-11-30T10:00:00.000Z' },
      begin(false),
    ],
  ])('%s', (_, more, pass) => {
    expect(planFull(state(more), NOW)).toEqual(pass);
  });
});

describe('planIncrement', () => {
  const since = (from: string | undefined) => ({
    kind: 'increment',
    startedAt: NOW.toISOString(),
    pass: 3,
    from,
  });

  it.each<[string, Partial<HubStreamState>, object | undefined]>([
    ['reads nothing before everything was read', {}, undefined],
    [
      'reads what was updated, and a little that it has read before',
      { fullAt: MORNING, watermark: '2026-11-29T11:50:00.000Z' },
      since('2026-11-29T11:20:00.000Z'),
    ],
    [
      'reads everything that there is since, where there was nothing',
      { fullAt: MORNING },
      since(undefined),
    ],
    [
      'does not believe a watermark of a clock that was ahead',
      { fullAt: MORNING, watermark: '2026-11-30T11:50:00.000Z' },
      since('2026-11-29T11:30:00.000Z'),
    ],
    [
      'comes before the rest of a long whole reading',
      {
        fullAt: '2026-11-28T02:00:00.000Z',
        full: { startedAt: MORNING, cursor: '2026-11-10T00:00:00.000Z' },
        watermark: '2026-11-29T11:50:00.000Z',
      },
      since('2026-11-29T11:20:00.000Z'),
    ],
  ])('%s', (_, more, pass) => {
    expect(planIncrement(state(more), NOW)).toEqual(pass);
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

describe('laterKnown', () => {
  const now = NOW.toISOString();
  const [early, late, tomorrow] = [
    '2026-11-29T10:30:00.000Z',
    '2026-11-29T11:00:00.000Z',
    '2026-11-30T11:00:00.000Z',
  ];

  it.each<[string, string | undefined, string | undefined, string | undefined]>(
    [
      ['is nothing where nothing is known', undefined, undefined, undefined],
      ['is what is new', undefined, early, early],
      ['stays where nothing is new', late, undefined, late],
      ['never goes back', late, early, late],
      ['goes on', early, late, late],
      ['comes back from tomorrow', tomorrow, early, early],
      ['forgets tomorrow', tomorrow, undefined, undefined],
    ],
  )('%s', (_, kept, time, expected) => {
    expect(laterKnown(kept, time, now)).toBe(expected);
  });
});
