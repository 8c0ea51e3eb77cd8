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

import type { CellCounts } from '../../rollouts/records';
import { wordOutcome } from '../../rollouts/wordOutcome';
import type { Notice } from '../types';
import type { Standing } from './standing';

export type Words = Pick<Notice, 'title' | 'description' | 'severity'>;

/** Why it paused, without naming what a reader may not see. */
const REASONS: Record<(Standing & { is: 'paused' })['code'], string> = {
  paused: 'It was paused',
  'alarm.pause': 'An alarm fires on a cluster that it changed',
  failures: 'More has failed than its strategy allows',
  'cluster.movedOutside': 'Somebody else moved one of its clusters',
};

const RESUME = 'It stands until somebody resumes it.';

/**
 * Where a rollout stands, in words.
 *
 * @param audience - `planner` sees all of it; others of the counts their own,
 *   or none
 */
export function wordStanding(
  title: string,
  standing: Standing,
  audience: { planner: boolean; counts?: CellCounts[] },
): Words {
  const { counts, planner } = audience;
  const whose = planner || !counts ? '' : 'Of your clusters: ';
  const outcome = counts
    ? `${whose}${wordOutcome(counts)}.`.replace(/^it/, 'It')
    : 'How it went is on its page.';
  const failed = sumOf(counts, ['failed']) > 0;
  switch (standing.is) {
    case 'paused':
      return {
        title: `${title} has paused by itself`,
        description: `${
          planner ? standing.message : REASONS[standing.code]
        }. ${RESUME}`,
        severity: 'high',
      };
    case 'waveDone':
      return {
        title: `${title}: wave ${standing.wave.name} is over${
          failed ? ', with failures' : ''
        }`,
        description: outcome,
        severity: failed ? 'high' : 'low',
      };
    case 'cancelled':
      return {
        title: `${title} was cancelled`,
        description: outcome,
        severity: failed ? 'high' : 'normal',
      };
    default:
      return { ...wordEnd(title, counts, failed), description: outcome };
  }
}

/** Only where all succeeded is that said. */
function wordEnd(
  title: string,
  counts: CellCounts[] | undefined,
  failed: boolean,
): Pick<Words, 'title' | 'severity'> {
  const whole =
    counts !== undefined &&
    sumOf(counts, ['succeeded']) > 0 &&
    sumOf(counts, ['skipped', 'rolledBack', 'planned', 'queued']) === 0;
  if (failed) {
    return { title: `${title} is over, with failures`, severity: 'high' };
  }
  return {
    title: whole ? `${title} has succeeded` : `${title} is over`,
    severity: 'normal',
  };
}

function sumOf(all: CellCounts[] = [], keys: Array<keyof CellCounts>): number {
  return all.reduce(
    (sum, counts) => keys.reduce((part, key) => part + counts[key], sum),
    0,
  );
}
