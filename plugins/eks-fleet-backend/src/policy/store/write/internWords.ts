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

const WORDS_PER_STATEMENT = 500;

/**
 * The numbers of words, made where there are none. Which day a word was last
 * asked for is kept, as unused ones are forgotten.
 *
 * Not to be called in a transaction: two that add the same words wait for each
 * other's.
 */
export async function internWords(
  knex: Knex,
  words: Iterable<string>,
  now: Date,
): Promise<Map<string, number>> {
  const today = now.toISOString().slice(0, 10);
  const ids = new Map<string, number>();
  const wanted = [...new Set(words)].sort();
  for (const part of chunks(wanted, WORDS_PER_STATEMENT)) {
    const rows: WordRow[] = await knex<WordRow>('policy_words')
      .whereIn('word', part)
      .where('seen_at', '>=', today);
    for (const row of rows) {
      ids.set(row.word, row.id);
    }
    const missing = part.filter(word => !ids.has(word));
    if (missing.length > 0) {
      const added: WordRow[] = await knex<WordRow>('policy_words')
        .insert(missing.map(word => ({ word, seen_at: today })))
        .onConflict('word')
        .merge(['seen_at'])
        .returning(['id', 'word']);
      for (const row of added) {
        ids.set(row.word, row.id);
      }
    }
  }
  return ids;
}

interface WordRow {
  id: number;
  word: string;
  seen_at: string;
}
