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

const MAX_DAYS = 180;
const DAY_MS = 24 * 60 * 60 * 1000;

/** The end of a waiver, or why a day cannot be one. */
export type WaiverEnd =
  | { until: string }
  | { problem: 'waiveUntilMissing' | 'waiveUntilPast' | 'waiveUntilFar' };

/**
 * A waiver ends with a day of the reader's zone, at most 180 days from now.
 *
 * @param day - as in `2026-12-24`
 */
export function waiverEnd(day: string | undefined, now: Date): WaiverEnd {
  const end = new Date(`${day ?? ''}T23:59:59`);
  if (!day || Number.isNaN(end.getTime())) {
    return { problem: 'waiveUntilMissing' };
  }
  if (end <= now) {
    return { problem: 'waiveUntilPast' };
  }
  return end.getTime() - now.getTime() > MAX_DAYS * DAY_MS
    ? { problem: 'waiveUntilFar' }
    : { until: end.toISOString() };
}
