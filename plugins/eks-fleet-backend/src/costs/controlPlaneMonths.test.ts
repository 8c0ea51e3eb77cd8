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

import { addMonths, controlPlaneMonths } from './controlPlaneMonths';

const prices = { standardUsdPerHour: 0.1, extendedUsdPerHour: 0.6 };
const now = new Date('2026-11-23T12:00:00Z');

describe('controlPlaneMonths', () => {
  it('bills extended support from the UTC day on which standard support ends', () => {
    const months = controlPlaneMonths(
      2,
      { version: '1.34', endOfStandardSupport: '2026-12-02T17:00:00Z' },
      prices,
      now,
    );
    expect(months).toHaveLength(12);
    // November: 720 h at the standard price.
    expect(months[0]).toEqual({
      month: '2026-11',
      controlPlaneUsd: 144,
      extendedSupportUsd: 0,
      clustersExtended: 0,
    });
    // December: 24 h standard, 720 h extended.
    expect(months[1]).toEqual({
      month: '2026-12',
      controlPlaneUsd: 2 * (744 * 0.1 + 720 * 0.5),
      extendedSupportUsd: 720,
      clustersExtended: 2,
    });
    expect(months[2].extendedSupportUsd).toBe(744);
    expect(months[11].month).toBe('2027-10');
  });

  it.each([
    ['long past', '2026-03-23T00:00:00Z', 360],
    ['far ahead', '2028-03-27T00:00:00Z', 0],
    ['unknown', undefined, 0],
  ])(
    'adds for a standard support whose end is %s',
    (_, endOfStandardSupport, expected) => {
      const [month] = controlPlaneMonths(
        1,
        { version: '1.32', endOfStandardSupport },
        prices,
        now,
      );
      expect(month.extendedSupportUsd).toBe(expected);
    },
  );

  it('adds up month by month', () => {
    const months = controlPlaneMonths(1, undefined, prices, now);
    expect(addMonths(months, months)[3]).toEqual({
      month: '2027-02',
      controlPlaneUsd: 134.4,
      extendedSupportUsd: 0,
      clustersExtended: 0,
    });
  });
});
