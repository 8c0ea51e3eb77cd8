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

import type { ChaosCluster, ExecutorName } from '../types';
import type { ClusterOutcome, PartOutcome } from './types';

/** A sentence for all that was not done exactly once. Pure. */
export function findWrongs(
  { arn, from, nodegroups, to }: ChaosCluster,
  outcome: ClusterOutcome,
  executor: ExecutorName,
): string[] {
  const upgraded: PartOutcome = { version: to, updates: [`${to} Successful`] };
  const wrongs: string[] = [];
  const hold = (what: string, seen: unknown, wanted: unknown) => {
    if (JSON.stringify(seen) !== JSON.stringify(wanted)) {
      wrongs.push(
        `${what} of ${arn}: ${JSON.stringify(seen)}, not ${JSON.stringify(
          wanted,
        )}`,
      );
    }
  };
  hold(`The control plane (${from})`, outcome.controlPlane, upgraded);
  for (const nodegroup of nodegroups) {
    hold(
      `The node group ${nodegroup.name}`,
      outcome.nodes[nodegroup.name],
      // By way of Git the control planes are moved alone.
      executor === 'eks' ? upgraded : { version: nodegroup.from, updates: [] },
    );
  }
  hold('Pull requests', outcome.pulls, executor === 'eks' ? [] : ['merged']);
  return wrongs;
}
