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

import { median, percentile, rounded } from '../measurement/statistics';
import type { Record } from '../measurement/types';
import {
  forecastRollout,
  plannedWaves,
  planWaves,
  previewOf,
  shippedStrategies,
  type PlanInput,
} from './internals';
import { addonVersions, planningFleet } from './planningFleet';

const CELLS = 1_000;
const ROUNDS = 30;
const WARM_UP_ROUNDS = 3;
const NOW = new Date('2026-11-23T12:00:00Z');

/** A plan with its lint, forecast and preview, from observations to JSON. */
export async function measurePlan(record: Record): Promise<void> {
  const clusters = planningFleet(CELLS);
  for (const strategy of shippedStrategies()) {
    const input: PlanInput = {
      change: { kind: 'kubernetesVersion', version: '1.34' },
      selection: {},
      strategy: {
        ...strategy,
        windows: [
          {
            days: ['mon', 'tue', 'wed', 'thu'],
            from: '09:00',
            to: '16:00',
            timeZone: 'Europe/Berlin',
          },
        ],
        freezes: [
          {
            name: 'Year end',
            from: '2026-12-18T17:00:00Z',
            to: '2027-01-04T07:00:00Z',
          },
        ],
      },
      clusters,
      productionEnvironments: ['prod'],
      pairLabel: 'pair',
      addonVersions,
      now: NOW,
    };
    const times: number[] = [];
    let seen = '';
    for (let round = 0; round < WARM_UP_ROUNDS + ROUNDS; round++) {
      const start = performance.now();
      const plan = planWaves(input);
      const planned = performance.now();
      const preview = previewOf(
        plan,
        forecastRollout({
          waves: plannedWaves(plan, input.strategy),
          strategy: input.strategy,
          samples: [],
          now: NOW,
          support: [
            {
              version: '1.31',
              endOfStandardSupport: '2025-11-26T00:00:00Z',
              endOfExtendedSupport: '2026-11-26T00:00:00Z',
            },
          ],
          extendedUsdPerHour: 0.5,
        }),
        input.strategy,
      );
      const { length } = JSON.stringify(preview);
      const milliseconds = performance.now() - start;
      if (preview.cells.length !== CELLS) {
        throw new Error(
          `${preview.cells.length} of ${CELLS} cells were planned`,
        );
      }
      if (round >= WARM_UP_ROUNDS) {
        times.push(milliseconds);
      }
      seen = `${preview.waves.length} waves, ${
        preview.problems.length
      } problems, ${rounded(length / 1e6)} MB; the plan alone ${rounded(
        planned - start,
      )} ms the last time`;
    }
    record({
      name: `${strategy.name}: p95 of a plan of ${CELLS} cells with lint, forecast and preview`,
      value: percentile(times, 0.95),
      unit: 'ms',
      bar: { atMost: 300 },
      detail: `median ${rounded(median(times))} of ${ROUNDS}; ${seen}`,
    });
  }
}
