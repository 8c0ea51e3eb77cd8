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
  Rollout,
  RolloutOutcome,
  RolloutWave,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import {
  outcomeStates,
  type OutcomePart,
  type RolloutState,
  type WaveState,
} from '../states';

/** How a rollout is told; its end only as good as what became of its cells. */
export function rolloutState(
  rollout: Pick<Rollout, 'lifecycle' | 'outcome'>,
): RolloutState {
  const { lifecycle, outcome } = rollout;
  if (lifecycle !== 'done') {
    return lifecycle;
  }
  if (outcome.failed > 0) {
    return 'doneWithFailures';
  }
  return outcome.succeeded < outcome.total ? 'doneInPart' : 'done';
}

/** How a wave is told. */
export function waveState(
  wave: Pick<RolloutWave, 'lifecycle' | 'outcome'>,
): WaveState {
  return wave.lifecycle === 'done' && wave.outcome.failed > 0
    ? 'doneWithFailures'
    : wave.lifecycle;
}

/** What became of cells, without what became of none. */
export function outcomeParts(
  outcome: RolloutOutcome,
): { part: OutcomePart; count: number }[] {
  return (Object.keys(outcomeStates) as OutcomePart[])
    .map(part => ({ part, count: outcome[part] }))
    .filter(({ count }) => count > 0);
}

/** Whether a rollout is over. */
export function hasEnded(rollout: Pick<Rollout, 'lifecycle'>): boolean {
  return rollout.lifecycle === 'done' || rollout.lifecycle === 'cancelled';
}

/** Whether a rollout has not begun. */
export function isPlan(rollout: Pick<Rollout, 'lifecycle'>): boolean {
  return rollout.lifecycle === 'draft' || rollout.lifecycle === 'planned';
}
