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

import { NotFoundError } from '@backstage/errors';
import type { RolloutSnapshot } from '../records';
import type { RolloutScope, RolloutStore } from '../store/types';

/** @throws NotFoundError for what is not there and what the scope leaves out, in the same words */
export async function findRollout(
  store: Pick<RolloutStore, 'get'>,
  scope: RolloutScope,
  id: string,
): Promise<RolloutSnapshot> {
  const snapshot = await store.get(scope, id);
  if (!snapshot) {
    throw new NotFoundError(`No rollout ${id}`);
  }
  return snapshot;
}
