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

import type { SchedulerServiceTaskScheduleDefinition } from '@backstage/backend-plugin-api';
import { Duration } from 'luxon';

const FALLBACK_SECONDS = 600;

/** How often a schedule runs, in seconds; ten minutes where only cron knows. */
export function frequencySeconds(
  schedule: SchedulerServiceTaskScheduleDefinition,
): number {
  const { frequency } = schedule;
  if ('cron' in frequency || 'trigger' in frequency) {
    return FALLBACK_SECONDS;
  }
  return Duration.isDuration(frequency)
    ? frequency.as('seconds')
    : Duration.fromObject(frequency).as('seconds');
}

/** How long a schedule's run may take, in milliseconds. */
export function timeoutMs(
  schedule: SchedulerServiceTaskScheduleDefinition,
): number {
  const { timeout } = schedule;
  return Duration.isDuration(timeout)
    ? timeout.toMillis()
    : Duration.fromObject(timeout).toMillis();
}
