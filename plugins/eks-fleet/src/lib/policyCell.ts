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
  PolicyCell,
  PolicyMode,
  PolicySeverity,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import {
  policyCellStates,
  policyDrifts,
  policyModes,
  policySeverities,
} from '../states';
import type { Translate } from '../translation';
import { rememberTexts } from './rememberTexts';
import { formatAge } from './time';

/** What is marked in a cell besides its count. */
export type CellMark = 'stale' | 'notReady' | 'drift' | 'partly';

/** How a cell is drawn. */
export interface CellLook {
  /** `broken` has the tone of the severity; the others have patterns of their own. */
  fill: 'broken' | 'clean' | 'nothing' | PolicyCell['state'];
  severity?: PolicySeverity;
  text: string;
  mode?: PolicyMode;
  marks: CellMark[];
}

/** How many results in a cell do not pass and are not exempt. */
export function brokenCount(
  cell: Pick<PolicyCell, 'fail' | 'warn' | 'error'>,
): number {
  return (cell.fail ?? 0) + (cell.warn ?? 0) + (cell.error ?? 0);
}

/**
 * How a cell is drawn. A count of none is told apart from nothing known:
 * "0" is there only where something was evaluated.
 */
export function cellLook(cell: PolicyCell): CellLook {
  const { mode, state } = cell;
  const marks = marksOf(cell);
  if (state !== 'deployed' && state !== 'reported') {
    return {
      fill: state,
      text: state === 'unknown' ? '?' : '',
      // What was known of it before the engine was gone.
      marks: marks.filter(mark => mark === 'drift'),
    };
  }
  const broken = brokenCount(cell);
  if (broken > 0) {
    return {
      fill: 'broken',
      severity: cell.severity ?? 'unknown',
      text: `${cell.atLeast ? '≥' : ''}${shortCount(broken)}`,
      mode,
      marks,
    };
  }
  return wasEvaluated(cell)
    ? { fill: 'clean', text: '0', mode, marks }
    : { fill: 'nothing', text: '·', mode, marks };
}

/**
 * Says all that cells say, in words. What many cells have in common is worded
 * once: hundreds come into sight with one turn of the wheel.
 */
export function cellDescriber(
  translate: Translate,
  now: Date,
): (cell: PolicyCell) => string {
  const t = rememberTexts(translate);
  const ages = new Map<string, string | undefined>();
  const ageOf = (time: string | undefined) => {
    if (time === undefined) {
      return undefined;
    }
    if (!ages.has(time)) {
      ages.set(time, formatAge(time, now));
    }
    return ages.get(time);
  };
  return cell => cellWords(t, cell, ageOf(cell.observedAt));
}

function cellWords(
  t: Translate,
  cell: PolicyCell,
  age: string | undefined,
): string {
  const { drift, exempt, mode, state } = cell;
  const parts: (string | undefined)[] = [...stateWords(t, cell)];
  if (state === 'deployed' || state === 'reported') {
    parts.push(...countWords(t, cell));
  }
  if (exempt) {
    parts.push(t('policies.cellExempt', { count: exempt }));
  }
  if (mode && state === 'deployed') {
    parts.push(t('policies.cellMode', { mode: t(policyModes[mode].word) }));
  }
  if (cell.ready === false) {
    parts.push(
      cell.notReadyBecause
        ? t('policies.cellNotReadyBecause', { reason: cell.notReadyBecause })
        : t('policies.cellNotReady'),
    );
  }
  if (cell.version) {
    parts.push(t('policies.cellVersion', { version: cell.version }));
  }
  if (drift) {
    parts.push(t(policyDrifts[drift].word));
  }
  if (cell.safeToEnforce) {
    parts.push(t('safeVerdict.safe'));
  }
  parts.push(freshnessWords(t, cell, age));
  return parts.filter(Boolean).join(', ');
}

/** A count as a cell has room for it: thousands are rounded down. */
function shortCount(count: number): string {
  if (count < 1000) {
    return `${count}`;
  }
  return count < 10_000
    ? `${Math.floor(count / 100) / 10}k`
    : `${Math.floor(count / 1000)}k`;
}

/** Whether anything at all was judged; passes that are not kept may have been. */
function wasEvaluated({ exempt, pass, passes }: PolicyCell): boolean {
  return (pass ?? 0) > 0 || (exempt ?? 0) > 0 || passes === 'notRecorded';
}

function marksOf(cell: PolicyCell): CellMark[] {
  const marks: CellMark[] = [];
  if (cell.stale) {
    marks.push('stale');
  }
  if (cell.ready === false) {
    marks.push('notReady');
  }
  if (cell.drift) {
    marks.push('drift');
  }
  if (isPartly(cell)) {
    marks.push('partly');
  }
  return marks;
}

function isPartly({ clusters, deployedOn }: PolicyCell): boolean {
  return (
    clusters !== undefined && deployedOn !== undefined && deployedOn < clusters
  );
}

function stateWords(t: Translate, cell: PolicyCell): string[] {
  const { clusters, deployedOn, state } = cell;
  const word = t(policyCellStates[state].word);
  return clusters !== undefined && deployedOn !== undefined
    ? [t('policies.cellOn', { deployed: `${deployedOn}`, all: `${clusters}` })]
    : [word];
}

function countWords(t: Translate, cell: PolicyCell): (string | undefined)[] {
  const { atLeast, error, passes, severity, warn } = cell;
  const broken = brokenCount(cell);
  if (broken === 0) {
    return [
      wasEvaluated(cell)
        ? t('policies.cellClean')
        : t('policies.cellNothingEvaluated'),
      passes === 'notRecorded' ? t('policies.passesNotRecorded') : undefined,
    ];
  }
  return [
    atLeast
      ? t('policies.cellAtLeast', { count: broken })
      : t('policies.cellBroken', { count: broken }),
    severity &&
      t('policies.cellWorst', { severity: t(policySeverities[severity].word) }),
    warn ? t('policies.cellWarn', { count: warn }) : undefined,
    error ? t('policies.cellError', { count: error }) : undefined,
  ];
}

function freshnessWords(
  t: Translate,
  { stale }: PolicyCell,
  age: string | undefined,
): string | undefined {
  if (!age) {
    return stale ? t('policies.cellStale') : undefined;
  }
  return stale ? t('policies.cellStaleSince', { age }) : t('age.seen', { age });
}
