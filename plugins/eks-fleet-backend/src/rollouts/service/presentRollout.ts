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
  RolloutWave,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { bakeEnd } from '../engine/bakeClock';
import {
  NO_CELLS,
  type CellCounts,
  type GateRecord,
  type PlanRecord,
  type RolloutSnapshot,
  type WaveRecord,
} from '../records';
import { outcomeOf, sumOf } from './outcomeOf';
import { presentGate } from './presentGate';
import { presentWaiting } from './presentWaiting';
import type { RolloutView } from './RolloutView';

/** A rollout as a reader may see it. */
export function presentRollout(
  { gates, rollout, waves }: RolloutSnapshot,
  view: RolloutView,
): Rollout {
  const counts = waves.map(wave => countsOf(wave, view));
  const whole = sumOf(counts);
  const { plan } = rollout;
  const isReadable = (arn: string) => view.readable?.has(arn) ?? true;
  return {
    id: rollout.id,
    name: rollout.name,
    title: rollout.title,
    revision: rollout.revision,
    lifecycle: rollout.lifecycle,
    outcome: outcomeOf(whole),
    running: whole.running + whole.rollingBack,
    waiting: presentWaiting(rollout.waiting, view),
    change: rollout.change,
    from: plan?.from,
    selection: {
      ...rollout.selection,
      ...(rollout.selection.clusters && {
        clusters: rollout.selection.clusters.filter(isReadable),
      }),
      ...(rollout.selection.exclude && {
        exclude: rollout.selection.exclude.filter(isReadable),
      }),
    },
    strategy: rollout.strategy,
    strategyChanged: view.strategyChanged,
    executor: rollout.executor,
    environments: rollout.environments.filter(Boolean),
    owners: rollout.owners.filter(Boolean),
    plan: plan && {
      madeAt: plan.madeAt,
      hash: rollout.planHash,
      problems: plan.problems.filter(
        ({ clusters }) =>
          view.readable === undefined || (clusters ?? []).every(isReadable),
      ),
    },
    waves: waves.map((wave, index) =>
      presentWave(
        wave,
        counts[index],
        gates.filter(gate => gate.wave === wave.index),
        rollout,
        view,
      ),
    ),
    // Money and dates are of all clusters.
    forecast: view.readable === undefined ? forecastOf(plan, view) : undefined,
    unassigned: rollout.unassigned.filter(isReadable).length,
    movedOutside: view.movedOutside,
    stragglersOf: rollout.stragglersOf,
    createdBy: rollout.createdBy,
    createdAt: rollout.createdAt,
    updatedBy: rollout.updatedBy,
    updatedAt: rollout.updatedAt,
    startedBy: rollout.startedBy,
    startedAt: rollout.startedAt,
    endedAt: rollout.endedAt,
    may: view.may,
  };
}

function presentWave(
  wave: WaveRecord,
  counts: CellCounts,
  gates: GateRecord[],
  rollout: RolloutSnapshot['rollout'],
  view: RolloutView,
): RolloutWave {
  const { plan } = wave;
  return {
    index: wave.index,
    name: wave.name,
    rule: plan.rule,
    lifecycle: wave.lifecycle,
    outcome: outcomeOf(counts),
    running: counts.running + counts.rollingBack,
    cells: outcomeOf(counts).total,
    production: plan.production,
    concurrency: plan.concurrency,
    failureBudget: plan.failureBudget,
    bake: presentBake(wave),
    gates: gates.map(gate => presentGate(gate, rollout, view)),
    waiting: presentWaiting(wave.waiting, view),
    startedAt: wave.startedAt,
    endedAt: wave.endedAt,
    forecast: forecastOfWave(wave, view),
  };
}

function presentBake({ plan, state }: WaveRecord): RolloutWave['bake'] {
  const bake = state.bake ?? state.baked?.at(-1);
  if (!bake) {
    return {
      seconds: plan.bakeSeconds,
      healthySeconds: 0,
      stoodStillSeconds: 0,
      samples: 0,
      minimumSamples: plan.minimumSamples,
    };
  }
  return {
    seconds: bake.seconds,
    healthySeconds: Math.floor(bake.healthySeconds),
    stoodStillSeconds: Math.floor(bake.stoodStillSeconds),
    samples: bake.samples,
    minimumSamples: bake.minimumSamples,
    startedAt: bake.startedAt,
    endsAt: bake.endedAt ?? bakeEnd(bake).toISOString(),
    endedAt: bake.endedAt,
  };
}

function countsOf(wave: WaveRecord, { counts }: RolloutView): CellCounts {
  return counts ? counts.get(wave.index) ?? NO_CELLS : wave.counts;
}

/** As it stands; or as it was planned, where it has not been forecast since. */
function forecastOf(
  plan: PlanRecord | undefined,
  { forecast }: RolloutView,
): Rollout['forecast'] {
  if (!forecast) {
    return plan?.forecast;
  }
  const { waves, ...whole } = forecast;
  return whole;
}

function forecastOfWave(
  { index, plan }: WaveRecord,
  { forecast }: RolloutView,
): RolloutWave['forecast'] {
  if (!forecast) {
    return plan.forecast;
  }
  const own = forecast.waves.find(wave => wave.index === index);
  return own && { start: own.start, end: own.end };
}
