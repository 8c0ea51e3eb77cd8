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

import { OpenTimes } from '../strategy/OpenTimes';
import type { Durations } from './Durations';
import { GateTimes } from './GateTimes';
import { hasEnded, isUnderWay } from './standing';
import type { Course, ForecastInput, ForecastWave, Percentile } from './types';
import { timeOf, WaveWalk } from './WaveWalk';

/** Walks through what is left of the waves once, at one percentile of all that takes time. */
export function simulateWaves(
  input: ForecastInput,
  durations: Durations,
  percentile: Percentile,
  /** By environments; shared, since working them out is what takes long. */
  openTimes: Map<string, OpenTimes>,
): Course {
  const { now, stands } = input;
  const seconds = stands?.seconds ?? { p50: 0, p90: 0 };
  const course: Course = {
    waves: [],
    leaves: [],
    end: now.getTime() + (seconds === 'never' ? 0 : seconds[percentile] * 1000),
    conflicts: stands ? [stands.message] : [],
  };
  let last = now.getTime();
  for (const wave of input.waves) {
    const { index, standing } = wave;
    if (standing && hasEnded(standing)) {
      const end = timeOf(standing.endedAt) ?? now.getTime();
      const start = Math.min(timeOf(standing.startedAt) ?? end, end);
      course.waves.push({ index, start, end });
      continue;
    }
    const walk = new WaveWalk({
      wave,
      open: openTimesOf(wave, input, openTimes),
      gates: new GateTimes(wave, input),
      durations,
      percentile,
      now,
    });
    if (seconds !== 'never') {
      const { start, end } = walk.go(course);
      course.waves.push({ index, start, end });
      course.end = Math.max(course.end, end);
      last = course.end;
    } else if (standing && isUnderWay(standing)) {
      const { start, end } = walk.finish(course);
      course.waves.push({ index, start, end });
      last = Math.max(last, end);
    }
  }
  return { ...course, end: last };
}

function openTimesOf(
  { environments }: ForecastWave,
  { strategy }: ForecastInput,
  known: Map<string, OpenTimes>,
): OpenTimes {
  const key = JSON.stringify(environments);
  const open =
    known.get(key) ??
    new OpenTimes(strategy.windows, strategy.freezes, environments);
  known.set(key, open);
  return open;
}
