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

import type { PolicyName } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { Knex } from 'knex';
import { chunks } from '../../../database/chunks';
import { DAY_MS } from '../codes';
import type { PolicyRow } from '../rows';

const ROWS_PER_STATEMENT = 200;

/** What a snapshot says about a policy. */
export type ToldPolicy = Pick<
  PolicyRow,
  | 'category'
  | 'description'
  | 'documentation'
  | 'remediation'
  | 'severity'
  | 'title'
>;

const SAYS_NOTHING: ToldPolicy = {
  category: '',
  description: '',
  documentation: '',
  remediation: '',
  severity: 0,
  title: '',
};

/**
 * The numbers of policies by their keys, made where there are none. What
 * clusters say of one in different words changes once a day at most.
 *
 * Not to be called in a transaction: two that add the same policies wait for
 * each other's.
 */
export async function internPolicies(
  knex: Knex,
  policies: Map<string, { name: PolicyName; told?: ToldPolicy }>,
  now: Date,
): Promise<Map<string, number>> {
  const ids = new Map<string, number>();
  const at = now.toISOString();
  const dayAgo = new Date(now.getTime() - DAY_MS).toISOString();
  for (const keys of chunks([...policies.keys()].sort(), ROWS_PER_STATEMENT)) {
    const rows = await knex<PolicyRow>('policies').whereIn('key', keys);
    for (const row of rows) {
      ids.set(row.key, row.id);
      const change = changeOf(row, policies.get(row.key)?.told, { at, dayAgo });
      if (Object.keys(change).length > 0) {
        await knex<PolicyRow>('policies').where('id', row.id).update(change);
      }
    }
    const missing = keys.filter(key => !ids.has(key));
    if (missing.length > 0) {
      const added = await knex<PolicyRow>('policies')
        .insert(
          missing.map(key => {
            const { name, told } = policies.get(key)!;
            return newRow(key, name, told, at);
          }),
        )
        .onConflict('key')
        .merge(['seen_at'])
        .returning(['id', 'key']);
      for (const row of added) {
        ids.set(row.key, row.id);
      }
    }
  }
  return ids;
}

function newRow(
  key: string,
  policy: PolicyName,
  told: ToldPolicy | undefined,
  at: string,
): Omit<PolicyRow, 'id'> {
  const { engine, kind, namespace = '', name } = policy;
  const described = { ...SAYS_NOTHING, ...told };
  return {
    key,
    engine,
    kind,
    namespace,
    name,
    ...described,
    search_text: searchText(name, described),
    described_at: told ? at : '',
    seen_at: at,
  };
}

function changeOf(
  row: PolicyRow,
  told: ToldPolicy | undefined,
  { at, dayAgo }: { at: string; dayAgo: string },
): Partial<PolicyRow> {
  const change: Partial<PolicyRow> =
    row.seen_at <= dayAgo ? { seen_at: at } : {};
  const said = Object.fromEntries(
    Object.entries(told ?? {}).filter(
      ([key, value]) => value && value !== row[key as keyof ToldPolicy],
    ),
  ) as Partial<ToldPolicy>;
  const isNew = Object.keys(said).some(key => !row[key as keyof ToldPolicy]);
  if (Object.keys(said).length > 0 && (isNew || row.described_at <= dayAgo)) {
    Object.assign(change, said, {
      described_at: at,
      search_text: searchText(row.name, { ...row, ...said }),
    });
  }
  return change;
}

function searchText(
  name: string,
  { category, title }: Pick<ToldPolicy, 'category' | 'title'>,
): string {
  return [name, title, category].join('\n').toLowerCase();
}
