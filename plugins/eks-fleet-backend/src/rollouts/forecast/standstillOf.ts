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

import type { FleetStop } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { RolloutRecord } from '../records';
import type { Standstill } from './types';
import { DECISION_SECONDS } from './WaveWalk';

/** Why a rollout stands as a whole, and how long that is taken to last. */
export function standstillOf(
  { control, lifecycle }: Pick<RolloutRecord, 'control' | 'lifecycle'>,
  stop: Pick<FleetStop, 'stopped'>,
): Standstill | undefined {
  if (lifecycle === 'stopping' && control.stopThen === 'cancelled') {
    return {
      seconds: 'never',
      message: 'It is being cancelled: what is under way is finished',
    };
  }
  if (stop.stopped) {
    return {
      seconds: DECISION_SECONDS,
      message: `All changes of the fleet are stopped; this is ${asIf(
        'they were let go on',
      )}`,
    };
  }
  return lifecycle === 'paused' || lifecycle === 'stopping'
    ? {
        seconds: DECISION_SECONDS,
        message: `It is paused; this is ${asIf('somebody resumed it')}`,
      }
    : undefined;
}

function asIf(what: string): string {
  const hours = DECISION_SECONDS.p90 / 3600;
  return `as if ${what} now, and at the latest in ${hours} hours`;
}
