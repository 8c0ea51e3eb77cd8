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
import { rollbackClock, type RollbackMeans } from '../engine/rollbackClock';
import type { CellClusterRecord } from '../records';

/**
 * Refuses to take a cluster back that cannot go back, or that EKS says
 * something against; the latter not with force, to which two have to agree.
 *
 * @throws ConflictError that says why, and what to do
 */
export function refuseRollback(
  record: CellClusterRecord,
  means: RollbackMeans,
  { force, now }: { force?: boolean; now: Date },
): void {
  const { message, readiness, state } = rollbackClock(record, means, now);
  const { name } = record.cluster;
  switch (state) {
    case 'expired':
    case 'pastPoint':
    case 'notPossible':
      throw new ConflictError(`${name}: not possible, because: ${message}`);
    default:
  }
  if (readiness && readiness.state !== 'passing' && !force) {
    throw new ConflictError(
      `${name}: ${readiness.message}. Mend that, or ask for force with a reason, to which somebody else agrees who may force`,
    );
  }
}
