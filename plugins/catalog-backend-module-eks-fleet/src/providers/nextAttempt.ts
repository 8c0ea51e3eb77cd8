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

import type { ObservationErrorCode } from '@eks-fleet/backstage-plugin-eks-fleet-common';

const HOUR_SECONDS = 3600;
const DAY_SECONDS = 24 * HOUR_SECONDS;

/**
 * When a target is worth reading again: with the next scan as a rule, hourly
 * while it is empty, daily while the organization forbids it.
 */
export function nextAttempt(
  outcome: { clusterCount: number } | { error: ObservationErrorCode },
  now: Date,
  frequencySeconds: number,
): Date {
  let seconds = frequencySeconds;
  if ('error' in outcome) {
    if (outcome.error === 'notAllowed') {
      seconds = Math.max(seconds, DAY_SECONDS);
    }
  } else if (outcome.clusterCount === 0) {
    seconds = Math.max(seconds, HOUR_SECONDS);
  }
  return new Date(now.getTime() + seconds * 1000);
}

/**
 * Whether a scan should read a target. Half a period early counts as due: the
 * scheduler's runs are not on the second.
 */
export function isDue(
  nextAttemptAt: string | undefined,
  now: Date,
  frequencySeconds: number,
): boolean {
  return (
    nextAttemptAt === undefined ||
    Date.parse(nextAttemptAt) <= now.getTime() + (frequencySeconds / 2) * 1000
  );
}
