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
import { USED_AS } from '../write/internWords';
import { selectPolicyIds } from './policies';

/** With more of them than this a statement would be too long. */
const MOST_WORDS = 20_000;

/** Where a text stands that is looked for in findings. */
export interface FoundText {
  policyIds: number[];
  /** Left out where there are too many to be named. */
  words?: { nameIds: number[]; ruleIds: number[]; namespaces: string[] };
  /** All words that have it. */
  all(): Knex.QueryBuilder;
}

/** Looks for a text where each name stands once, and not in all findings. */
export async function findText(knex: Knex, text: string): Promise<FoundText> {
  const like = `%${escapeLike(text.toLowerCase())}%`;
  const all = () =>
    knex('policy_words').whereRaw(`lower(word) like ? escape '!'`, [like]);
  const [policyIds = [], found] = await Promise.all([
    selectPolicyIds(knex, { policyText: text }),
    all()
      .select('id', 'uses')
      // Only namespaces are asked for as they stand.
      .select(
        knex.raw(
          `case when (uses & ${USED_AS.namespace}) <> 0 then word else '' end as word`,
        ),
      )
      .limit(MOST_WORDS + 1) as Promise<WordRow[]>,
  ]);
  return {
    policyIds,
    words: found.length > MOST_WORDS ? undefined : byUse(found),
    all,
  };
}

/** The numbers of words, as they stand. */
export async function wordIds(knex: Knex, words: string[]): Promise<number[]> {
  return knex('policy_words').whereIn('word', words).pluck('id');
}

interface WordRow {
  id: number;
  uses: number;
  word: string;
}

function byUse(words: WordRow[]): FoundText['words'] {
  const usedAs = (use: number) =>
    // eslint-disable-next-line no-bitwise
    words.filter(({ uses }) => (uses & use) !== 0);
  return {
    nameIds: usedAs(USED_AS.name).map(({ id }) => id),
    ruleIds: usedAs(USED_AS.rule).map(({ id }) => id),
    namespaces: usedAs(USED_AS.namespace).map(({ word }) => word),
  };
}
