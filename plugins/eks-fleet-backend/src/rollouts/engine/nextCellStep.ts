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

import type { CellClusterRecord, CellRecord } from '../records';
import { applyDecision } from './applyDecision';
import type {
  CellStep,
  CellStepOptions,
  ClusterStepContext,
  Decision,
} from './cellStep';
import { nextHop } from './hops';
import { hasFailed, settleCell } from './settleCell';

export function nextCellStep(
  before: CellRecord,
  decisions: ReadonlyMap<string, Decision>,
  options: CellStepOptions,
): CellStep {
  const step: CellStep = {
    cell: { ...before },
    acts: [],
    log: [],
    durations: [],
    again: false,
  };
  if (before.stage === 'parked') {
    // The wave takes it on, once it has baked.
    return step;
  }
  const failing = before.clusters.some(hasFailed);
  step.cell.clusters = before.clusters.map(cluster =>
    stepCluster(cluster, { ...options, before, decisions, failing, step }),
  );
  settleCell(step, options.now);
  return step;
}

function stepCluster(
  cluster: CellClusterRecord,
  context: ClusterStepContext,
): CellClusterRecord {
  const hop = nextHop(cluster, context.before.stage);
  const decision = context.decisions.get(cluster.cluster.arn);
  if (!hop || !decision || hop.track.state === 'failed') {
    return cluster;
  }
  const after = applyDecision(cluster, hop, decision, context);
  if (!('track' in after)) {
    return after;
  }
  const { track, ...rest } = after;
  return {
    ...cluster,
    ...rest,
    tracks: cluster.tracks.map(each => (each === hop.track ? track : each)),
  };
}
