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

import type { Knex } from 'knex';
import { locked } from '../../rollouts/store/claimLeases';
import { lower, LOCKS } from './rows';
import type { ClaimLocks } from './types';

const ADDRESSES = 'addresses';

/**
 * Lets nobody else be given anything of the same owners or pools until the
 * transaction ends. Always in one order, so that two never wait for each other.
 */
export async function takeLocks(
  transaction: Knex.Transaction,
  { addresses, owners }: ClaimLocks,
): Promise<void> {
  const names = [
    ...new Set([
      ...owners.map(owner => `owner/${lower(owner)}`),
      ...(addresses ? [ADDRESSES] : []),
    ]),
  ].sort();
  for (const name of names) {
    await transaction(LOCKS).insert({ name }).onConflict('name').ignore();
    await locked(transaction, transaction(LOCKS).where({ name }));
  }
}
