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
import { chunks } from '../../../database/chunks';
import type { NewFinding } from '../../types';

/* eslint-disable no-bitwise */

const WORDS_PER_STATEMENT = 500;

/** What a word is used as; of one that is used as several, the sum. */
export const USED_AS = { name: 1, rule: 2, namespace: 4 };

/**
 * The numbers of words, made where there are none. Which day a word was last
 * asked for is kept, as unused ones are forgotten.
 *
 * Not to be called in a transaction: two that add the same words wait for each
 * other's.
 */
export async function internWords(
  knex: Knex,
  findings: Iterable<Pick<NewFinding, 'name' | 'namespace' | 'rule'>>,
  now: Date,
): Promise<Map<string, number>> {
  const today = now.toISOString().slice(0, 10);
  const ids = new Map<string, number>();
  const uses = usesOf(findings);
  for (const part of chunks([...uses.keys()].sort(), WORDS_PER_STATEMENT)) {
    const rows: WordRow[] = await knex<WordRow>('policy_words')
      .whereIn('word', part)
      .where('seen_at', '>=', today);
    for (const row of rows) {
      if ((row.uses | uses.get(row.word)!) === row.uses) {
        ids.set(row.word, row.id);
      }
    }
    const missing = part.filter(word => !ids.has(word));
    if (missing.length > 0) {
      const added: WordRow[] = await knex<WordRow>('policy_words')
        .insert(
          missing.map(word => ({
            word,
            uses: uses.get(word),
            seen_at: today,
          })),
        )
        .onConflict('word')
        .merge({
          uses: knex.raw('policy_words.uses | excluded.uses'),
          seen_at: today,
        } as never)
        .returning(['id', 'word']);
      for (const row of added) {
        ids.set(row.word, row.id);
      }
    }
  }
  return ids;
}

function usesOf(
  findings: Iterable<Pick<NewFinding, 'name' | 'namespace' | 'rule'>>,
): Map<string, number> {
  const uses = new Map<string, number>();
  const use = (word: string, as: number) =>
    uses.set(word, (uses.get(word) ?? 0) | as);
  for (const { name, namespace, rule } of findings) {
    use(name, USED_AS.name);
    use(rule, USED_AS.rule);
    use(namespace, USED_AS.namespace);
  }
  return uses;
}

interface WordRow {
  id: number;
  word: string;
  uses: number;
  seen_at: string;
}
