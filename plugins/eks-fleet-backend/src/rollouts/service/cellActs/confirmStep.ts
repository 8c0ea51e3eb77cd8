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

import { ConflictError, InputError } from '@backstage/errors';
import type { RolloutCellAct } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { CellRecord } from '../../records';
import { logEntry } from './logEntry';
import type { CellActContext, CellActResult } from './types';

const DONE = {
  suspend: 'nothing reconciles it any more',
  edit: 'Git says what it goes back to',
  resume: 'it is reconciled again',
};

/** Somebody says that a step of a guided rollback is done, which nobody else can see. */
export function confirmStep(
  cell: CellRecord,
  { reason = '', step }: RolloutCellAct,
  context: CellActContext,
): CellActResult {
  const { by, now } = context;
  if (step === undefined) {
    throw new InputError('step: says which one is done');
  }
  const guided = cell.clusters.filter(cluster => cluster.guided);
  if (cell.state !== 'rollingBack' || guided.length === 0) {
    throw new ConflictError(`${cell.name} is on no guided way back`);
  }
  const [before] = guided.flatMap(cluster => cluster.guided?.[step] ?? []);
  if (before) {
    throw new ConflictError(`step: ${before.by} said so at ${before.at}`);
  }
  const at = now.toISOString();
  return {
    cell: {
      ...cell,
      clusters: cell.clusters.map(cluster =>
        cluster.guided
          ? { ...cluster, guided: { ...cluster.guided, [step]: { by, at } } }
          : cluster,
      ),
    },
    nextAt: at,
    changes: {
      revises: true,
      log: [
        logEntry(
          cell,
          context,
          'cell.stepDone',
          `Says of ${cell.name}: ${DONE[step]}`,
          reason,
        ),
      ],
    },
  };
}
