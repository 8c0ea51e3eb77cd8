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
import { escapeLike } from '../../../database/escapeLike';
import type { PolicyRecord } from '../../types';
import { severityCode, SEVERITIES } from '../codes';
import type { PolicyRow } from '../rows';
import type { PolicySelection } from '../types';

type Wanted = Pick<
  PolicySelection,
  'categories' | 'engines' | 'names' | 'policyIds' | 'policyText' | 'severities'
>;

/** Policies that fit, in the order of their names. */
export async function selectPolicies(
  knex: Knex,
  wanted: Wanted,
): Promise<PolicyRow[]> {
  const query = knex<PolicyRow>('policies').orderBy('name').orderBy('key');
  const lists = {
    key: wanted.policyIds,
    name: wanted.names,
    engine: wanted.engines,
    category: wanted.categories,
    severity: wanted.severities?.map(severityCode),
  };
  for (const [column, values] of Object.entries(lists)) {
    if (values) {
      query.whereIn(column, values);
    }
  }
  if (wanted.policyText) {
    query.whereRaw(`search_text like ? escape '!'`, [
      `%${escapeLike(wanted.policyText.toLowerCase())}%`,
    ]);
  }
  return query;
}

/** The numbers of the policies that a question is about; all where left out. */
export async function selectPolicyIds(
  knex: Knex,
  wanted: Wanted,
): Promise<number[] | undefined> {
  const { categories, engines, names, policyIds, policyText, severities } =
    wanted;
  return categories || engines || names || policyIds || policyText || severities
    ? (await selectPolicies(knex, wanted)).map(({ id }) => id)
    : undefined;
}

export function toPolicyRecord(row: PolicyRow): PolicyRecord {
  return {
    id: row.key,
    engine: row.engine,
    kind: row.kind,
    namespace: row.namespace || undefined,
    name: row.name,
    title: row.title || undefined,
    category: row.category || undefined,
    severity: SEVERITIES[row.severity],
    description: row.description || undefined,
    remediation: row.remediation || undefined,
    documentation: row.documentation || undefined,
  };
}
