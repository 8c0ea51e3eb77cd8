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
  GateSpec,
  RolloutStrategy,
  WaveRule,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { RolloutCluster } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { JsonObject } from '@backstage/types';
import { randomUUID } from 'node:crypto';
import { environmentsOf } from '../plan/environmentsOf';
import { gatesOf } from '../plan/previewOf';
import {
  NO_CELLS,
  type CellClusterRecord,
  type CellRecord,
  type GateRecord,
  type WaveRecord,
} from '../records';
import { nodeBatches } from '../forecast/nodeBatches';
import type { Forecast } from '../forecast/types';
import type { PlanRows } from '../store/types';
import type {
  PlannedCellPart,
  PlannedClusterPart,
  PlanningCluster,
  RolloutPlan,
} from '../types';

/** A plan as it is kept. */
export function planRecords(
  rolloutId: string,
  plan: Pick<RolloutPlan, 'waves'>,
  strategy: RolloutStrategy,
  forecast?: Forecast,
): PlanRows {
  const waves = plan.waves.map((wave): WaveRecord => {
    const { index, name, production } = wave;
    const expected = forecast?.waves.find(item => item.index === index);
    return {
      index,
      name,
      lifecycle: 'planned',
      plan: {
        rule: wave.rule.name,
        production,
        concurrency: wave.concurrency,
        failureBudget: wave.failureBudget,
        bakeSeconds: wave.bakeSeconds,
        ...(wave.nodesBakeSeconds !== undefined && {
          nodesBakeSeconds: wave.nodesBakeSeconds,
        }),
        minimumSamples: strategy.bake?.minimumSamples ?? 0,
        environments: environmentsOf(wave),
        ...(expected && {
          forecast: { start: expected.start, end: expected.end },
        }),
      },
      counts: { ...NO_CELLS },
      state: { stage: 'first' },
    };
  });
  return {
    waves,
    gates: plan.waves.flatMap(({ index, rule }) =>
      gateRecords(index, rule, strategy),
    ),
    cells: plan.waves.flatMap(({ cells, index }) =>
      cells.map((cell, place) =>
        cellRecord(rolloutId, cell, { wave: index, place: place + 1 }),
      ),
    ),
  };
}

export function cellRecord(
  rolloutId: string,
  { clusters, name }: PlannedCellPart,
  { place, wave }: { wave: number; place: number },
): CellRecord {
  return {
    id: randomUUID(),
    rolloutId,
    wave,
    place,
    name,
    state: 'planned',
    stage: 'first',
    attempt: 1,
    changed: 0,
    clusters: clusters.map(clusterRecord),
  };
}

function clusterRecord({
  cluster,
  tracks,
}: PlannedClusterPart): CellClusterRecord {
  return {
    cluster: toRolloutCluster(cluster),
    queue: cluster.ability.queue ?? '',
    touched: false,
    tracks: tracks.map(track => ({
      ...track,
      ...(track.kind === 'nodegroup' &&
        nodeBatches(
          cluster.observations.nodegroups?.document?.nodegroups.find(
            ({ name }) => name === track.name,
          ),
        )),
      state: 'planned',
      done: 0,
      now: track.from,
      attempt: 1,
      memory: {},
    })),
  };
}

function toRolloutCluster(cluster: PlanningCluster): RolloutCluster {
  const { ability, foreign, observations, system, ...own } = cluster;
  return own;
}

function gateRecords(
  wave: number,
  rule: WaveRule,
  strategy: RolloutStrategy,
): GateRecord[] {
  const specs: Array<[GateRecord['phase'], GateSpec]> = (
    ['before', 'after'] as const
  ).flatMap(phase =>
    [...(strategy[phase] ?? []), ...(rule[phase] ?? [])].map(
      (spec): [GateRecord['phase'], GateSpec] => [phase, spec],
    ),
  );
  const titles = gatesOf(rule, strategy);
  return specs.map(([phase, spec], index) => ({
    id: randomUUID(),
    wave,
    place: index + 1,
    phase,
    type: spec.type,
    title: titles[index].title,
    asked: (spec.with ?? {}) as JsonObject,
    state: 'notStarted',
    decisions: [],
  }));
}
