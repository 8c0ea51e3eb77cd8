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
  DurationForecast,
  TimeForecast,
  Track,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { OpenTimes } from '../strategy/OpenTimes';
import { Durations } from './Durations';
import { forecastSupport } from './forecastSupport';
import { simulateWaves } from './simulateWaves';
import { isOver } from './standing';
import type { Forecast, ForecastInput } from './types';

/**
 * When what is left of each wave and the rollout ends, of bakes, windows,
 * freezes and how long things took before, and what that means for support and
 * its price. p90 is the course in which all is slow and each decision is
 * waited for.
 */
export function forecastRollout(input: ForecastInput): Forecast {
  const durations = new Durations(input.samples);
  const openTimes = new Map<string, OpenTimes>();
  const p50 = simulateWaves(input, durations, 'p50', openTimes);
  const p90 = simulateWaves(input, durations, 'p90', openTimes);
  const { support, conflicts } = forecastSupport(input, { p50, p90 });
  const rests = kindsOf(input).map(kind => durationOf(kind, durations));
  return {
    madeAt: input.now.toISOString(),
    end: times(p50.end, p90.end),
    basis: rests.every(({ basis }) => basis === 'measured')
      ? 'measured'
      : 'assumed',
    samples: rests.reduce((sum, { samples }) => sum + samples, 0),
    durations: rests,
    support,
    extendedSupportUsd: cents(
      support.reduce((sum, item) => sum + (item.extendedSupportUsd ?? 0), 0),
    ),
    conflicts: [...p50.conflicts, ...conflicts],
    waves: p50.waves.map(({ index, start, end }, position) => ({
      index,
      start: times(start, p90.waves[position].start),
      end: times(end, p90.waves[position].end),
    })),
  };
}

/** Of what is still to be done. */
function kindsOf({ waves }: ForecastInput): Array<Track['kind']> {
  const kinds = new Set<Track['kind']>();
  for (const cell of waves.flatMap(({ cells }) => cells)) {
    if (!isOver(cell)) {
      cell.clusters.forEach(({ tracks }) =>
        tracks.forEach(({ kind }) => kinds.add(kind)),
      );
    }
  }
  return [...kinds];
}

function durationOf(
  kind: Track['kind'],
  durations: Durations,
): DurationForecast {
  const samples = durations.measured(kind);
  const { p50, p90 } = durations.of(kind);
  return {
    kind,
    basis: samples > 0 ? 'measured' : 'assumed',
    samples,
    p50Seconds: Math.round(p50),
    p90Seconds: Math.round(p90),
  };
}

function times(p50: number, p90: number): TimeForecast {
  return {
    p50: new Date(p50).toISOString(),
    p90: new Date(p90).toISOString(),
  };
}

function cents(usd: number): number {
  return Math.round(usd * 100) / 100;
}
