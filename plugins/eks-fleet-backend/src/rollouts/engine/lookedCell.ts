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

import type {
  TrackNotes,
  TrackWork,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { CellRecord } from '../records';
import type { CellClaim, CellOutcome } from '../store/types';
import type { CellStep } from './cellStep';
import { later } from './nextRolloutStep';

/** A hop of a cluster, with what was seen of it. */
export interface LookedHop {
  arn: string;
  work: TrackWork;
  observed?: unknown;
}

/** A cell that was looked at, and the step that follows. */
export interface LookedCell {
  claim: CellClaim;
  hops: LookedHop[];
  step: CellStep;
  /** Nothing was seen of some of it. */
  unseen: boolean;
}

/** What is recorded of a look, before any call. */
export function toOutcome(
  { claim, step, unseen }: LookedCell,
  now: Date,
  lookAgainSeconds: number,
): CellOutcome {
  const changed = !isSame(claim.cell, step.cell);
  return {
    lease: claim.lease,
    rolloutId: claim.rollout.id,
    ...(changed && { cell: step.cell }),
    ...(!unseen && { lookedAt: now.toISOString() }),
    log: step.log,
    durations: step.durations.map(sample => ({
      ...sample,
      executor: claim.rollout.executor,
    })),
    ...(step.acts.length === 0 && {
      nextAt: nextAt(step, now, lookAgainSeconds),
    }),
  };
}

function nextAt(
  { again, cell }: CellStep,
  now: Date,
  lookAgainSeconds: number,
): string {
  const underWay =
    (cell.state === 'running' && cell.stage !== 'parked') ||
    cell.state === 'rollingBack';
  if (!underWay) {
    return '';
  }
  return again ? now.toISOString() : later(now, lookAgainSeconds);
}

function isSame(a: CellRecord, b: CellRecord): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** The call was answered: nothing is open any more. */
export function withAnswer(
  cell: CellRecord,
  arn: string,
  notes: TrackNotes,
): CellRecord {
  return {
    ...cell,
    clusters: cell.clusters.map(cluster =>
      cluster.cluster.arn === arn
        ? {
            ...cluster,
            tracks: cluster.tracks.map(track =>
              track.intent ? { ...track, ...notes, intent: undefined } : track,
            ),
          }
        : cluster,
    ),
  };
}
