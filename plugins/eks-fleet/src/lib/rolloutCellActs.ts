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
  CellRequest,
  CellState,
  RolloutCell,
  RolloutCellAct,
  RolloutCellDetail,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { Translate } from '../translation';

/** What is offered for a cell as a whole; a step is confirmed where it is shown. */
export type CellActName = Exclude<RolloutCellAct['act'], 'confirmStep'>;

const SECOND_PERSON: readonly CellActName[] = ['force', 'rollBack'];
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

/** What an act will do to the cell, or has somebody else agree to first. */
export function cellActConsequence(
  act: CellActName,
  { cell }: RolloutCellDetail,
  request: CellRequest | undefined,
  t: Translate,
): string {
  const { name } = cell;
  switch (act) {
    case 'retry':
      return t('cell.willRetry', { name, attempt: `${cell.attempt + 1}` });
    case 'skip':
      return cell.state === 'running'
        ? t('cell.willSkipRunning', { name })
        : t('cell.willSkip', { name });
    case 'force':
      return request
        ? t('cell.willAgree', { name })
        : t('cell.willForce', { name });
    default:
      return wordRollBack(cell, request, t);
  }
}

function wordRollBack(
  cell: RolloutCell,
  request: CellRequest | undefined,
  t: Translate,
): string {
  const { name } = cell;
  const clocks = cell.clusters.flatMap(({ rollback }) =>
    rollback && rollback.state !== 'notNeeded' ? [rollback] : [],
  );
  const force = request ? request.force : needsForce(cell);
  const against = clocks.flatMap(({ readiness }) =>
    readiness && readiness.state !== 'passing' ? [readiness.message] : [],
  );
  return [
    request
      ? t('cell.willAgreeBack', { name })
      : t('cell.willAskBack', { name }),
    ...new Set(clocks.map(({ message }) => message)),
    ...(force ? [t('cell.forcesBack'), ...new Set(against)] : []),
  ]
    .map(asSentence)
    .join(' ');
}

function asSentence(text: string): string {
  return /[.:!?]$/.test(text) ? text : `${text}.`;
}

/** Whether insights of EKS refuse a rollback that is not forced. */
export function needsForce({ clusters }: RolloutCell): boolean {
  return clusters.some(
    ({ rollback }) =>
      rollback?.readiness !== undefined &&
      rollback.readiness.state !== 'passing',
  );
}

/** Whether the act waits for a second person. */
export function needsSecondPerson(act: CellActName): boolean {
  return SECOND_PERSON.includes(act);
}

/** What was asked for, which another person may agree to. */
export function requestOf(
  act: CellActName,
  { requests = [] }: Pick<RolloutCellDetail, 'requests'>,
): CellRequest | undefined {
  return requests.find(request => request.act === act);
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
