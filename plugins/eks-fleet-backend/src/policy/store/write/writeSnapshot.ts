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
import { utc } from '../../../database/text';
import type { CompleteSnapshot } from '../../types';
import type { CellRow, FeedRow } from '../rows';
import type { SessionLimits } from './DatabaseSnapshotSession';
import type { Movement } from './FeedFindings';
import { planCells, rememberedCell } from './planCells';
import { MOST_POLICIES, type SnapshotContents } from './SnapshotContents';
import { writeCells, writeCounts, writeTrend } from './writeCells';
import { writeExceptions } from './writeExceptions';

/** Writes all that a snapshot says besides its findings. */
export async function writeSnapshot(
  transaction: Knex,
  snapshot: CompleteSnapshot,
  options: {
    feed: FeedRow;
    hash: string;
    contents: SnapshotContents;
    policyIds: Map<string, number>;
    movements: ReadonlyMap<number, Movement>;
    limits: SessionLimits;
  },
): Promise<void> {
  const { contents, feed, hash, policyIds } = options;
  const { id: feedId, cluster_id: clusterId, observed_at: observedAt } = feed;
  const before = await transaction<CellRow>('policy_cells').where(
    'feed_id',
    feedId,
  );
  const { cells, counts } = planCells(snapshot, contents, policyIds, {
    feedId,
    clusterId,
    cells: before,
    observedAt,
  });
  const gone = await findGone(transaction, snapshot, before, cells);
  const remembered = gone.flatMap(
    cell => rememberedCell(cell, observedAt) ?? [],
  );
  await writeCells(transaction, feedId, [...cells, ...remembered], before);
  await writeCounts(transaction, feedId, counts);
  await writeTrend(transaction, clusterId, {
    before,
    after: cells,
    movements: options.movements,
    at: snapshot.observedAt,
  });
  await writeExceptions(
    transaction,
    { id: feedId, clusterId },
    snapshot.exceptions,
  );
  await transaction<FeedRow>('policy_feeds')
    .where('id', feedId)
    .update({
      observed_at: snapshot.observedAt.toISOString(),
      fresh_until: snapshot.freshUntil.toISOString(),
      evaluated_at: utc(snapshot.evaluatedAt),
      engines: JSON.stringify(snapshot.engines),
      passes: snapshot.passes ?? '',
      truncated: Number(snapshot.truncated || contents.dropped > 0),
      notes: JSON.stringify([
        ...snapshot.notes,
        ...notesOf(contents, options.limits),
      ]),
      source_state: snapshot.state ?? '',
      content_hash: hash,
      claim: '',
      claimed_at: '',
    });
}

/** Cells that the snapshot does not have, of engines whose policies were not all read. */
async function findGone(
  transaction: Knex,
  { engines }: CompleteSnapshot,
  before: CellRow[],
  cells: CellRow[],
): Promise<CellRow[]> {
  const present = new Set(cells.map(cell => cell.policy_id));
  const missing = before.filter(cell => !present.has(cell.policy_id));
  if (missing.length === 0 || engines.length === 0) {
    return missing;
  }
  const known: Array<{ id: number }> = await transaction('policies')
    .whereIn('engine', engines)
    .whereIn(
      'id',
      missing.map(cell => cell.policy_id),
    )
    .select('id');
  const removed = new Set(known.map(({ id }) => id));
  return missing.filter(cell => !removed.has(cell.policy_id));
}

function notesOf(contents: SnapshotContents, limits: SessionLimits): string[] {
  if (contents.dropped === 0) {
    return [];
  }
  return [
    contents.policies.size >= MOST_POLICIES
      ? `More than ${MOST_POLICIES} policies are named; findings of others were left out.`
      : `There are more than ${limits.open} findings; ${contents.dropped} or fewer were left out.`,
  ];
}
