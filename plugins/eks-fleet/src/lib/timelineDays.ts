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

import { DateTime } from 'luxon';
import type { TimelineEvent } from '@eks-fleet/backstage-plugin-eks-fleet-common';

/** What happened on one day of the reader's zone. */
export interface TimelineDay {
  /** As in `2026-11-20`. */
  day: string;
  /** For people. */
  title: string;
  events: TimelineEvent[];
}

/** Events by day, in the order they come in. */
export function timelineDays(events: TimelineEvent[]): TimelineDay[] {
  const days: TimelineDay[] = [];
  for (const event of events) {
    const at = DateTime.fromISO(event.at);
    const day = at.toISODate() ?? '';
    const last = days.at(-1);
    if (last && last.day === day) {
      last.events.push(event);
    } else {
      days.push({ day, title: at.toFormat('ccc d LLL yyyy'), events: [event] });
    }
  }
  return days;
}

/** The time of day in the reader's zone. */
export function timeOfDay(iso: string): string {
  return DateTime.fromISO(iso).toFormat('HH:mm');
}
