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
import { quietSecondsOf } from '../../alerts/judgeAlarms';
import { pauseAfterSecondsOf } from '../engine/alarmState';
import { bakeEnd } from '../engine/bakeClock';
import type {
  BakeClock,
  CellRecord,
  GateRecord,
  RolloutSnapshot,
  WaveRecord,
} from '../records';
import type {
  Estimate,
  ForecastCell,
  ForecastGate,
  ForecastWave,
  WaveStanding,
} from './types';

/** The waves of a rollout from where each of them stands. Pure. */
export function standingWaves(
  { gates, rollout, waves }: RolloutSnapshot,
  /** Those that are not over. */
  cells: CellRecord[],
  now: Date,
): ForecastWave[] {
  return waves.map(wave => ({
    index: wave.index,
    name: wave.name,
    environments: wave.plan.environments,
    slots: wave.plan.concurrency.resolved,
    gates: gates.filter(gate => gate.wave === wave.index).map(toGate),
    bakeSeconds: wave.plan.bakeSeconds,
    nodesBakeSeconds: wave.plan.nodesBakeSeconds,
    cells: cells.filter(cell => cell.wave === wave.index).map(toCell),
    standing: standingOf(wave, rollout.strategy, now),
  }));
}

function standingOf(
  { endedAt, lifecycle, startedAt, state }: WaveRecord,
  strategy: RolloutStrategy,
  now: Date,
): WaveStanding {
  return {
    lifecycle,
    stage: state.stage,
    bakeSecondsLeft: state.bake && secondsLeft(state.bake, now),
    held: heldOf(state.alarms, strategy, now),
    startedAt,
    endedAt,
  };
}

/** What went by healthy since the last look counts, and what went by otherwise does not. */
function secondsLeft(bake: BakeClock, now: Date): number {
  return bake.quiet
    ? Math.max((bakeEnd(bake).getTime() - now.getTime()) / 1000, 0)
    : Math.max(bake.seconds - bake.healthySeconds, 0);
}

/** At the earliest it goes on when all has been quiet for a while, at the latest when it pauses. */
function heldOf(
  alarms: WaveRecord['state']['alarms'],
  strategy: RolloutStrategy,
  now: Date,
): Estimate | undefined {
  if (alarms?.state !== 'hold' && alarms?.state !== 'unknown') {
    return undefined;
  }
  const until = Date.parse(alarms.until ?? '');
  const p50 = Number.isNaN(until)
    ? quietSecondsOf(strategy.alarms)
    : Math.max((until - now.getTime()) / 1000, 0);
  return { p50, p90: Math.max(p50, pauseAfterSecondsOf(strategy.alarms)) };
}

function toGate({ asked, phase, state, type }: GateRecord): ForecastGate {
  return { phase, type, with: asked, open: state === 'open' };
}

function toCell({ clusters, stage, state }: CellRecord): ForecastCell {
  return {
    state,
    stage,
    clusters: clusters
      .filter(({ vanished }) => !vanished)
      .map(({ cluster, tracks }) => ({ arn: cluster.arn, tracks })),
  };
}
