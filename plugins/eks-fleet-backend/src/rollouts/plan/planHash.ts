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

import { prepareDocument } from '../../collection/store/prepareDocument';
import type { PlanInput, RolloutPlan } from '../types';

/**
 * SHA-256 of what is agreed to by whoever approves: the change, the strategy,
 * and which clusters move how in which wave. When it was planned is no part.
 */
export function planHash(
  { change, strategy }: Pick<PlanInput, 'change' | 'strategy'>,
  { waves }: Pick<RolloutPlan, 'waves'>,
): string {
  return prepareDocument({
    change,
    strategy,
    waves: waves.map(
      ({ index, name, production, concurrency, failureBudget, ...wave }) => ({
        index,
        name,
        production,
        concurrency,
        failureBudget,
        bakeSeconds: wave.bakeSeconds,
        nodesBakeSeconds: wave.nodesBakeSeconds,
        cells: wave.cells.map(cell => ({
          name: cell.name,
          clusters: cell.clusters.map(({ cluster, tracks }) => ({
            arn: cluster.arn,
            // With the ARN, what tells a cluster from one made again.
            createdAt: cluster.createdAt,
            tracks,
          })),
        })),
      }),
    ),
  }).hash;
}
