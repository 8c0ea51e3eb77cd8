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

import type { Waiting } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { ENGINE, type CellClusterRecord, type NewLogEntry } from '../records';
import type { CellStep } from './cellStep';
import { followsBake, nextHop } from './hops';

export function settleCell(step: CellStep, now: Date): void {
  const { cell } = step;
  const at = now.toISOString();
  const open = cell.clusters.filter(
    cluster =>
      !hasFailed(cluster) && nextHop(cluster, cell.stage) !== undefined,
  );
  const failedCluster = cell.clusters.find(hasFailed);
  const busy = failedCluster ? open.filter(isUnderWay) : open;
  if (busy.length > 0) {
    cell.waiting = firstWaiting(busy, cell.id);
    return;
  }
  cell.waiting = undefined;
  step.again = false;
  const log = (
    code: string,
    message: string,
    level: NewLogEntry['level'] = 'info',
  ) =>
    step.log.push({
      at,
      actor: ENGINE,
      code,
      message,
      level,
      wave: cell.wave,
      cellId: cell.id,
    });
  if (failedCluster) {
    cell.state = 'failed';
    cell.error = failedCluster.tracks.find(
      ({ state }) => state === 'failed',
    )?.error;
    cell.endedAt = at;
    log('cell.failed', `${cell.name} failed`, 'error');
  } else if (cell.clusters.every(({ vanished }) => vanished)) {
    cell.state = 'skipped';
    cell.endedAt = at;
    log('cell.skipped', `${cell.name} is there no more`, 'warning');
  } else if (cell.stage === 'back') {
    cell.state = 'rolledBack';
    cell.error = undefined;
    cell.endedAt = at;
    log('cell.rolledBack', `${cell.name} is back`, 'warning');
  } else if (cell.stage === 'first' && followsBake(cell)) {
    cell.stage = 'parked';
    cell.waiting = {
      code: 'bake.time',
      message: 'Its nodes follow once the wave has baked',
      since: at,
    };
    log('cell.parked', `${cell.name} is done up to its nodes`);
  } else {
    cell.state = 'succeeded';
    cell.error = undefined;
    cell.endedAt = at;
    log('cell.succeeded', `${cell.name} is done`);
  }
}

/** Whether a part of the cluster failed. */
export function hasFailed({ tracks }: CellClusterRecord): boolean {
  return tracks.some(({ state }) => state === 'failed');
}

function isUnderWay({ tracks }: CellClusterRecord): boolean {
  return tracks.some(
    ({ hopStartedAt, intent }) =>
      hopStartedAt !== undefined || intent !== undefined,
  );
}

function firstWaiting(
  clusters: CellClusterRecord[],
  cellId: string,
): Waiting | undefined {
  const waiting = clusters
    .flatMap(({ tracks }) => tracks.flatMap(track => track.waiting ?? []))
    .sort((a, b) => (a.since ?? '').localeCompare(b.since ?? ''))[0];
  return waiting && { ...waiting, cellId };
}
