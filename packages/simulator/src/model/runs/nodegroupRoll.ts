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

import type { Nodegroup } from '../nodegroups';
import type { Cluster } from '../types';
import type { UpdateError } from '../updates';
import { DURATIONS } from './durations';
import { NodeRoll, type NodegroupTarget } from './NodeRoll';
import type { UpdateWork } from './UpdateRuns';

/**
 * Replaces the nodes of a group, batch by batch: setup, scale-up, upgrade,
 * scale-down. Where that fails, the group keeps its version, and the nodes that
 * were replaced by then stay.
 */
export function* nodegroupRoll(
  cluster: Cluster,
  group: Nodegroup,
  options: { target: NodegroupTarget; force: boolean; startedAt: Date },
  failure?: UpdateError,
): UpdateWork {
  const { target, force } = options;
  const roll = new NodeRoll(cluster, group, target, options.startedAt);
  group.status = 'UPDATING';
  yield DURATIONS.nodegroup.setup;
  let at: Date = yield DURATIONS.nodegroup.scaleUp;
  if (failure?.errorCode === 'NodeCreationFailure') {
    return roll.fail([failure], at);
  }
  roll.scaleUp(at);
  while (roll.left() > 0) {
    let waited = 0;
    let stuck = roll.stuckNodes();
    while (stuck.length > 0 && !force) {
      if (waited >= DURATIONS.drainLimit) {
        return roll.fail([podEvictionFailure(group, stuck)], at);
      }
      at = yield DURATIONS.drainRetry;
      waited += DURATIONS.drainRetry;
      stuck = roll.stuckNodes();
    }
    at = yield DURATIONS.nodegroup.batch;
    roll.replaceBatch();
    if (failure) {
      return roll.fail([failure], at);
    }
  }
  at = yield DURATIONS.nodegroup.scaleDown;
  roll.succeed(at);
  return [];
}

function podEvictionFailure(group: Nodegroup, nodes: string[]): UpdateError {
  return {
    errorCode: 'PodEvictionFailure',
    errorMessage: `Reached max retries while trying to evict pods from nodes in node group ${group.name}`,
    resourceIds: nodes,
  };
}
