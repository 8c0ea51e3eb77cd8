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
import type { ObservationChange } from '../collection/types';

interface FirstLookRow {
  arn: string;
  kind: string;
  at: string;
}

/** So long after a first look, what follows from it is no news. */
const NEW_FOR_MS = 30 * 60_000;

/**
 * Remembers what was observed of which cluster for the first time lately. What
 * is found then was there before: it is where things begin, and nothing that
 * anybody has to be told of as if it had just happened.
 */
export class FirstLooks {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** To be told of each change of an observation. */
  async observed(change: ObservationChange): Promise<void> {
    if (change.before === undefined) {
      const { at, cluster, kind } = change;
      await this.#knex<FirstLookRow>('first_looks')
        .insert({ arn: cluster.arn, kind, at: new Date(at).toISOString() })
        .onConflict(['arn', 'kind'])
        .merge();
    }
  }

  /** The kinds that were observed for the first time lately. */
  async recent(arn: string, now: Date): Promise<Set<string>> {
    const rows: FirstLookRow[] = await this.#knex<FirstLookRow>('first_looks')
      .where({ arn })
      .where('at', '>', new Date(now.getTime() - NEW_FOR_MS).toISOString());
    return new Set(rows.map(({ kind }) => kind));
  }

  /** @returns how many were forgotten */
  async prune(now: Date): Promise<number> {
    return this.#knex<FirstLookRow>('first_looks')
      .where('at', '<', new Date(now.getTime() - 2 * NEW_FOR_MS).toISOString())
      .delete();
  }
}
