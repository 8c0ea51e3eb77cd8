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

import { SupportCalendar } from './SupportCalendar';

const calendar = new SupportCalendar([
  {
    partition: 'aws',
    observedAt: '2026-11-23T00:00:00.000Z',
    versions: [
      {
        version: '1.34',
        endOfStandardSupport: '2027-01-01T00:00:00.000Z',
        endOfExtendedSupport: '2028-01-01T00:00:00.000Z',
      },
      { version: '1.36' },
    ],
  },
]);

describe('SupportCalendar', () => {
  it('orders versions by number', () => {
    const versions = calendar.versions('aws').map(item => item.version);
    expect(versions.at(0)).toBe('1.23');
    expect(versions.at(-1)).toBe('1.36');
  });

  it.each([
    ['1.34', '2026-12-31T23:59:59Z', 'standard', 0],
    ['1.34', '2027-01-01T00:00:00Z', 'extended', 365],
    ['1.34', '2028-01-02T00:00:00Z', 'unsupported', -1],
    ['1.31', '2026-11-23T12:00:00Z', 'extended', 2],
    ['1.36', '2026-11-23T12:00:00Z', 'unknown', undefined],
    ['1.99', '2026-11-23T12:00:00Z', 'unknown', undefined],
    ['', '2026-11-23T12:00:00Z', 'unknown', undefined],
  ])('%s at %s is %s', (version, now, state, daysLeft) => {
    expect(calendar.support('aws', version, new Date(now))).toMatchObject({
      state,
      ...(daysLeft === undefined ? {} : { daysLeft }),
    });
  });

  it('uses the shipped table for partitions that nobody asked', () => {
    const now = new Date('2026-12-15T00:00:00Z');
    expect(calendar.support('aws-cn', '1.34', now).state).toBe('extended');
    expect(calendar.support('aws', '1.34', now).state).toBe('standard');
    expect(calendar.observedAt('aws-cn')).toBeUndefined();
  });

  it('knows nothing of a foreign cluster', () => {
    const now = new Date('2026-12-15T00:00:00Z');
    expect(calendar.support('', '1.34', now).state).toBe('unknown');
  });
});
