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

import { daysLeft, expiryState, formatDate } from './expiry';

// Late in the evening by UTC, another day already in the east.
const NOW = new Date('2026-11-23T23:30:00Z');

describe('when things end', () => {
  it.each([
    ['2026-11-22', -1, 'past'],
    ['2026-11-23', 0, 'soon'],
    ['2026-12-07', 14, 'soon'],
    ['2026-12-08', 15, 'later'],
    ['soon', undefined, undefined],
  ])('counts the days until %s in UTC', (day, days, state) => {
    expect(daysLeft(day, NOW)).toBe(days);
    expect(expiryState(day, NOW)).toBe(state);
  });

  it('writes a day as that day, whatever the zone of the reader', () => {
    expect(formatDate('2026-12-24')).toBe('24 Dec 2026');
    expect(formatDate('2026-02-31')).toBeUndefined();
  });

  it('says nothing of what has no end', () => {
    expect(expiryState(undefined, NOW)).toBeUndefined();
  });
});
