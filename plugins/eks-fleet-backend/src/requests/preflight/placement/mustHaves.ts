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

import type { KnownCluster } from '../ground/types';
import { anyOf } from '../words';
import type { PlacementWish } from './placeNamespace';
import { against, unfit, unknown, type Judgement } from './reasons';

/** Whether it is where it may be. */
export function placeOf(cluster: KnownCluster, wish: PlacementWish): Judgement {
  const wrong = [
    ['environment', cluster.environment, [wish.environment]],
    ['Region', cluster.region, wish.regions],
    ['account', cluster.accountId, wish.accounts],
  ] as const;
  const found = wrong.find(
    ([, value, right]) => right && !right.includes(value),
  );
  if (!found) {
    return {};
  }
  const [what, value, right] = found;
  return {
    reason: unfit(
      'place',
      `Its ${what} is ${value || 'not known'}, not ${anyOf(right!)}.`,
    ),
  };
}

export function statusOf({ status }: KnownCluster): Judgement {
  return status === 'ACTIVE' || status === 'UPDATING'
    ? {}
    : {
        reason: unfit('status', `It is ${status || 'in no known state'}.`),
      };
}

export function architectureOf(
  { architectures, capacity }: KnownCluster,
  { architecture }: PlacementWish,
): Judgement {
  if (!architecture || architectures?.includes(architecture)) {
    return {};
  }
  if (!architectures) {
    return {
      score: -1,
      reason: unknown(
        'architecture',
        `Whether it has ${architecture} nodes is not known.`,
      ),
    };
  }
  return capacity?.grows
    ? {
        score: -1,
        reason: against(
          'architecture',
          `It has no ${architecture} nodes now; they may come when pods wait.`,
        ),
      }
    : { reason: unfit('architecture', `It has no ${architecture} nodes.`) };
}
