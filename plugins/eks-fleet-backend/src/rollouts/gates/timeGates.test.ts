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

import { NOW, gateCluster, gateContext } from './__testUtils__/gates';
import { createFreezeGate } from './freezeGate';
import { scheduleGate } from './scheduleGate';

describe('the gate schedule', () => {
  it.each<[string, unknown, string, string | undefined]>([
    [
      'a time to come',
      { notBefore: '2026-11-26T08:00:00+01:00' },
      'shut',
      '2026-11-26T07:00:00.000Z',
    ],
    [
      'a time gone by',
      { notBefore: '2026-11-25T11:59:00Z' },
      'open',
      undefined,
    ],
    // A Wednesday at noon in UTC.
    [
      'a window that is open',
      { windows: [{ days: ['wed'], from: '09:00', to: '17:00' }] },
      'open',
      undefined,
    ],
    [
      'a window that opens tomorrow',
      { windows: [{ days: ['thu'], from: '09:00', to: '17:00' }] },
      'shut',
      '2026-11-26T09:00:00.000Z',
    ],
    [
      'a window by another clock',
      {
        windows: [
          {
            days: ['wed'],
            from: '13:30',
            to: '17:00',
            timeZone: 'Europe/Berlin',
          },
        ],
      },
      'shut',
      '2026-11-25T12:30:00.000Z',
    ],
  ])('goes by %s', async (_, asked, state, until) => {
    const result = await scheduleGate.check(
      scheduleGate.parse(asked),
      gateContext(),
    );
    expect(result).toMatchObject({ state });
    expect(result.until).toBe(until);
  });

  it.each<[unknown, string]>([
    [{}, 'with: needs `notBefore`, a time, or `windows`'],
    [
      { notBefore: 'tomorrow' },
      'with.notBefore: is no time, as in 2026-12-01T08:00:00Z',
    ],
    [
      { windows: [{ days: ['wed'], from: '25:00', to: '17:00' }] },
      'with.windows.0.from: is no time of day, as in 09:00',
    ],
    [
      {
        windows: [
          { days: ['wed'], from: '09:00', to: '17:00', timeZone: 'Mars' },
        ],
      },
      'with.windows.0.timeZone: is no IANA time zone, such as Europe/Berlin',
    ],
  ])('refuses %j', (asked, message) => {
    expect(() => scheduleGate.parse(asked)).toThrow(message);
  });
});

describe('the gate freeze', () => {
  const freeze = {
    name: 'Black Friday',
    from: '2026-11-25T00:00:00Z',
    to: '2026-12-01T00:00:00Z',
  };

  it.each([
    ['everywhere', [freeze], [], 'shut'],
    [
      'of the rollout',
      [{ ...freeze, environments: ['production'] }],
      [],
      'shut',
    ],
    [
      'of another environment',
      [{ ...freeze, environments: ['staging'] }],
      [],
      'open',
    ],
    [
      'of the environment of a cluster',
      [{ ...freeze, environments: ['staging'] }],
      [gateCluster('s', { environment: 'staging' })],
      'shut',
    ],
    ['that is over', [{ ...freeze, to: '2026-11-25T11:00:00Z' }], [], 'open'],
  ])('knows one %s', async (_, calendar, clusters, state) => {
    const gate = createFreezeGate(calendar);
    const result = await gate.check(
      gate.parse(undefined),
      gateContext({ clusters, now: NOW }),
    );
    expect(result.state).toBe(state);
  });
});
