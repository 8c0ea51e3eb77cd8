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

import { ConflictError, InputError, NotAllowedError } from '@backstage/errors';
import { randomUUID } from 'node:crypto';
import type { CellRecord, RolloutSnapshot } from '../../records';
import { logEntry } from './logEntry';
import { retryCell } from './retryCell';
import type { CellActContext, CellActResult } from './types';

/** One person asks, with a reason; another one agrees, and it is tried again with force. */
export function forceCell(
  cell: CellRecord,
  snapshot: RolloutSnapshot,
  reason: string,
  request: string | undefined,
  context: CellActContext,
): CellActResult {
  const { by, now } = context;
  const parked = cell.stage === 'parked';
  if (cell.state !== 'failed' && (cell.state !== 'running' || parked)) {
    throw new ConflictError(
      `${cell.name} ${
        parked ? 'waits for its bake' : `is ${cell.state}`
      }; only what is blocked can be forced`,
    );
  }
  if (reason.trim() === '') {
    throw new InputError('reason: forcing needs one');
  }
  const asked = cell.clusters.find(({ forceAsked }) => forceAsked)?.forceAsked;
  const at = now.toISOString();
  if (request === undefined) {
    const forceAsked = { id: randomUUID(), by, reason, at };
    return {
      cell: {
        ...cell,
        clusters: cell.clusters.map(cluster => ({ ...cluster, forceAsked })),
      },
      nextAt: cell.state === 'running' ? at : '',
      changes: {
        revises: true,
        log: [
          logEntry(
            cell,
            context,
            'cell.forceAsked',
            `Asks for somebody else to agree to force ${cell.name}${past(
              cell,
            )}`,
            reason,
          ),
        ],
      },
    };
  }
  if (!asked || asked.id !== request) {
    throw new ConflictError('secondPerson: nobody asked for this');
  }
  if (asked.by === by) {
    throw new NotAllowedError(
      'Whoever asked to force it cannot agree to it; it takes somebody else',
    );
  }
  const forced = { askedBy: asked.by, agreedBy: by, reason: asked.reason, at };
  const withForce: CellRecord = {
    ...cell,
    clusters: cell.clusters.map(({ forceAsked, ...cluster }) => ({
      ...cluster,
      forced,
    })),
  };
  const log = logEntry(
    cell,
    context,
    'cell.forced',
    `Agreed to force ${cell.name}, as ${asked.by} had asked: ${
      asked.reason
    }${past(cell)}`,
    reason,
  );
  if (cell.state === 'running') {
    return {
      cell: withForce,
      nextAt: at,
      changes: { revises: true, log: [log] },
    };
  }
  const tried = retryCell(withForce, snapshot, reason, context);
  return { ...tried, changes: { ...tried.changes, log: [log] } };
}

/** What it is forced past, as it was known when somebody decided. */
function past({ clusters, error, waiting }: CellRecord): string {
  const failed = clusters
    .flatMap(({ tracks }) => tracks)
    .find(track => track.error)?.error;
  const { code, message } = error ?? failed ?? waiting ?? {};
  return code === undefined ? '' : `; past ${code}: ${message}`;
}
