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

import type { RolloutStrategy } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { secondsOf } from '../rollouts/strategy/durations';
import type { AlarmVerdict, ClusterAlert } from './types';

/** A source that cannot be relied on just now. */
export interface DeafSource {
  id: string;
  reason: string;
}

const DEFAULT_QUIET_SECONDS = 600;

/**
 * What alarms mean for clusters that were changed. Pure.
 *
 * @param alerts - those that fire, and those that ended within the quiet time
 * @param deaf - sources of which nobody knows what they would say
 */
export function judgeAlarms(
  alerts: ClusterAlert[],
  deaf: DeafSource[],
  nameOf: (arn: string) => string,
  rules: RolloutStrategy['alarms'],
  now: Date,
): AlarmVerdict {
  const quietSeconds = quietSecondsOf(rules);
  const counted = alerts.filter(alert => alert.state !== 'silenced');
  const firing = counted.filter(alert => alert.state === 'firing');
  const judged = firing.map(alert => ({ alert, then: effectOf(alert, rules) }));
  const pausing = judged.filter(({ then }) => then === 'pause');
  if (pausing.length > 0) {
    return verdict('pause', pausing.map(only), nameOf);
  }
  const holding = judged.filter(({ then }) => then === 'hold');
  if (holding.length > 0) {
    return verdict('hold', holding.map(only), nameOf);
  }
  if (deaf.length > 0) {
    const [{ id, reason }] = deaf;
    return {
      state: 'unknown',
      message: `Whether it is quiet is not known: ${id} ${reason}`,
      alerts: [],
    };
  }
  const ended = counted
    .filter(
      alert =>
        alert.state === 'resolved' && effectOf(alert, rules) !== 'ignore',
    )
    .map(alert => ({
      alert,
      quietAt: Date.parse(alert.endsAt) + quietSeconds * 1000,
    }))
    .filter(({ quietAt }) => quietAt > now.getTime())
    .sort((a, b) => b.quietAt - a.quietAt);
  if (ended.length > 0) {
    const [{ alert, quietAt }] = ended;
    return {
      state: 'hold',
      message: `${alert.name} on ${nameOf(
        alert.arn,
      )} ended, and it must be quiet for ${Math.round(
        quietSeconds / 60,
      )} minutes`,
      until: new Date(quietAt).toISOString(),
      alerts: ended.map(only).map(toRef),
    };
  }
  return { state: 'quiet', message: 'No alarm', alerts: [] };
}

/** How long it must be quiet before a hold ends by itself. */
export function quietSecondsOf(rules: RolloutStrategy['alarms']): number {
  return secondsOf(rules?.quiet ?? '') ?? DEFAULT_QUIET_SECONDS;
}

function verdict(
  state: 'hold' | 'pause',
  alerts: ClusterAlert[],
  nameOf: (arn: string) => string,
): AlarmVerdict {
  const [first, ...others] = alerts;
  const more =
    others.length > 0
      ? `, and ${others.length} more alarm${others.length > 1 ? 's' : ''}`
      : '';
  return {
    state,
    message: `${first.name} fires on ${nameOf(first.arn)}${more}`,
    alerts: alerts.map(toRef),
  };
}

/** The first rule that fits; else by severity. What nobody graded holds. */
function effectOf(
  alert: ClusterAlert,
  rules: RolloutStrategy['alarms'],
): 'hold' | 'pause' | 'ignore' {
  const rule = rules?.rules?.find(({ match = {} }) =>
    Object.entries(match).every(
      ([label, value]) => alert.labels[label] === value,
    ),
  );
  if (rule) {
    return rule.then;
  }
  if (alert.severity === 'critical') {
    return 'pause';
  }
  return alert.severity === 'info' ? 'ignore' : 'hold';
}

function only({ alert }: { alert: ClusterAlert }): ClusterAlert {
  return alert;
}

function toRef({ fingerprint, name, arn }: ClusterAlert) {
  return { fingerprint, name, arn };
}
