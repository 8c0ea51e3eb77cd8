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
import { createHash } from 'node:crypto';
import type { ClusterScope } from '../../inventory/types';
import type { CellRecord, RolloutChanges, RolloutSnapshot } from '../records';
import { cellRecord } from './planRecords';
import type { RolloutPlanner } from './RolloutPlanner';

/** Cells for clusters of the unassigned tray, and what they change of the rollout. */
export async function assignCells(options: {
  snapshot: RolloutSnapshot;
  arns: string[];
  by: string;
  now: Date;
  planner: Pick<RolloutPlanner, 'plan'>;
  scope: ClusterScope;
}): Promise<{
  cells: CellRecord[];
  change: (before: RolloutSnapshot) => RolloutChanges;
}> {
  const { arns, by, now, planner, scope, snapshot } = options;
  const { rollout } = snapshot;
  const last = demandOpenWave(snapshot);
  const strangers = arns.filter(arn => !rollout.unassigned.includes(arn));
  if (arns.length === 0 || strangers.length > 0) {
    throw new ConflictError(
      strangers.length > 0
        ? `${strangers[0]} is not unassigned`
        : 'clusters: names those that the last wave takes',
    );
  }
  const { plan } = await planner.plan(scope, {
    title: rollout.title,
    change: rollout.change,
    selection: { clusters: arns },
    // One wave takes them all, by the same rules for cells.
    strategy: { ...rollout.strategy, waves: [{ name: 'assigned' }] },
    executor: rollout.executor,
  });
  const parts = plan.waves.flatMap(({ cells }) => cells);
  if (parts.length === 0) {
    throw new ConflictError(
      plan.skipped[0]?.reason ?? 'There is nothing to do on these clusters',
    );
  }
  const total = Object.values(last.counts).reduce(
    (sum, count) => sum + count,
    0,
  );
  const cells = parts.map((part, index) =>
    cellRecord(rollout.id, part, {
      wave: last.index,
      place: total + index + 1,
    }),
  );
  return {
    cells,
    change: before => {
      const wave = demandOpenWave(before);
      if (before.rollout.revision !== rollout.revision) {
        throw new ConflictError('Somebody changed it meanwhile. Look again');
      }
      return {
        revises: true,
        rollout: {
          // Approvals were given for another plan.
          planHash: createHash('sha256')
            .update(JSON.stringify([before.rollout.planHash, plan.hash]))
            .digest('hex'),
          unassigned: before.rollout.unassigned.filter(
            arn => !arns.includes(arn),
          ),
        },
        log: [
          {
            at: now.toISOString(),
            actor: by,
            code: 'assign',
            message: `Wave ${wave.name} takes ${cells.length} more cells`,
            level: 'info',
            wave: wave.index,
          },
        ],
      };
    },
  };
}

/** @throws ConflictError where no wave is left that could take more cells */
export function demandOpenWave({ rollout, waves }: RolloutSnapshot) {
  const last = waves.at(-1);
  if (
    !last ||
    last.state.skipped ||
    !['planned', 'running', 'paused'].includes(rollout.lifecycle) ||
    (last.lifecycle !== 'planned' && last.lifecycle !== 'gated')
  ) {
    throw new ConflictError(
      'Its last wave has begun or was skipped; make a new rollout for what is unassigned',
    );
  }
  return last;
}
