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

import type { RolloutStrategy } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { NOW } from '../../../__testUtils__/clock';
import { planInput, strategyOf } from '../../plan/__testUtils__/planning';
import { planWaves } from '../../plan/planWaves';
import type { PlanInput } from '../../types';
import { forecastRollout } from '../forecastRollout';
import { plannedWaves } from '../plannedWaves';
import type { DurationSample, ForecastInput, ForecastWave } from '../types';

/** One control plane takes ten minutes, whatever it is; five of them at least were seen. */
export const TEN_MINUTES: DurationSample[] = Array.from({ length: 5 }, () => ({
  kind: 'controlPlane',
  seconds: 600,
}));

/** Of control planes alone, with bakes of an hour. */
export function forecast(
  plan: Partial<Omit<PlanInput, 'strategy'>> & {
    strategy?: Partial<RolloutStrategy>;
  },
  input: Partial<ForecastInput> = {},
  /** What has become of the waves since they were planned. */
  since: (waves: ForecastWave[]) => ForecastWave[] = waves => waves,
) {
  const all = planInput({
    change: { kind: 'kubernetesVersion', version: '1.34', nodes: 'leave' },
    ...plan,
    strategy: strategyOf({
      bake: { first: '1h', floor: '1h' },
      ...plan.strategy,
    }),
  });
  return forecastRollout({
    waves: since(plannedWaves(planWaves(all), all.strategy)),
    strategy: all.strategy,
    samples: TEN_MINUTES,
    now: NOW,
    support: [],
    extendedUsdPerHour: 0.5,
    ...input,
  });
}

/** Minutes from now on. */
export const minutes = (time: string) =>
  (Date.parse(time) - NOW.getTime()) / 60_000;
