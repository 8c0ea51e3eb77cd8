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

import { environmentsOf } from '../plan/environmentsOf';
import { OpenTimes } from '../strategy/OpenTimes';
import type { ForecastInput } from '../types';
import type { Durations } from './Durations';
import { GateTimes } from './GateTimes';
import type { Course, Percentile } from './types';
import { timeOf, WaveWalk } from './WaveWalk';

/** Walks through the waves once, at one percentile of all that takes time. */
export function simulateWaves(
  input: ForecastInput,
  durations: Durations,
  percentile: Percentile,
  /** By environments; shared, since working them out is what takes long. */
  openTimes: Map<string, OpenTimes>,
): Course {
  const { plan, strategy, now, progress = [] } = input;
  const course: Course = {
    waves: [],
    leaves: [],
    end: now.getTime(),
    conflicts: [],
  };
  for (const wave of plan.waves) {
    const known = progress.find(item => item.wave === wave.index);
    if (known && ['done', 'cancelled'].includes(known.lifecycle)) {
      const end = timeOf(known.endedAt) ?? now.getTime();
      const start = Math.min(timeOf(known.startedAt) ?? end, end);
      course.waves.push({ index: wave.index, start, end });
      continue;
    }
    const environments = environmentsOf(wave);
    const key = JSON.stringify(environments);
    const open =
      openTimes.get(key) ??
      new OpenTimes(strategy.windows, strategy.freezes, environments);
    openTimes.set(key, open);
    const gates = new GateTimes(wave, input);
    const walk = new WaveWalk({ wave, open, gates, durations, percentile });
    const { start, end } = walk.go(course, known);
    course.waves.push({ index: wave.index, start, end });
    course.end = Math.max(course.end, end);
  }
  return course;
}
