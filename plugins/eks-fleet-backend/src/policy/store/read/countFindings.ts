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

import type { PolicySeverity } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { Knex } from 'knex';
import { SEVERITIES } from '../codes';
import type { BoundedCount, FindingSelection, PolicySelection } from '../types';
import { FindingQuestion } from './FindingQuestion';

/** Where findings themselves are counted, no more than this. */
export const MOST_COUNTED = 10_000;

/** How many findings fit. */
export async function countFindings(
  knex: Knex,
  selection: FindingSelection,
): Promise<BoundedCount> {
  const question = await FindingQuestion.of(knex, selection);
  if (question.isCounted) {
    const counts = await question.countBy('severity');
    const count = [...counts.values()].reduce((sum, of) => sum + of, 0);
    return { count, isAtLeast: false };
  }
  const [{ findings }]: Array<{ findings: number | string }> = await knex
    .from(
      question
        .findings()
        .select('findings.id')
        .limit(MOST_COUNTED + 1)
        .as('some'),
    )
    .count({ findings: '*' });
  const count = Number(findings);
  return {
    count: Math.min(count, MOST_COUNTED),
    isAtLeast: count > MOST_COUNTED,
  };
}

/** Findings by severity that fail, warn or could not be evaluated. */
export async function countBySeverity(
  knex: Knex,
  selection: PolicySelection,
): Promise<Map<PolicySeverity, number>> {
  const question = await FindingQuestion.of(knex, {
    ...selection,
    severities: undefined,
    state: 'open',
    results: ['fail', 'warn', 'error'],
  });
  const counts = await question.countBy('severity');
  return new Map(
    [...counts].map(([severity, count]) => [SEVERITIES[severity], count]),
  );
}

/** Rules of what fails, the most findings first. */
export async function countRules(
  knex: Knex,
  selection: PolicySelection,
  limit: number,
): Promise<Array<{ rule: string; findings: number }>> {
  const question = await failing(knex, selection);
  const rows: Array<{ rule: string; findings: number | string }> = await knex
    .from(
      question
        .findings()
        .select('findings.rule_id')
        .count({ findings: '*' })
        .groupBy('findings.rule_id')
        .as('counted'),
    )
    .join('policy_words as words', 'words.id', 'counted.rule_id')
    .select('words.word as rule', 'counted.findings')
    .orderBy('counted.findings', 'desc')
    .orderBy('words.word')
    .limit(limit);
  return rows.map(row => ({ rule: row.rule, findings: Number(row.findings) }));
}

/** Namespaces of what fails, the most findings first. */
export async function countNamespaces(
  knex: Knex,
  selection: PolicySelection,
  limit: number,
): Promise<Array<{ namespace: string; findings: number }>> {
  const question = await failing(knex, selection);
  const rows: Array<{ namespace: string; findings: number | string }> =
    await question
      .findings()
      .select('findings.namespace')
      .count({ findings: '*' })
      .groupBy('findings.namespace')
      .orderBy('findings', 'desc')
      .orderBy('findings.namespace')
      .limit(limit);
  return rows.map(row => ({ ...row, findings: Number(row.findings) }));
}

function failing(
  knex: Knex,
  selection: PolicySelection,
): Promise<FindingQuestion> {
  return FindingQuestion.of(knex, {
    ...selection,
    state: 'open',
    results: ['fail', 'warn', 'error'],
  });
}
