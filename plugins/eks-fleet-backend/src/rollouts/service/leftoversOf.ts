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

import { ConflictError } from '@backstage/errors';
import type { ClusterScope } from '../../inventory/types';
import type { RolloutRecord } from '../records';
import type { RolloutStore } from '../store/types';

const MAX_STRAGGLERS = 5000;

/**
 * ARNs of what a rollout that is over has not moved.
 *
 * @throws ConflictError where it is not over, or nothing is left
 */
export async function leftoversOf(
  store: Pick<RolloutStore, 'cells'>,
  { id, lifecycle }: RolloutRecord,
  scope: ClusterScope,
): Promise<string[]> {
  if (lifecycle !== 'done' && lifecycle !== 'cancelled') {
    throw new ConflictError(
      `It is ${lifecycle}; stragglers are what is left over of a rollout that is over`,
    );
  }
  const { cells } = await store.cells(
    id,
    {
      states: ['failed', 'skipped', 'planned', 'queued'],
      clusters: scope,
    },
    { limit: MAX_STRAGGLERS },
  );
  const arns = cells.flatMap(({ clusters }) =>
    clusters
      .filter(({ vanished }) => !vanished)
      .map(({ cluster }) => cluster.arn),
  );
  if (arns.length === 0) {
    throw new ConflictError('Nothing of it is left over');
  }
  return arns;
}
