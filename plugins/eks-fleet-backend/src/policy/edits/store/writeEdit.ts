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
import { locked } from '../../../rollouts/store/claimLeases';
import type { EditCluster, EditEvent, EditRecord } from '../types';
import {
  CLUSTERS,
  EDITS,
  EVENTS,
  FILES,
  toClusterRow,
  toFileRows,
  type ClusterRow,
  type EditRow,
  type EventRow,
  type FileRow,
} from './rows';

/** @throws ConflictError where another of the same policy is open in one of its files */
export async function refuseTaken(
  transaction: Knex.Transaction,
  record: EditRecord,
): Promise<void> {
  const keys = toFileRows(record).map(({ active_key: key }) => key!);
  const [taken]: FileRow[] = await transaction<FileRow>(FILES)
    .whereIn('active_key', keys)
    .limit(1);
  if (taken) {
    throw new ConflictError(
      `Switching ${record.asked.policy} in ${taken.path} is proposed already: edit ${taken.edit_id}`,
    );
  }
}

/** An edit's row, that nobody else changes until the transaction ends. */
export async function lockRow(
  transaction: Knex.Transaction,
  id: string,
): Promise<EditRow | undefined> {
  const [row]: EditRow[] = await locked(
    transaction,
    transaction<EditRow>(EDITS).where({ id }),
  );
  return row;
}

/** Writes what was seen of clusters since, and no more. */
export async function updateClusters(
  transaction: Knex.Transaction,
  id: string,
  before: EditCluster[],
  after: EditCluster[],
): Promise<void> {
  const earlier = new Map(before.map(each => [each.arn, each]));
  for (const cluster of after) {
    const was = earlier.get(cluster.arn);
    if (
      was?.inForceAt !== cluster.inForceAt ||
      was?.supersededAt !== cluster.supersededAt ||
      was?.goneAt !== cluster.goneAt
    ) {
      const row = toClusterRow(id, cluster);
      await transaction<ClusterRow>(CLUSTERS)
        .where({ edit_id: id, arn: cluster.arn })
        .update({
          in_force_at: row.in_force_at,
          superseded_at: row.superseded_at,
          gone_at: row.gone_at,
        });
    }
  }
}

export async function insertEvents(
  transaction: Knex.Transaction,
  id: string,
  events: EditEvent[],
): Promise<void> {
  if (events.length > 0) {
    await transaction<EventRow>(EVENTS).insert(
      events.map(({ at, by = '', message }) => ({
        edit_id: id,
        at,
        actor: by,
        message,
      })),
    );
  }
}
