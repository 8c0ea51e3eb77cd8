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
import { DateTime } from 'luxon';
import { nameOf } from '../plan/trackPlan';
import { OpenTimes } from './OpenTimes';

/** Whether cells may start now, or when. */
export interface Opening {
  open: boolean;
  /**
   * When it shuts, where it is open and that is in sight; else when it opens,
   * left out for never.
   */
  until?: Date;
  /** What shuts it. */
  by?: 'freeze' | 'window';
  /** One sentence. */
  message: string;
}

/**
 * When cells may start, of maintenance windows and freezes. A freeze of some
 * environments counts where one of them is among those given; without windows
 * it is always open.
 */
export function nextOpening(
  windows: TimeWindow[] | undefined,
  freezes: Freeze[] | undefined,
  environments: string[],
  now: Date,
): Opening {
  const times = new OpenTimes(windows, freezes, environments);
  const time = now.getTime();
  const zone = windows?.[0]?.timeZone ?? 'UTC';
  const span = times.spanAt(time);
  if (span.open) {
    const shut = times.shutFrom(time);
    return shut === undefined
      ? { open: true, message: 'Cells may start at any time' }
      : {
          open: true,
          until: new Date(shut),
          message: `Cells may start until ${wordTime(shut, zone)}`,
        };
  }
  const opens = times.openFrom(time);
  const until = opens === undefined ? undefined : new Date(opens);
  if (span.freeze !== undefined) {
    const freeze = `The freeze ${nameOf(span.freeze)} lasts until ${wordTime(
      span.end,
      zone,
    )}`;
    const later =
      opens === undefined
        ? ', and no window opens after it'
        : `, and cells may start from ${wordTime(opens, zone)}`;
    return {
      open: false,
      by: 'freeze',
      until,
      message: opens === span.end ? freeze : freeze + later,
    };
  }
  return {
    open: false,
    by: 'window',
    until,
    message:
      opens === undefined
        ? 'No maintenance window ever opens'
        : `No maintenance window is open until ${wordTime(opens, zone)}`,
  };
}

function wordTime(time: number, zone: string): string {
  const local = DateTime.fromMillis(time, { zone });
  return (local.isValid ? local : DateTime.fromMillis(time, { zone: 'UTC' }))
    .setLocale('en')
    .toFormat("ccc d LLL yyyy HH:mm '('z')'");
}
