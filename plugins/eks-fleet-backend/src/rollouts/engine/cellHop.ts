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

import type { TrackWork } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { CellClusterRecord, CellRecord } from '../records';
import type { CellClaim } from '../store/types';
import { nextHop, type NextHop } from './hops';

/** What is to be done next in a cluster of a cell. */
export function cellHop(
  cell: Pick<CellRecord, 'stage'>,
  cluster: CellClusterRecord,
): NextHop | undefined {
  return nextHop(cluster, cell.stage);
}

/** A hop as its executor gets it. */
export function toTrackWork(
  { approvedBy, cell, rollout, wave }: CellClaim,
  { cluster, forced, guided }: CellClusterRecord,
  { from, to, track }: NextHop,
  engine: Pick<TrackWork, 'installationId' | 'standing'>,
): TrackWork {
  return {
    ...engine,
    rollout: { id: rollout.id, name: rollout.name, title: rollout.title },
    wave: {
      index: wave.index,
      name: wave.name,
      gatesOpen: wave.lifecycle === 'running' || wave.lifecycle === 'baking',
    },
    cellId: cell.id,
    cluster,
    kind: track.kind,
    name: track.name,
    direction: cell.stage === 'back' ? 'back' : 'forward',
    from,
    to,
    releaseVersion: track.releaseVersion,
    attempt: track.attempt,
    force: forced !== undefined,
    startedBy: rollout.startedBy ?? rollout.createdBy,
    approvedBy,
    startedAt: track.hopStartedAt ?? cell.startedAt ?? rollout.createdAt,
    ...(cell.stage === 'back' && guided && { confirmed: guided }),
    memory: track.memory,
    intent: track.intent,
  };
}
