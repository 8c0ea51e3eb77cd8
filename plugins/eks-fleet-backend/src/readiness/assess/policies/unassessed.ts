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

import type { Finding } from '../../types';
import type { SafetyCell } from '../../upgradeSafety';
import type { AssessmentContext } from '../context';
import { createFinding, evidenceOf } from '../findings';

const NAMED = 5;
/** An engine that has not looked for that long says nothing about now. */
const EVALUATED_WITHIN_MS = 24 * 3_600_000;

/** Where it is not known what policies find, that is said: it is not nothing. Pure. */
export function findUnassessed(context: AssessmentContext): Finding[] {
  const { cluster, upgradeSafety } = context;
  // A fleet without any such policy is not told so of each cluster.
  if (!upgradeSafety) {
    return [];
  }
  const { cells } = upgradeSafety;
  const doubts = doubtsOf(cells, context.now);
  if (cells.length > 0 && doubts.length === 0) {
    return [];
  }
  const more = doubts.length - NAMED;
  return [
    createFinding(context, {
      code: 'policies-not-assessed',
      severity: 'info',
      title: 'What policies on the safety of upgrades find is not known',
      message:
        cells.length === 0
          ? `No policy on the safety of upgrades was seen on ${cluster.name}, so that nobody knows what one would find`
          : `What policies on the safety of upgrades find on ${
              cluster.name
            } is not wholly known: ${doubts.slice(0, NAMED).join('; ')}${
              more > 0 ? `; and ${more} more` : ''
            }`,
      subject: { kind: 'cluster', name: cluster.name },
      evidence: evidenceOf(context, cells[0]?.feed ?? 'policyReports', {
        policies: cells.length,
      }),
      fix: 'Look at Sources for why policies are not read, or deploy policies of the category upgrade-safety.',
    }),
  ];
}

/** One sentence for each policy of which not all is known. */
function doubtsOf(cells: SafetyCell[], now: Date): string[] {
  const byPolicy = new Map<string, SafetyCell[]>();
  for (const cell of cells) {
    const { id } = cell.policy;
    byPolicy.set(id, [...(byPolicy.get(id) ?? []), cell]);
  }
  return [...byPolicy.values()].flatMap(own => doubtOf(own, now) ?? []);
}

function doubtOf(own: SafetyCell[], now: Date): string | undefined {
  const [{ policy }] = own;
  const stale = own.find(
    ({ freshUntil }) => Date.parse(freshUntil) <= now.getTime(),
  );
  if (stale) {
    return `${policy.name} was last read ${stale.observedAt}`;
  }
  const late = own.find(
    ({ evaluatedAt }) =>
      evaluatedAt !== undefined &&
      now.getTime() - Date.parse(evaluatedAt) > EVALUATED_WITHIN_MS,
  );
  if (late) {
    return `${policy.name} was last evaluated ${late.evaluatedAt}`;
  }
  if (own.some(({ ready }) => ready === false)) {
    return `${policy.name} is not evaluated`;
  }
  return own.some(({ hasResults }) => hasResults)
    ? undefined
    : `${policy.name} has no results`;
}
