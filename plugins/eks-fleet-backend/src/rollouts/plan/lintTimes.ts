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

import type { PlanProblem } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { PlanInput, RolloutPlan } from '../types';
import { wordSeconds } from '../strategy/durations';
import { isTimeZone } from '../strategy/localWindows';
import { nextOpening } from '../strategy/windows';
import { environmentsOf } from './environmentsOf';
import { nameOf } from './trackPlan';

/** EKS goes back one minor within seven days of the upgrade. */
const ROLLBACK_SECONDS = 7 * 24 * 3600;
/** A rollout that waits for longer than this was hardly meant to. */
const TOO_LONG_MS = 90 * 24 * 3600 * 1000;

/** Whether bakes leave time to go back, and windows ever open. */
export function lintTimes(plan: RolloutPlan, input: PlanInput): PlanProblem[] {
  return [
    ...findLongBakes(plan, input),
    ...findUnknownZones(input),
    ...findNeverOpen(plan, input),
  ];
}

function findLongBakes(
  { waves }: RolloutPlan,
  { change }: PlanInput,
): PlanProblem[] {
  return change.kind !== 'kubernetesVersion'
    ? []
    : waves
        .filter(({ bakeSeconds }) => bakeSeconds >= ROLLBACK_SECONDS)
        .map(({ index, name, bakeSeconds }) => ({
          code: 'bake.pastRollback',
          severity: 'warning',
          wave: index,
          message: `${name} bakes for ${wordSeconds(
            bakeSeconds,
          )}; EKS goes back to the version before within seven days only`,
        }));
}

function findUnknownZones({ strategy }: PlanInput): PlanProblem[] {
  const zones = (strategy.windows ?? []).flatMap(
    ({ timeZone }) => timeZone ?? [],
  );
  return [...new Set(zones)]
    .filter(zone => !isTimeZone(zone))
    .map(zone => ({
      code: 'windows.unknownTimeZone',
      severity: 'error',
      message: `${nameOf(
        zone,
      )} is no time zone, so its window never opens; write it as in Europe/Berlin`,
    }));
}

/** One problem for all waves that the same freeze or window keeps shut. */
function findNeverOpen(
  { waves }: RolloutPlan,
  { strategy, now }: PlanInput,
): PlanProblem[] {
  const { windows, freezes } = strategy;
  if (!now || !(windows?.length || freezes?.length)) {
    return [];
  }
  const problems = new Map<string, PlanProblem>();
  for (const wave of waves) {
    const opening = nextOpening(windows, freezes, environmentsOf(wave), now);
    const wait = (opening.until?.getTime() ?? Infinity) - now.getTime();
    if (!opening.open && wait > TOO_LONG_MS && !problems.has(opening.message)) {
      problems.set(opening.message, {
        code: 'windows.neverOpen',
        severity: opening.until ? 'warning' : 'error',
        wave: wave.index,
        message: `${wave.name} cannot start: ${opening.message}`,
      });
    }
  }
  return [...problems.values()];
}
