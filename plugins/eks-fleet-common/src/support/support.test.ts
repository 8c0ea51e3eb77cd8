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

import { compareVersions, supportAt, versionRank } from './support';

const DATES = {
  endOfStandardSupport: '2026-07-29T00:00:00Z',
  endOfExtendedSupport: '2027-07-29T00:00:00Z',
};

describe('supportAt', () => {
  it.each([
    ['2026-07-01T00:00:00Z', 'standard', 28],
    ['2026-07-01T00:00:01Z', 'standard', 27],
    ['2026-07-28T00:00:00Z', 'standard', 1],
    ['2026-07-28T23:59:59.999Z', 'standard', 0],
    ['2026-07-29T00:00:00Z', 'extended', 365],
    ['2027-07-28T23:59:59.999Z', 'extended', 0],
    ['2027-07-29T00:00:00Z', 'unsupported', 0],
    ['2027-07-29T00:00:01Z', 'unsupported', -1],
    ['2027-08-02T12:00:00Z', 'unsupported', -5],
  ])('at %s is in %s for %d days', (now, state, daysLeft) => {
    expect(supportAt(DATES, new Date(now))).toEqual({ state, daysLeft });
  });

  it('takes the whole UTC day on which standard support ends for extended', () => {
    const dates = { ...DATES, endOfStandardSupport: '2026-07-29T23:00:00Z' };
    expect(supportAt(dates, new Date('2026-07-29T00:00:00Z')).state).toBe(
      'extended',
    );
  });

  it('takes plain dates as they are in UTC', () => {
    const dates = { endOfStandardSupport: '2026-07-29' };
    expect(supportAt(dates, new Date('2026-07-28T23:00:00Z'))).toEqual({
      state: 'standard',
      daysLeft: 0,
    });
  });

  it.each([
    ['nothing', undefined],
    ['no date', {}],
    ['what is no date', { endOfStandardSupport: 'soon' }],
    [
      'a past end of standard support alone',
      { endOfStandardSupport: '2020-01-01' },
    ],
  ])('knows no state from %s', (_, dates) => {
    expect(supportAt(dates, new Date('2026-11-23T09:00:00Z'))).toEqual({
      state: 'unknown',
    });
  });

  it.each([
    ['2026-11-23T09:00:00Z', 'extended'],
    ['2027-11-23T09:00:00Z', 'unsupported'],
  ])('at %s knows %s from the end of extended support alone', (now, state) => {
    const { endOfExtendedSupport } = DATES;
    expect(supportAt({ endOfExtendedSupport }, new Date(now)).state).toBe(
      state,
    );
  });
});

describe('versionRank', () => {
  it.each([
    ['1.9', '1.31'],
    ['1.31', '1.32'],
    ['1.99', '1.100'],
    ['1.999', '2.0'],
    ['nonsense', '0.1'],
    [undefined, '1.31'],
  ])('puts %s before %s', (lower, higher) => {
    expect(versionRank(lower)).toBeLessThan(versionRank(higher));
  });

  it.each(['v1.33', '1.33.4', '1.33.4-eks-abc', '1.33+', '1.33-beta'])(
    'takes %s for 1.33',
    version => {
      expect(versionRank(version)).toBe(versionRank('1.33'));
    },
  );

  it.each([
    '',
    '1',
    '1.',
    '.33',
    '1.33x',
    '-1.33',
    '1.33\n',
    '1e3.1',
    undefined,
  ])('takes %j for no version', version => {
    expect(versionRank(version)).toBe(-1);
  });

  it('sorts versions by number', () => {
    const versions = ['1.100', '1.9', 'x', '1.31'];
    expect(versions.sort(compareVersions)).toEqual([
      'x',
      '1.9',
      '1.31',
      '1.100',
    ]);
  });
});
