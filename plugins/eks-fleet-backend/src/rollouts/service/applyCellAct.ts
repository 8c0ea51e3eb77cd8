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
import type { RolloutCellAct } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { CellRecord, RolloutSnapshot } from '../records';
import { confirmStep } from './cellActs/confirmStep';
import { forceCell } from './cellActs/forceCell';
import { retryCell } from './cellActs/retryCell';
import { rollBackCell } from './cellActs/rollBackCell';
import { skipCell } from './cellActs/skipCell';
import type { CellActContext, CellActResult } from './cellActs/types';

/** What a person's act makes of a cell. Only its `id` of a request is not of what is recorded. */
export function applyCellAct(
  cell: CellRecord,
  snapshot: RolloutSnapshot,
  asked: RolloutCellAct,
  context: CellActContext,
): CellActResult {
  const { act } = asked;
  const { lifecycle } = snapshot.rollout;
  const open = ['running', 'paused', 'stopping'];
  const back =
    act === 'rollBack' || act === 'confirmStep' || cell.stage === 'back';
  if (!(back ? [...open, 'done'] : open).includes(lifecycle)) {
    throw new ConflictError(
      `The rollout is ${lifecycle}; what is left over goes into a rollout of stragglers`,
    );
  }
  return reopened(apply(cell, snapshot, asked, context), snapshot);
}

function apply(
  cell: CellRecord,
  snapshot: RolloutSnapshot,
  asked: RolloutCellAct,
  context: CellActContext,
): CellActResult {
  const { act, reason = '', secondPerson } = asked;
  switch (act) {
    case 'retry':
      return retryCell(cell, snapshot, reason, context);
    case 'skip':
      return skipCell(cell, reason, context);
    case 'force':
      return forceCell(cell, snapshot, reason, secondPerson, context);
    case 'confirmStep':
      return confirmStep(cell, asked, context);
    default:
      return rollBackCell(cell, snapshot, asked, context);
  }
}

/** What bakes is not whole any more once a cell of it moves: it bakes anew after that. */
function reopened(
  result: CellActResult,
  { waves }: RolloutSnapshot,
): CellActResult {
  const { cell, changes } = result;
  const wave = waves.find(({ index }) => index === cell.wave);
  return wave?.lifecycle === 'baking' &&
    (cell.state === 'queued' || cell.state === 'rollingBack')
    ? {
        ...result,
        changes: {
          ...changes,
          waves: [
            {
              index: wave.index,
              set: {
                lifecycle: 'running',
                state: { ...wave.state, bake: undefined },
              },
            },
          ],
        },
      }
    : result;
}
