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
import type { Knex } from 'knex';
import type { RolloutSnapshot } from '../records';
import { locked } from './claimLeases';
import { readSnapshots } from './readRollouts';
import type { RolloutRow } from './rows';

/** @throws NotFoundError */
export async function lockRow(
  transaction: Knex.Transaction,
  id: string,
): Promise<RolloutRow> {
  const [row]: RolloutRow[] = await locked(
    transaction,
    transaction('rollouts').where('id', id),
  );
  if (!row) {
    throw new NotFoundError(`No rollout ${id}`);
  }
  return row;
}

/** @throws NotFoundError */
export async function lockSnapshot(
  transaction: Knex.Transaction,
  id: string,
): Promise<RolloutSnapshot> {
  const [snapshot] = await readSnapshots(transaction, [
    await lockRow(transaction, id),
  ]);
  return snapshot;
}
