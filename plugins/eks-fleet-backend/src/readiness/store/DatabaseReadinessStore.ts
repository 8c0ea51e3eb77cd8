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

import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { chunks } from '../../database/chunks';
import { known } from '../../database/text';
import type { ClusterRow } from '../../inventory/clusterRows';
import type { Assessment } from '../types';
import { listBlockers, listHits } from './listBlockers';
import { countVerdicts, listReadiness } from './listReadiness';
import { replaceReadiness } from './replaceReadiness';
import type { FindingRow, WorkRow } from './rows';
import type {
  BlockerRecord,
  DueCluster,
  HitRecord,
  ReadinessPage,
  ReadinessPageRequest,
  ReadinessSelection,
  ReadinessStore,
  ReplaceOutcome,
  VerdictGroup,
} from './types';

const ROWS_PER_STATEMENT = 200;

/** {@link ReadinessStore} on PostgreSQL or SQLite. */
export class DatabaseReadinessStore implements ReadinessStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async mark(arns: string[]): Promise<void> {
    await this.#setOn(arns, { mark: randomUUID() });
  }

  async claim(arns: string[], claim: string): Promise<void> {
    await this.#setOn(arns, { claim });
  }

  async due(options: {
    now: Date;
    limit: number;
    afterArn?: string;
  }): Promise<DueCluster[]> {
    const query = this.#ours()
      .where(due =>
        due
          .whereNull('work.arn')
          .orWhereNot('work.mark', '')
          .orWhere('work.due_at', '<=', options.now.toISOString())
          .orWhereRaw('work.cluster_hash <> clusters.hash'),
      )
      .orderBy('clusters.arn')
      .limit(options.limit);
    if (options.afterArn !== undefined) {
      query.where('clusters.arn', '>', options.afterArn);
    }
    return (await query).map(toDue);
  }

  async find(arns: string[]): Promise<DueCluster[]> {
    const found: DueCluster[] = [];
    for (const part of chunks(arns, 500)) {
      const rows = await this.#ours().whereIn('clusters.arn', part);
      found.push(...rows.map(toDue));
    }
    return found;
  }

  async replace(
    cluster: DueCluster,
    assessments: Assessment[],
    options: { claim: string; now: Date; dueAt: Date },
  ): Promise<ReplaceOutcome> {
    return replaceReadiness(this.#knex, cluster, assessments, options);
  }

  async prune(before: Date): Promise<void> {
    const gone: Array<{ arn: string }> = await this.#knex<WorkRow>(
      'readiness_clusters as work',
    )
      .where('work.assessed_at', '<', before.toISOString())
      .whereNotExists(
        this.#knex('clusters')
          .select(this.#knex.raw('1'))
          .whereRaw('clusters.arn = work.arn')
          .where('clusters.origin', 'eks-fleet'),
      )
      .select('work.arn');
    for (const part of chunks(
      gone.map(({ arn }) => arn),
      ROWS_PER_STATEMENT,
    )) {
      await this.#knex.transaction(async transaction => {
        for (const table of [
          'readiness_findings',
          'readiness',
          'readiness_clusters',
        ]) {
          await transaction(table).whereIn('arn', part).delete();
        }
      });
    }
  }

  async sinceByKey(arn: string): Promise<Map<string, string>> {
    const rows: Array<Pick<FindingRow, 'finding_key' | 'since'>> =
      await this.#knex<FindingRow>('readiness_findings')
        .where({ arn })
        .groupBy('finding_key')
        .select('finding_key')
        .min({ since: 'since' });
    return new Map(rows.map(row => [row.finding_key, row.since]));
  }

  async list(
    selection: ReadinessSelection,
    page: ReadinessPageRequest,
  ): Promise<ReadinessPage> {
    return listReadiness(this.#knex, selection, page);
  }

  async countVerdicts(selection: ReadinessSelection): Promise<VerdictGroup[]> {
    return countVerdicts(this.#knex, selection);
  }

  async blockers(
    selection: ReadinessSelection,
    limit: number,
  ): Promise<BlockerRecord[]> {
    return listBlockers(this.#knex, selection, limit);
  }

  async hits(
    selection: ReadinessSelection & { cause: string },
    limit: number,
  ): Promise<HitRecord[]> {
    return listHits(this.#knex, selection, limit);
  }

  #ours(): Knex.QueryBuilder<ClusterRow, Array<ClusterRow & { mark: string }>> {
    return this.#knex<ClusterRow>('clusters')
      .leftJoin('readiness_clusters as work', 'work.arn', 'clusters.arn')
      .where('clusters.origin', 'eks-fleet')
      .whereNot('clusters.arn', '')
      .select('clusters.*', 'work.mark');
  }

  async #setOn(arns: string[], column: Partial<WorkRow>): Promise<void> {
    for (const part of chunks([...new Set(arns)], ROWS_PER_STATEMENT)) {
      await this.#knex<WorkRow>('readiness_clusters')
        .insert(part.map(arn => ({ arn, ...column })))
        .onConflict('arn')
        .merge(Object.keys(column) as never);
    }
  }
}

function toDue(row: ClusterRow & { mark: string | null }): DueCluster {
  return {
    facts: {
      arn: row.arn,
      entityRef: row.entity_ref,
      name: row.name,
      partition: row.partition,
      accountId: row.account_id,
      region: row.region,
      owner: known(row.owner),
      version: known(row.version),
      status: known(row.status),
      createdAt: known(row.created_at),
    },
    hash: row.hash,
    mark: row.mark ?? '',
  };
}
