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
  CellState,
  RolloutCellAct,
  RolloutCellDetail,
  RolloutLogEntry,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { Translate } from '../translation';

export type CellActName = RolloutCellAct['act'];

const REQUEST_ID = /\(([0-9a-f-]{36})\)/;
/** What was asked for last counts, until it was done. */
const FORCE_CODES = /^cell\.force/;
const SKIPPABLE: CellState[] = ['planned', 'queued', 'running', 'failed'];

/** What the reader can do with a cell now. */
export function offeredCellActs(
  detail: RolloutCellDetail,
  over: boolean,
): CellActName[] {
  const { cell, may } = detail;
  const { state } = cell;
  const acts: CellActName[] = [];
  if (may.pause && !over && (state === 'failed' || state === 'skipped')) {
    acts.push('retry');
  }
  if (may.pause && !over && SKIPPABLE.includes(state)) {
    acts.push('skip');
  }
  if (
    may.force &&
    !over &&
    (state === 'failed' ||
      (state === 'running' && cell.waiting?.code === 'cluster.blocked'))
  ) {
    acts.push('force');
  }
  if (may.rollback && canRollBack(detail)) {
    acts.push('rollBack');
  }
  return acts;
}

/** What an act will do to the cell. */
export function cellActConsequence(
  act: CellActName,
  detail: RolloutCellDetail,
  t: Translate,
): string {
  const { cell } = detail;
  const name = cell.name;
  switch (act) {
    case 'retry':
      return t('cell.willRetry', { name, attempt: `${cell.attempt + 1}` });
    case 'skip':
      return cell.state === 'running'
        ? t('cell.willSkipRunning', { name })
        : t('cell.willSkip', { name });
    case 'force':
      return forceRequest(detail.log)
        ? t('cell.willAgree', { name })
        : t('cell.willForce', { name });
    default:
      return [
        t('cell.willRollBack', { name }),
        ...new Set(
          cell.clusters.flatMap(({ rollback }) =>
            rollback && rollback.state !== 'notNeeded'
              ? [rollback.message]
              : [],
          ),
        ),
      ].join(' ');
  }
}

/** The request to force it that somebody made last, which another one may agree to. */
export function forceRequest(
  log: RolloutLogEntry[],
): { id: string; by: string; reason?: string } | undefined {
  const asked = log.find(({ code }) => FORCE_CODES.test(code));
  const id = asked && REQUEST_ID.exec(asked.message)?.[1];
  return asked && id && asked.code === 'cell.forceAsked'
    ? { id, by: asked.actor, reason: asked.reason }
    : undefined;
}

function canRollBack({ cell }: RolloutCellDetail): boolean {
  return (
    cell.state !== 'rollingBack' &&
    cell.state !== 'rolledBack' &&
    cell.clusters.some(
      ({ rollback }) =>
        rollback?.state === 'possible' || rollback?.state === 'nodesFirst',
    )
  );
}
