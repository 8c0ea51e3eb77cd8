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
import type { AlarmState, RolloutControl, RolloutRecord } from '../records';
import { secondsOf, wordSeconds } from '../strategy/durations';

const DEFAULT_PAUSE_AFTER = '2h';

/**
 * What alarms mean for a rollout: a hold that lasts too long pauses, and an
 * alarm in spite of which somebody let it go on only holds. Pure.
 */
export function nextAlarmState(
  before: AlarmState | undefined,
  verdict: AlarmVerdict,
  rollout: {
    strategy: Pick<RolloutRecord['strategy'], 'alarms'>;
    control: RolloutControl;
  },
  now: Date,
): AlarmState {
  const acknowledged = new Set(rollout.control.acknowledged);
  const fingerprints = verdict.alerts.map(({ fingerprint }) => fingerprint);
  const known =
    verdict.alerts.length > 0 &&
    verdict.alerts.every(({ fingerprint }) => acknowledged.has(fingerprint));
  const state = verdict.state === 'pause' && known ? 'hold' : verdict.state;
  const stands = before !== undefined && before.state !== 'quiet';
  const since = state !== 'quiet' && stands ? before.since : now.toISOString();
  const seconds = pauseAfterSecondsOf(rollout.strategy.alarms);
  if (
    (state === 'hold' || state === 'unknown') &&
    !known &&
    now.getTime() - Date.parse(since) > seconds * 1000
  ) {
    return {
      state: 'pause',
      message: `${verdict.message}; it has held for more than ${wordSeconds(
        seconds,
      )}`,
      since,
      fingerprints,
    };
  }
  return {
    state,
    message: verdict.message,
    since,
    ...(fingerprints.length > 0 && { fingerprints }),
    ...(verdict.until !== undefined && { until: verdict.until }),
  };
}

/** How long a hold may last before it pauses. */
export function pauseAfterSecondsOf(
  alarms: RolloutRecord['strategy']['alarms'],
): number {
  return secondsOf(alarms?.pauseAfter ?? DEFAULT_PAUSE_AFTER) ?? 0;
}
