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

import { NOW } from '../__testUtils__/clock';
import { SupportCalendar } from '../versions/SupportCalendar';
import {
  newestVersion,
  offeredVersions,
  supportedVersion,
  targetsOf,
} from './targets';

const versions = new SupportCalendar().versions('aws');
const year = (shift: number) =>
  new Date(Date.UTC(2026, 10, 23) + shift * 86_400_000);

describe('targets', () => {
  it('are what EKS offers now', () => {
    expect(offeredVersions(versions, NOW)).toEqual([
      '1.31',
      '1.32',
      '1.33',
      '1.34',
      '1.35',
    ]);
    expect(newestVersion(versions, NOW)).toBe('1.35');
  });

  it('leave extended support by the oldest version in standard support', () => {
    expect(supportedVersion(versions, NOW)).toBe('1.34');
    expect(supportedVersion(versions, year(10))).toBe('1.35');
    expect(supportedVersion(versions, year(3_000))).toBeUndefined();
  });

  it.each([
    ['1.33', ['1.34', '1.35']],
    ['1.35', []],
    ['1.40', []],
    [undefined, []],
    ['1.31', ['1.32', '1.33', '1.34', '1.35']],
    ['1.28', ['1.29', '1.31', '1.32', '1.34', '1.35']],
  ])('of %s are %j', (current, expected) => {
    expect(targetsOf(versions, current, NOW)).toEqual(expected);
  });

  it('are not what will be released', () => {
    const later = [
      ...versions,
      { version: '1.36', releaseDate: '2026-12-24T00:00:00.000Z' },
    ];
    expect(newestVersion(later, NOW)).toBe('1.35');
    expect(newestVersion(later, year(60))).toBe('1.36');
  });
});
