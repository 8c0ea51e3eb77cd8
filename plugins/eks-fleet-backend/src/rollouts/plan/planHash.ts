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

import { createHash } from 'node:crypto';
import type { PlanInput, PlannedClusterPart, RolloutPlan } from '../types';
import { canonicalJson } from './canonicalJson';

/**
 * SHA-256 of what is agreed to by whoever approves: the change, the strategy,
 * and which clusters move how in which wave. When it was planned is no part.
 */
export function planHash(
  { change, strategy }: Pick<PlanInput, 'change' | 'strategy'>,
  { waves }: Pick<RolloutPlan, 'waves'>,
): string {
  const agreed = [
    canonicalJson({ change, strategy }),
    // Lists, since these come in an order of their own whoever made them.
    JSON.stringify(
      waves.map(wave => [
        wave.index,
        wave.name,
        wave.production,
        wave.concurrency.asked,
        wave.concurrency.resolved,
        wave.failureBudget.asked,
        wave.failureBudget.resolved,
        wave.bakeSeconds,
        wave.nodesBakeSeconds,
        wave.cells.map(({ name, clusters }) => [name, clusters.map(wordPart)]),
      ]),
    ),
  ];
  return createHash('sha256').update(agreed.join('\n')).digest('hex');
}

function wordPart({ cluster, tracks }: PlannedClusterPart): unknown[] {
  return [
    cluster.arn,
    // With the ARN, what tells a cluster from one made again.
    cluster.createdAt,
    tracks.map(track => [
      track.kind,
      track.name,
      track.from,
      track.to,
      track.hops,
      track.order,
      track.releaseVersion,
      track.afterBake,
    ]),
  ];
}
