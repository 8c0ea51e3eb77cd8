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
import { environmentsOf } from '../plan/environmentsOf';
import type { PlannedCellPart, PlannedWave, RolloutPlan } from '../types';
import { nodeBatches } from './nodeBatches';
import type { ForecastCell, ForecastGate, ForecastWave } from './types';

/** The waves of a plan of which nothing has begun. */
export function plannedWaves(
  { waves }: Pick<RolloutPlan, 'waves'>,
  strategy: Pick<RolloutStrategy, 'before' | 'after'>,
): ForecastWave[] {
  return waves.map(wave => ({
    index: wave.index,
    name: wave.name,
    environments: environmentsOf(wave),
    slots: wave.concurrency.resolved,
    gates: gatesOf(wave, strategy),
    bakeSeconds: wave.bakeSeconds,
    nodesBakeSeconds: wave.nodesBakeSeconds,
    cells: wave.cells.map(toCell),
  }));
}

function gatesOf(
  { rule }: PlannedWave,
  strategy: Pick<RolloutStrategy, 'before' | 'after'>,
): ForecastGate[] {
  return (['before', 'after'] as const).flatMap(phase =>
    [...(strategy[phase] ?? []), ...(rule[phase] ?? [])].map(gate => ({
      phase,
      type: gate.type,
      with: gate.with,
    })),
  );
}

function toCell({ clusters }: PlannedCellPart): ForecastCell {
  return {
    clusters: clusters.map(({ cluster, tracks }) => {
      const nodegroups = new Map(
        cluster.observations.nodegroups?.document?.nodegroups.map(group => [
          group.name,
          group,
        ]),
      );
      return {
        arn: cluster.arn,
        tracks: tracks.map(track =>
          track.kind === 'nodegroup'
            ? { ...track, ...nodeBatches(nodegroups.get(track.name ?? '')) }
            : track,
        ),
      };
    }),
  };
}
