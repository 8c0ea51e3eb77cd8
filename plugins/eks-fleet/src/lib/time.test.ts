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

import { NOW } from '../__testUtils__/fleet';
import { Settings } from 'luxon';
import { formatAge, formatDay, formatExact } from './time';

describe('formatAge', () => {
  it.each([
    ['2026-11-23T11:56:00Z', '4 min. ago'],
    ['2026-11-20T12:00:00Z', '3 days ago'],
    ['2026-11-26T12:00:00Z', 'in 3 days'],
    ['no time', undefined],
    [undefined, undefined],
  ])('says %s as %s', (time, age) => {
    expect(formatAge(time, NOW)).toBe(age);
  });
});

it('gives the day in UTC', () => {
  expect(formatDay('2027-03-23T00:00:00Z')).toBe('23 Mar 2027');
});

it.each(['Asia/Tokyo', 'America/Lima'])(
  'gives a day without a time as it is to a reader in %s',
  zone => {
    Settings.defaultZone = zone;
    try {
      expect(formatDay('2026-12-20')).toBe('20 Dec 2026');
    } finally {
      Settings.defaultZone = 'system';
    }
  },
);

it('gives the exact time in UTC too', () => {
  expect(formatExact('2026-11-23T11:56:00Z')).toContain(
    '(23 Nov 2026 11:56:00 UTC)',
  );
});
