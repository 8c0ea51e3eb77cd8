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

import { wordSeconds } from '../strategy/durations';
import type { InsightsAge } from './InsightsRefresh';

const HOUR_MS = 3600_000;

/**
 * How old insights of EKS are, to the hour, and whether they are made anew;
 * empty where nothing is known. Pure.
 */
export function wordInsightsAge(
  { asked, oldestAt, refused }: InsightsAge,
  now: Date,
): string {
  return [
    ...(oldestAt === undefined
      ? []
      : [`EKS made its insights ${wordHoursSince(oldestAt, now)} ago`]),
    ...(asked.length > 0 ? ['it was asked to make them anew'] : []),
    ...(refused === undefined
      ? []
      : [`it could not be asked to make them anew: ${refused}`]),
  ].join(', and ');
}

/** To the hour, so that a sentence with it is not another one every minute. */
export function wordHoursSince(at: string, now: Date): string {
  const hours = Math.ceil((now.getTime() - Date.parse(at)) / HOUR_MS);
  return hours <= 1
    ? 'less than an hour'
    : `up to ${wordSeconds(hours * 3600)}`;
}
