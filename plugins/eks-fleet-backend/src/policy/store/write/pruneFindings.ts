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
import { DAY_MS } from '../codes';

const ROWS_PER_TRANSACTION = 2_000;
/** Who reads a cluster asks for words and policies this often at least. */
const ASKED_FOR_WITHIN_MS = 3 * DAY_MS;

/** Forgets what was resolved before then, and words and policies that nothing has. */
export async function pruneFindings(
  knex: Knex,
  { resolvedBefore, now }: { resolvedBefore: Date; now: Date },
): Promise<void> {
  await deleteFindings(knex, query =>
    query
      .whereRaw('resolved_at > 0')
      .where('resolved_at', '<', resolvedBefore.getTime()),
  );
  await knex('policy_assignments')
    .whereNotExists(
      knex('finding_texts')
        .select(knex.raw('1'))
        .whereRaw('finding_texts.fingerprint = policy_assignments.fingerprint'),
    )
    .delete();
  await knex('policy_cells')
    .where({ seen: 0, pass: -1, passes: '' })
    .whereRaw('fail + warn + error + exempt + skip = 0')
    .where('last_failed_at', '<', resolvedBefore.toISOString())
    .delete();
  const asked = new Date(now.getTime() - ASKED_FOR_WITHIN_MS).toISOString();
  await knex('policy_words')
    .where('seen_at', '<', asked.slice(0, 10))
    .whereNotExists(used(knex, 'findings', 'name_id', 'policy_words'))
    .whereNotExists(used(knex, 'findings', 'rule_id', 'policy_words'))
    .delete();
  await knex('policies')
    .where('seen_at', '<', asked)
    .whereNotExists(used(knex, 'policy_cells', 'policy_id', 'policies'))
    .whereNotExists(used(knex, 'policy_trend', 'policy_id', 'policies'))
    .whereNotExists(used(knex, 'findings', 'policy_id', 'policies'))
    .delete();
}

/** Deletes findings with all that belongs to them, some at a time. */
export async function deleteFindings(
  knex: Knex,
  where: (query: Knex.QueryBuilder) => Knex.QueryBuilder,
): Promise<void> {
  let deleted: number;
  do {
    deleted = await knex.transaction(async transaction => {
      const rows: Array<{ id: number }> = await where(transaction('findings'))
        .select('id')
        .limit(ROWS_PER_TRANSACTION);
      const ids = rows.map(({ id }) => id);
      for (const [table, column] of [
        ['finding_exceptions', 'finding_id'],
        ['finding_texts', 'id'],
        ['findings', 'id'],
      ]) {
        await transaction(table).whereIn(column, ids).delete();
      }
      return ids.length;
    });
  } while (deleted === ROWS_PER_TRANSACTION);
}

function used(
  knex: Knex,
  table: string,
  column: string,
  owner: string,
): Knex.QueryBuilder {
  return knex(table)
    .select(knex.raw('1'))
    .whereRaw('?? = ??', [`${table}.${column}`, `${owner}.id`]);
}
