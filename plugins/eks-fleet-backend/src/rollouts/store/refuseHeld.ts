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
import type { Knex } from 'knex';
import type { CellRecord } from '../records';
import { findHeld } from './otherRollouts';

/** @throws ConflictError that names the rollout which holds a cluster of the cell */
export async function refuseHeld(
  transaction: Knex.Transaction,
  { clusters, name, rolloutId }: CellRecord,
  what: string,
): Promise<void> {
  const held = await findHeld(
    transaction,
    rolloutId,
    clusters.map(({ cluster }) => cluster.arn),
  );
  for (const { cluster } of clusters) {
    const other = held.get(cluster.arn);
    if (other) {
      throw new ConflictError(
        `${name} cannot be ${what} now: the rollout "${other.title}" (${other.id}) is changing ${cluster.name}. Wait until it is done with it, or skip it there`,
      );
    }
  }
}
