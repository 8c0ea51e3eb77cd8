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
  RolloutCell,
  RolloutCellAct,
  RolloutCellDetail,
  RolloutLogEntry,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { Translate } from '../translation';

/** What is offered for a cell as a whole; a step is confirmed where it is shown. */
export type CellActName = Exclude<RolloutCellAct['act'], 'confirmStep'>;

const REQUEST = /( with force)? \(([0-9a-f-]{36})\)/;
/** What asks a second person, and what answers that. */
const REQUEST_CODES: Partial<
  Record<CellActName, { asked: string; done: string }>
> = {
  force: { asked: 'cell.forceAsked', done: 'cell.forced' },
  rollBack: { asked: 'cell.backAsked', done: 'cell.rollBack' },
};
const SKIPPABLE: CellState[] = ['planned', 'queued', 'running', 'failed'];

/** What somebody asked for, which another person may agree to. */
export interface CellRequest {
  id: string;
  by: string;
  reason?: string;
  /** Past what insights of EKS say against a rollback. */
  force: boolean;
}

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
  ].join(' ');
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
  return REQUEST_CODES[act] !== undefined;
}

/** What was asked for last, until it was done; the newest of the log is first. */
export function requestOf(
  act: CellActName,
  log: RolloutLogEntry[],
): CellRequest | undefined {
  const codes = REQUEST_CODES[act];
  const last = log.find(
    ({ code }) => code === codes?.asked || code === codes?.done,
  );
  if (!last || last.code !== codes?.asked) {
    return undefined;
  }
  const [, force, id] = REQUEST.exec(last.message) ?? [];
  return id
    ? { id, by: last.actor, reason: last.reason, force: force !== undefined }
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
