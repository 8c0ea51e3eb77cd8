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

import type {
  Freeze,
  TimeWindow,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { nextOpening } from './windows';

const OFFICE: TimeWindow = {
  days: ['mon', 'tue', 'wed', 'thu'],
  from: '09:00',
  to: '16:00',
  timeZone: 'Europe/Berlin',
};
const NIGHT: TimeWindow = { days: ['fri'], from: '22:00', to: '04:00' };
const YEAR_END: Freeze = {
  name: 'Year end',
  from: '2026-12-18T17:00:00Z',
  to: '2027-01-04T07:00:00Z',
};
const always = (days: TimeWindow['days']): TimeWindow => ({
  days,
  from: '00:00',
  to: '24:00',
});
const EVERY_DAY = always(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']);

describe('nextOpening', () => {
  it.each<
    [string, TimeWindow[], Freeze[], string, boolean, string | undefined]
  >([
    ['without windows', [], [], '2026-11-23T12:00:00Z', true, undefined],
    [
      'in a window',
      [OFFICE],
      [],
      '2026-11-23T12:00:00Z',
      true,
      '2026-11-23T15:00:00.000Z',
    ],
    [
      'as it begins',
      [OFFICE],
      [],
      '2026-11-23T08:00:00Z',
      true,
      '2026-11-23T15:00:00.000Z',
    ],
    [
      'before it',
      [OFFICE],
      [],
      '2026-11-23T07:59:59Z',
      false,
      '2026-11-23T08:00:00.000Z',
    ],
    [
      'as it ends',
      [OFFICE],
      [],
      '2026-11-23T15:00:00Z',
      false,
      '2026-11-24T08:00:00.000Z',
    ],
    [
      'over the weekend',
      [OFFICE],
      [],
      '2026-11-26T15:00:00Z',
      false,
      '2026-11-30T08:00:00.000Z',
    ],
    [
      'in summer time',
      [OFFICE],
      [],
      '2026-07-06T06:30:00Z',
      false,
      '2026-07-06T07:00:00.000Z',
    ],
    [
      'over midnight',
      [NIGHT],
      [],
      '2026-11-28T03:00:00Z',
      true,
      '2026-11-28T04:00:00.000Z',
    ],
    [
      'after midnight’s end',
      [NIGHT],
      [],
      '2026-11-28T04:00:00Z',
      false,
      '2026-12-04T22:00:00.000Z',
    ],
    [
      'in the later of two',
      [OFFICE, NIGHT],
      [],
      '2026-11-27T21:00:00Z',
      false,
      '2026-11-27T22:00:00.000Z',
    ],
    [
      'in two that touch',
      [always(['mon']), always(['tue'])],
      [],
      '2026-11-23T12:00:00Z',
      true,
      '2026-11-25T00:00:00.000Z',
    ],
    [
      'where it is open day and night',
      [EVERY_DAY],
      [],
      '2026-11-23T12:00:00Z',
      true,
      undefined,
    ],
    [
      'in a freeze',
      [],
      [YEAR_END],
      '2026-12-24T18:00:00Z',
      false,
      '2027-01-04T07:00:00.000Z',
    ],
    [
      'before a freeze',
      [],
      [YEAR_END],
      '2026-12-18T12:00:00Z',
      true,
      '2026-12-18T17:00:00.000Z',
    ],
    [
      'as a freeze ends',
      [],
      [YEAR_END],
      '2027-01-04T07:00:00Z',
      true,
      undefined,
    ],
    [
      'where the window opens after the freeze',
      [OFFICE],
      [YEAR_END],
      '2026-12-24T10:00:00Z',
      false,
      '2027-01-04T08:00:00.000Z',
    ],
    [
      'where a freeze follows the window',
      [OFFICE],
      [{ ...YEAR_END, from: '2026-12-14T12:00:00Z' }],
      '2026-12-14T10:00:00Z',
      true,
      '2026-12-14T12:00:00.000Z',
    ],
    [
      'where a freeze swallows the next window',
      [OFFICE],
      [YEAR_END],
      '2026-12-18T10:00:00Z',
      false,
      '2027-01-04T08:00:00.000Z',
    ],
    [
      'in freezes that overlap',
      [],
      [
        YEAR_END,
        {
          name: 'Sale',
          from: '2026-12-30T00:00:00Z',
          to: '2027-01-10T00:00:00Z',
        },
      ],
      '2026-12-24T18:00:00Z',
      false,
      '2027-01-10T00:00:00.000Z',
    ],
    [
      'where no clock is known',
      [{ ...OFFICE, timeZone: 'Mars/Olympus' }],
      [],
      '2026-11-23T12:00:00Z',
      false,
      undefined,
    ],
    [
      'where a time is none',
      [{ ...OFFICE, from: '29:00' }],
      [],
      '2026-11-23T12:00:00Z',
      false,
      undefined,
    ],
    [
      'where a freeze ends before it begins',
      [],
      [{ ...YEAR_END, to: YEAR_END.from }],
      '2026-12-18T17:00:00Z',
      true,
      undefined,
    ],
  ])('%s', (_, windows, freezes, now, open, until) => {
    const opening = nextOpening(windows, freezes, ['prod'], new Date(now));
    expect([opening.open, opening.until?.toISOString()]).toEqual([open, until]);
  });

  it.each([
    [undefined, false],
    [[], false],
    [['prod'], false],
    [['dev', 'prod'], false],
    [['dev'], true],
  ])(
    'heeds a freeze of %j for production: open is %s',
    (environments, open) => {
      const freeze = { ...YEAR_END, environments };
      const now = new Date('2026-12-24T18:00:00Z');
      expect(nextOpening([], [freeze], ['prod'], now).open).toBe(open);
    },
  );

  it('opens at the same time of the clock on both sides of its change', () => {
    const opens = [
      '2026-10-24T12:00:00Z',
      '2026-10-25T12:00:00Z',
      '2027-03-27T12:00:00Z',
      '2027-03-28T12:00:00Z',
    ].map(now => {
      const window: TimeWindow = {
        ...OFFICE,
        days: ['sun', 'mon'],
        to: '10:00',
      };
      return nextOpening([window], [], [], new Date(now)).until?.toISOString();
    });
    expect(opens).toEqual([
      '2026-10-25T08:00:00.000Z',
      '2026-10-26T08:00:00.000Z',
      '2027-03-28T07:00:00.000Z',
      '2027-03-29T07:00:00.000Z',
    ]);
  });

  it.each([
    // The night in which clocks go back is an hour longer, the other one shorter.
    ['2026-10-24T20:30:00Z', '2026-10-25T04:00:00.000Z'],
    ['2027-03-27T21:30:00Z', '2027-03-28T03:00:00.000Z'],
  ])('keeps a night window over a change of the clock at %s', (now, until) => {
    const window: TimeWindow = {
      days: ['sat'],
      from: '22:00',
      to: '05:00',
      timeZone: 'Europe/Berlin',
    };
    expect(
      nextOpening([window], [], [], new Date(now)).until?.toISOString(),
    ).toBe(until);
  });

  it.each([
    [
      '2026-11-23T12:00:00Z',
      [OFFICE],
      [],
      'Cells may start until Mon 23 Nov 2026 16:00 (Europe/Berlin)',
    ],
    [
      '2026-11-23T18:00:00Z',
      [OFFICE],
      [],
      'No maintenance window is open until Tue 24 Nov 2026 09:00 (Europe/Berlin)',
    ],
    [
      '2026-12-24T18:00:00Z',
      [],
      [YEAR_END],
      'The freeze Year end lasts until Mon 4 Jan 2027 07:00 (UTC)',
    ],
    [
      '2026-12-24T18:00:00Z',
      [OFFICE],
      [YEAR_END],
      'The freeze Year end lasts until Mon 4 Jan 2027 08:00 (Europe/Berlin), and cells may start from Mon 4 Jan 2027 09:00 (Europe/Berlin)',
    ],
    [
      '2026-12-24T18:00:00Z',
      [{ ...OFFICE, timeZone: 'x' }],
      [],
      'No maintenance window ever opens',
    ],
    ['2026-12-24T18:00:00Z', [], [], 'Cells may start at any time'],
  ])('says so at %s', (now, windows, freezes, message) => {
    expect(nextOpening(windows, freezes, [], new Date(now)).message).toBe(
      message,
    );
  });
});
