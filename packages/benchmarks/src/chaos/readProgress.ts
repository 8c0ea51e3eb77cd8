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

import type { ChaosDatabase } from './ChaosDatabase';
import { DatabaseRolloutStore, type TrackRecord } from './engine/internals';

/** How far a rollout is, as its database says. */
export interface Progress {
  lifecycle: string;
  waiting?: string;
  /** Cells that succeeded, and all. */
  succeeded: number;
  cells: number;
  /** The share of the parts of clusters that are where they are to be. */
  done: number;
}

export async function readProgress(
  { knex }: ChaosDatabase,
  id: string,
): Promise<Progress> {
  const snapshot = await new DatabaseRolloutStore(knex).get('all', id);
  const rows: Array<{ tracks: string }> = await knex('rollout_clusters')
    .where('rollout_id', id)
    .select('tracks');
  const tracks = rows.flatMap(row => JSON.parse(row.tracks) as TrackRecord[]);
  const counts = snapshot!.waves.map(wave => wave.counts);
  return {
    lifecycle: snapshot!.rollout.lifecycle,
    waiting: snapshot!.rollout.waiting?.message,
    succeeded: counts.reduce((sum, { succeeded }) => sum + succeeded, 0),
    cells: rows.length,
    done:
      tracks.filter(({ state }) => state === 'succeeded').length /
      tracks.length,
  };
}
