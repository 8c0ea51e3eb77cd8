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

import type { GrantRequest } from '../../store/types';
import { grantSlots, type Slots, type TakenSlots } from '../grantSlots';
import { waitedFor } from '../waitedFor';
import { isUnderWay, type StoredCell } from './memoryTables';

/** Which queued cells of a wave start, held against all that is under way. */
export function memorySlots(
  stored: StoredCell[],
  {
    caps,
    free,
    rolloutId,
    titleOf,
    wave,
  }: Pick<GrantRequest, 'caps' | 'wave'> & {
    free: number;
    rolloutId: string;
    titleOf: (rolloutId: string) => string;
  },
): Slots {
  const queued = stored
    .map(({ cell }) => cell)
    .filter(
      cell =>
        cell.rolloutId === rolloutId &&
        cell.wave === wave &&
        cell.state === 'queued',
    )
    .sort((a, b) => a.place - b.place);
  const places = new Map<string, number>();
  const held = new Map<string, { id: string; title: string }>();
  for (const { cell, held: holds } of stored) {
    for (const { cluster } of cell.clusters) {
      const key = `${cluster.accountId}/${cluster.region}`;
      if (isUnderWay(cell) && cell.stage !== 'parked') {
        places.set(key, (places.get(key) ?? 0) + 1);
      }
      if (holds && cell.rolloutId !== rolloutId) {
        const { rolloutId: id } = cell;
        held.set(cluster.arn, { id, title: titleOf(id) });
      }
    }
  }
  const left = leftOf(stored, rolloutId, titleOf);
  return grantSlots(
    queued.map(({ clusters, id }) => ({
      id,
      clusters: clusters.map(({ cluster, queue }) => ({ ...cluster, queue })),
    })),
    free,
    { places, queues: new Map(), held, left },
    caps,
  );
}

/** What others want for which this rollout waits. */
function leftOf(
  stored: StoredCell[],
  rolloutId: string,
  titleOf: (rolloutId: string) => string,
): TakenSlots['left'] {
  const arnsOf = ({ cell }: StoredCell) =>
    cell.clusters.map(({ cluster }) => cluster.arn);
  const wanting = stored.filter(
    ({ cell, held }) => cell.state === 'queued' && !held,
  );
  const others = waitedFor(
    rolloutId,
    wanting.flatMap(want =>
      stored
        .filter(
          hold =>
            hold.held &&
            hold.cell.rolloutId !== want.cell.rolloutId &&
            arnsOf(hold).some(arn => arnsOf(want).includes(arn)),
        )
        .map(hold => ({ by: want.cell.rolloutId, of: hold.cell.rolloutId })),
    ),
  );
  return new Map(
    wanting
      .filter(({ cell }) => others.has(cell.rolloutId))
      .flatMap(want => {
        const { rolloutId: id } = want.cell;
        return arnsOf(want).map(
          (arn): [string, { id: string; title: string }] => [
            arn,
            { id, title: titleOf(id) },
          ],
        );
      }),
  );
}
