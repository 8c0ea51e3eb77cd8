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

import type { AssessmentInput } from './types';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** Days are counted in texts, and calendars move: so often in any case. */
const AT_LEAST_EVERY_MS = 30 * MINUTE_MS;
/** A clock that is a little behind must not find that nothing has changed. */
const MARGIN_MS = 1_000;

/**
 * When a verdict can change although nothing new is observed: an observation
 * or an insight gets too old, or a waiver ends.
 */
export function nextAssessment(
  input: Pick<AssessmentInput, 'observations' | 'waivers' | 'settings' | 'now'>,
): Date {
  const { observations, settings, waivers, now } = input;
  const insights = observations.insights?.document?.insights ?? [];
  const times = [
    ...Object.values(observations).map(item =>
      Date.parse(item?.freshUntil ?? ''),
    ),
    ...waivers.map(({ until }) => Date.parse(until)),
    ...insights.map(
      ({ lastRefreshTime }) =>
        Date.parse(lastRefreshTime ?? '') +
        settings.insightsFreshForHours * HOUR_MS,
    ),
  ].filter(time => time > now.getTime());
  return new Date(
    Math.min(now.getTime() + AT_LEAST_EVERY_MS, ...times) + MARGIN_MS,
  );
}
