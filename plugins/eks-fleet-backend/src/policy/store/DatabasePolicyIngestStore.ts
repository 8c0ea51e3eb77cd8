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
import { utc } from '../../database/text';
import type { DueRule, PolicyClusterKey } from '../types';
import { DueDates } from './dueDates';
import type { FeedRow, PolicyClusterRow } from './rows';
import type { PolicyIngestStore, SnapshotSession } from './types';
import { compactTrend } from './write/compactTrend';
import {
  DatabaseSnapshotSession,
  type SessionLimits,
} from './write/DatabaseSnapshotSession';
import { pruneClusters } from './write/pruneClusters';
import { pruneFindings } from './write/pruneFindings';
import { takeOverFeed } from './write/takeOverFeed';

const DEFAULT_LIMITS: SessionLimits = { waiting: 20_000, open: 200_000 };

/** {@link PolicyIngestStore} on PostgreSQL or SQLite. */
export class DatabasePolicyIngestStore implements PolicyIngestStore {
  readonly #knex: Knex;
  readonly #limits: SessionLimits;

  constructor(knex: Knex, limits: Partial<SessionLimits> = {}) {
    this.#knex = knex;
    this.#limits = { ...DEFAULT_LIMITS, ...limits };
  }

  async begin(
    cluster: PolicyClusterKey & { environment: string },
    feed: string,
    options: { due: DueRule[]; now: Date; insteadOf?: readonly string[] },
  ): Promise<SnapshotSession> {
    const due = new DueDates(options.due, cluster.environment);
    const row = await this.#cluster(cluster, due.key, options.now);
    await takeOverFeed(this.#knex, {
      clusterId: row.id,
      feed,
      others: options.insteadOf ?? [],
    });
    return new DatabaseSnapshotSession({
      knex: this.#knex,
      feed: await this.#feed(row.id, feed),
      due,
      dueKey: row.due_key,
      now: options.now,
      limits: this.#limits,
    });
  }

  async prune(options: { resolvedBefore: Date; now: Date }): Promise<void> {
    await pruneClusters(this.#knex, options.resolvedBefore);
    await pruneFindings(this.#knex, options);
  }

  async compactTrend(now: Date): Promise<void> {
    await compactTrend(this.#knex, now);
  }

  async #cluster(
    { arn, createdAt }: PolicyClusterKey,
    dueKey: string,
    now: Date,
  ): Promise<PolicyClusterRow> {
    const key = { arn, created_at: utc(createdAt) };
    const find = () =>
      this.#knex<PolicyClusterRow>('policy_clusters').where(key).first();
    const known = await find();
    if (known) {
      return known;
    }
    await this.#knex<PolicyClusterRow>('policy_clusters')
      .insert({ ...key, due_key: dueKey, known_since: now.toISOString() })
      .onConflict(['arn', 'created_at'])
      .ignore();
    return (await find())!;
  }

  async #feed(clusterId: number, feed: string): Promise<FeedRow> {
    const key = { cluster_id: clusterId, feed };
    const find = () => this.#knex<FeedRow>('policy_feeds').where(key).first();
    const known = await find();
    if (known) {
      return known;
    }
    await this.#knex<FeedRow>('policy_feeds')
      .insert(key)
      .onConflict(['cluster_id', 'feed'])
      .ignore();
    return (await find())!;
  }
}
