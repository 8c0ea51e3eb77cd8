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

import type { AlarmVerdict } from '../../alerts/types';
import type { AlarmState } from '../records';
import { nextAlarmState } from './alarmState';
import { after, NOW } from './__testUtils__/snapshots';

const HOUR = 3600;

function verdict(
  state: AlarmVerdict['state'],
  ...fingerprints: string[]
): AlarmVerdict {
  return {
    state,
    message: 'KubePodCrashLooping fires on alpha',
    alerts: fingerprints.map(fingerprint => ({
      fingerprint,
      name: fingerprint,
      arn: 'alpha',
    })),
  };
}

function before(state: AlarmState['state']): AlarmState {
  return { state, message: '', since: NOW.toISOString() };
}

describe('nextAlarmState', () => {
  it.each<
    [
      string,
      AlarmState | undefined,
      AlarmVerdict,
      { seconds: number; acknowledged?: string[]; pauseAfter?: string },
      AlarmState['state'],
    ]
  >([
    [
      'is quiet where it is',
      undefined,
      verdict('quiet'),
      { seconds: 0 },
      'quiet',
    ],
    [
      'holds at a warning',
      undefined,
      verdict('hold', 'x'),
      { seconds: 0 },
      'hold',
    ],
    [
      'pauses at what is critical',
      undefined,
      verdict('pause', 'x'),
      { seconds: 0 },
      'pause',
    ],
    [
      'only holds at what somebody has seen',
      undefined,
      verdict('pause', 'x'),
      { seconds: 0, acknowledged: ['x'] },
      'hold',
    ],
    [
      'pauses where one of two is new',
      undefined,
      verdict('pause', 'x', 'y'),
      { seconds: 0, acknowledged: ['x'] },
      'pause',
    ],
    [
      'holds for two hours',
      before('hold'),
      verdict('hold', 'x'),
      { seconds: 2 * HOUR },
      'hold',
    ],
    [
      'pauses after that',
      before('hold'),
      verdict('hold', 'x'),
      { seconds: 2 * HOUR + 1 },
      'pause',
    ],
    [
      'pauses as early as is asked',
      before('hold'),
      verdict('hold', 'x'),
      { seconds: 601, pauseAfter: '10m' },
      'pause',
    ],
    [
      'pauses where nothing could be read for that long',
      before('unknown'),
      verdict('unknown'),
      { seconds: 2 * HOUR + 1 },
      'pause',
    ],
    [
      'holds on at what somebody has seen',
      before('hold'),
      verdict('hold', 'x'),
      { seconds: 9 * HOUR, acknowledged: ['x'] },
      'hold',
    ],
    [
      'counts anew after it was quiet',
      before('quiet'),
      verdict('hold', 'x'),
      { seconds: 3 * HOUR },
      'hold',
    ],
  ])('%s', (_, was, now, { acknowledged, pauseAfter, seconds }, state) => {
    const next = nextAlarmState(
      was,
      now,
      {
        strategy: { alarms: pauseAfter ? { pauseAfter } : undefined },
        control: { acknowledged },
      },
      after(seconds),
    );
    expect(next.state).toBe(state);
    expect(next.since).toBe(
      was && was.state !== 'quiet' && state !== 'quiet'
        ? was.since
        : after(seconds).toISOString(),
    );
  });

  it('says for how long it held', () => {
    const { message } = nextAlarmState(
      before('hold'),
      verdict('hold', 'x'),
      { strategy: {}, control: {} },
      after(3 * HOUR),
    );
    expect(message).toBe(
      'KubePodCrashLooping fires on alpha; it has held for more than 2h',
    );
  });
});
