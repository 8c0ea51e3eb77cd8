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
import { formatDuration, formatMoment } from './rolloutTimes';

describe('formatDuration', () => {
  it.each([
    [0, '0 s'],
    [45, '45 s'],
    [90, '1 min 30 s'],
    [21_600, '6 h'],
    [19_200, '5 h 20 min'],
    [90_061, '1 d 1 h'],
    [-5, '0 s'],
  ])('of %i s is %s', (seconds, text) => {
    expect(formatDuration(seconds)).toBe(text);
  });
});

describe('formatMoment', () => {
  const zone = Settings.defaultZone;
  beforeAll(() => {
    Settings.defaultZone = 'Europe/Berlin';
  });
  afterAll(() => {
    Settings.defaultZone = zone;
  });

  it.each([
    ['2026-11-23T15:40:00Z', '16:40'],
    ['2026-11-23T23:30:00Z', 'Tue 00:30'],
    ['2026-11-20T08:00:00Z', 'Fri 09:00'],
    ['2026-12-14T08:00:00Z', '14 Dec'],
    ['2027-01-12T08:00:00Z', '12 Jan 2027'],
    ['nonsense', undefined],
    [undefined, undefined],
  ])('words %s as %s', (iso, text) => {
    expect(formatMoment(iso, new Date('2026-11-23T12:00:00Z'))).toBe(text);
  });
});
