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
import { SEVERITIES } from '../../policy/store/codes';

/** What there is to tell an owner of findings. */
export interface OwnerNews {
  /** Entity reference. */
  owner: string;
  /** First seen since then, by severity. */
  fresh: Map<PolicySeverity, number>;
  /** Past their due date. */
  overdue: number;
}

/** What is asked of the store to tell of findings. */
export interface PolicyNews {
  /**
   * @param since - what was first seen from then on is news; of clusters that
   *   are known only since then, nothing is
   */
  byOwner(since: Date, now: Date): Promise<OwnerNews[]>;
}

const OWNER = `case when findings.owner = '' then clusters.owner else findings.owner end`;

/** {@link PolicyNews} on PostgreSQL or SQLite. */
export class DatabasePolicyNews implements PolicyNews {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async byOwner(since: Date, now: Date): Promise<OwnerNews[]> {
    const fresh: Array<{ owner: string; severity: number; count: number }> =
      await this.#open()
        .where('findings.first_seen', '>=', since.getTime())
        .where('known.known_since', '<', since.toISOString())
        .groupByRaw(OWNER)
        .groupBy('findings.severity')
        .select(this.#knex.raw(`${OWNER} as owner`), 'findings.severity')
        .count({ count: '*' });
    const overdue: Array<{ owner: string; count: number }> = await this.#open()
      .where('findings.due_at', '<', now.getTime())
      .groupByRaw(OWNER)
      .select(this.#knex.raw(`${OWNER} as owner`))
      .count({ count: '*' });
    const news = new Map<string, OwnerNews>();
    const of = (owner: string) => {
      const known = news.get(owner) ?? { owner, fresh: new Map(), overdue: 0 };
      news.set(owner, known);
      return known;
    };
    for (const { owner, severity, count } of fresh) {
      of(owner).fresh.set(SEVERITIES[severity], Number(count));
    }
    for (const { owner, count } of overdue) {
      of(owner).overdue = Number(count);
    }
    return [...news.values()]
      .filter(({ owner }) => owner !== '')
      .sort((a, b) => (a.owner < b.owner ? -1 : 1));
  }

  /** Findings on clusters that there are, that are open and not exempt. */
  #open(): Knex.QueryBuilder {
    return this.#knex('findings')
      .join('policy_clusters as known', 'known.id', 'findings.cluster_id')
      .join('clusters', on =>
        on
          .on('clusters.arn', 'known.arn')
          .andOn('clusters.created_at', 'known.created_at'),
      )
      .where('clusters.origin', 'eks-fleet')
      .where('findings.resolved_at', 0)
      .where('findings.result', '>', 0);
  }
}
