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

import type { FleetStop } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { Knex } from 'knex';
import { known } from '../../database/text';
import { locked } from './claimLeases';
import type { EngineRow } from './rows';
import type { EngineState } from './types';

/** So long a silence that nobody can say what happened meanwhile. */
const SILENCE_MS = 3 * 60_000;

/** See {@link EngineStore.beat}. */
export async function beat(
  knex: Knex,
  now: Date,
  sequenceSeen: number,
): Promise<EngineState> {
  return knex.transaction(async transaction => {
    const [row]: EngineRow[] = await locked(
      transaction,
      transaction('rollout_engine').where('id', 1),
    );
    const at = now.toISOString();
    const silent =
      row.seen_at !== '' &&
      now.getTime() - Date.parse(row.seen_at) > SILENCE_MS;
    const settles = silent || row.sequence < sequenceSeen;
    const next = {
      // Of two replicas the one whose clock is behind does not set it back.
      seen_at: row.seen_at > at ? row.seen_at : at,
      sequence: Math.max(row.sequence, sequenceSeen) + 1,
      settle_since: settles ? at : row.settle_since,
    };
    await transaction('rollout_engine').where('id', 1).update(next);
    if (settles) {
      await transaction('rollout_cells')
        .whereRaw(`next_at <> ''`)
        .update({ next_at: at });
    }
    return {
      installationId: row.installation_id,
      sequence: next.sequence,
      settleSince: known(next.settle_since),
      stop: toFleetStop(row),
    };
  });
}

export function toFleetStop(row: EngineRow): FleetStop {
  return {
    stopped: row.stopped === 1,
    by: known(row.stopped_by),
    at: known(row.stopped_at),
    reason: known(row.stopped_reason),
  };
}
