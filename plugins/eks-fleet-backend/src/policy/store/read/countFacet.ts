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

import type { Knex } from 'knex';
import { RESULTS, SEVERITIES } from '../codes';
import type { PolicyRow } from '../rows';
import type { FindingFacet, FindingSelection } from '../types';
import { MOST_COUNTED } from './countFindings';
import { FindingQuestion } from './FindingQuestion';
import type { ReachedCluster } from './reach';

interface FacetAnswer {
  values: Array<{ value: string; count: number; title?: string }>;
  isAtLeast: boolean;
}

interface Value {
  value: string;
  title?: string;
}

type GroupRow = {
  cluster_id: number;
  policy_id: number;
  severity: number;
  result: number;
  namespace: string;
  kind: string;
  owner: string;
  findings: number | string;
};

/** What findings have to be grouped by for each facet. */
const COLUMNS: Record<FindingFacet, Array<keyof GroupRow>> = {
  name: ['policy_id'],
  policy: ['policy_id'],
  engine: ['policy_id'],
  category: ['policy_id'],
  severity: ['severity'],
  result: ['result'],
  cluster: ['cluster_id'],
  account: ['cluster_id'],
  region: ['cluster_id'],
  environment: ['cluster_id'],
  owner: ['owner', 'cluster_id'],
  namespace: ['namespace'],
  kind: ['kind'],
};

const COUNTED = ['cluster_id', 'policy_id', 'severity'];

/**
 * How many findings have each value of a facet: all of them where counts by
 * cluster and policy answer it, else of the first that fit.
 */
export async function countFacet(
  knex: Knex,
  selection: FindingSelection,
  facet: FindingFacet,
  limit: number,
): Promise<FacetAnswer> {
  const question = await FindingQuestion.of(knex, selection);
  const { isAtLeast, rows } = await groupRows(question, facet);
  const policies =
    COLUMNS[facet][0] === 'policy_id' ? await readPolicies(knex) : new Map();
  const counts = new Map<string, Value & { count: number }>();
  for (const row of rows) {
    const value = valueOf(facet, row, {
      cluster: question.reach.byId.get(row.cluster_id),
      policy: policies.get(row.policy_id),
    });
    if (value && value.value !== '') {
      const known = counts.get(value.value) ?? { ...value, count: 0 };
      known.title ??= value.title;
      known.count += Number(row.findings);
      counts.set(value.value, known);
    }
  }
  return {
    values: [...counts.values()]
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
      .slice(0, limit),
    isAtLeast,
  };
}

async function groupRows(
  question: FindingQuestion,
  facet: FindingFacet,
): Promise<{ rows: GroupRow[]; isAtLeast: boolean }> {
  const columns = COLUMNS[facet];
  if (question.isCounted && facet === 'result') {
    return { rows: await countedResults(question), isAtLeast: false };
  }
  return question.isCounted && columns.every(one => COUNTED.includes(one))
    ? { rows: await countedRows(question, columns[0]), isAtLeast: false }
    : foundRows(question, columns);
}

async function countedRows(
  question: FindingQuestion,
  column: keyof GroupRow,
): Promise<GroupRow[]> {
  return Array.from(
    await question.countBy(column),
    ([value, findings]) => ({ [column]: value, findings } as never),
  );
}

async function countedResults(question: FindingQuestion): Promise<GroupRow[]> {
  const counts = await question.countResults();
  return RESULTS.flatMap((result, code) =>
    counts[result] > 0
      ? [{ result: code, findings: counts[result] } as never]
      : [],
  );
}

async function foundRows(
  question: FindingQuestion,
  columns: Array<keyof GroupRow>,
): Promise<{ rows: GroupRow[]; isAtLeast: boolean }> {
  const rows: GroupRow[] = await question.knex
    .from(
      question
        .findings()
        .select(columns.map(column => `findings.${column}`))
        .limit(MOST_COUNTED + 1)
        .as('some'),
    )
    .select(columns)
    .count({ findings: '*' })
    .groupBy(columns);
  const found = rows.reduce((sum, row) => sum + Number(row.findings), 0);
  return { rows, isAtLeast: found > MOST_COUNTED };
}

async function readPolicies(knex: Knex): Promise<Map<number, PolicyRow>> {
  const rows = await knex<PolicyRow>('policies');
  return new Map(rows.map(row => [row.id, row]));
}

function valueOf(
  facet: FindingFacet,
  row: GroupRow,
  { cluster, policy }: { cluster?: ReachedCluster; policy?: PolicyRow },
): Value | undefined {
  switch (facet) {
    case 'name':
      // What several engines hold by one name is one.
      return policy && { value: policy.name, title: policy.title || undefined };
    case 'policy':
      return (
        policy && {
          value: policy.key,
          title: `${policy.title || policy.name} (${policy.engine})`,
        }
      );
    case 'engine':
    case 'category':
      return policy && { value: policy[facet] };
    case 'severity':
      return { value: SEVERITIES[row.severity] };
    case 'result':
      return { value: RESULTS[row.result] };
    case 'cluster':
      return cluster && { value: cluster.arn, title: cluster.name };
    case 'account':
      return (
        cluster && {
          value: cluster.account_id,
          title: cluster.account_name || undefined,
        }
      );
    case 'region':
    case 'environment':
      return cluster && { value: cluster[facet] };
    case 'owner':
      return { value: row.owner || (cluster?.owner ?? '') };
    default:
      return { value: row[facet] };
  }
}
