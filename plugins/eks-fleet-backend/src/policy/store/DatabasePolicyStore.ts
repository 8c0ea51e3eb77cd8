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
import type { FeedRecord, PolicyRecord } from '../types';
import { countFacet } from './read/countFacet';
import {
  countBySeverity,
  countFindings,
  countNamespaces,
  countRules,
} from './read/countFindings';
import { listFindings } from './read/listFindings';
import { selectPolicies, toPolicyRecord } from './read/policies';
import { readExceptions } from './read/readExceptions';
import { feedsOf } from './read/readFeeds';
import { readMatrix } from './read/readMatrix';
import { readTrend, readWeek } from './read/readTrend';
import { Standings } from './read/Standings';
import type { AssignmentRow } from './rows';
import type {
  BoundedCount,
  ColumnKind,
  ExceptionRecord,
  FindingFacet,
  FindingPage,
  FindingPageRequest,
  FindingSelection,
  MatrixRecords,
  PolicySelection,
  PolicyStore,
  TrendPoint,
  WeekRecord,
} from './types';

/** {@link PolicyStore} on PostgreSQL or SQLite. */
export class DatabasePolicyStore implements PolicyStore {
  readonly #knex: Knex;
  readonly #standings: Standings;

  constructor(knex: Knex) {
    this.#knex = knex;
    this.#standings = new Standings(knex);
  }

  async matrix(
    selection: PolicySelection,
    by: ColumnKind,
  ): Promise<MatrixRecords> {
    return readMatrix(this.#knex, this.#standings, selection, by);
  }

  async week(selection: PolicySelection, from: Date): Promise<WeekRecord[]> {
    return readWeek(this.#knex, selection, from);
  }

  async trend(
    selection: PolicySelection,
    days: number,
  ): Promise<{ points: TrendPoint[]; since?: string }> {
    return readTrend(this.#knex, selection, days);
  }

  async policy(id: string): Promise<PolicyRecord | undefined> {
    const [row] = await selectPolicies(this.#knex, { policyIds: [id] });
    return row && toPolicyRecord(row);
  }

  async rules(
    selection: PolicySelection,
    limit: number,
  ): Promise<Array<{ rule: string; findings: number }>> {
    return countRules(this.#knex, selection, limit);
  }

  async namespaces(
    selection: PolicySelection,
    limit: number,
  ): Promise<Array<{ namespace: string; findings: number }>> {
    return countNamespaces(this.#knex, selection, limit);
  }

  async findings(
    selection: FindingSelection,
    page: FindingPageRequest,
  ): Promise<FindingPage> {
    return listFindings(this.#knex, selection, page);
  }

  async countFindings(selection: FindingSelection): Promise<BoundedCount> {
    return countFindings(this.#knex, selection);
  }

  async countBySeverity(
    selection: PolicySelection,
  ): Promise<Map<PolicySeverity, number>> {
    return countBySeverity(this.#knex, selection);
  }

  async facet(
    selection: FindingSelection,
    facet: FindingFacet,
    limit: number,
  ): Promise<{
    values: Array<{ value: string; count: number; title?: string }>;
    isAtLeast: boolean;
  }> {
    return countFacet(this.#knex, selection, facet, limit);
  }

  async exceptions(selection: PolicySelection): Promise<ExceptionRecord[]> {
    return readExceptions(this.#knex, selection);
  }

  async feeds(arns: string[]): Promise<FeedRecord[]> {
    return feedsOf(this.#knex, arns);
  }

  async assign(
    fingerprint: string,
    assignment:
      | { assignee: string; note: string; by: string; at: string }
      | undefined,
  ): Promise<void> {
    // Of a cluster that was made again, only the one that is there.
    const clusters: Array<{ cluster_id: number }> = await this.#knex(
      'finding_texts as texts',
    )
      .join('policy_feeds as feeds', 'feeds.id', 'texts.feed_id')
      .join('policy_clusters as known', 'known.id', 'feeds.cluster_id')
      .join('clusters', on =>
        on
          .on('clusters.arn', 'known.arn')
          .andOn('clusters.created_at', 'known.created_at'),
      )
      .where('clusters.origin', 'eks-fleet')
      .where('texts.fingerprint', fingerprint)
      .distinct('feeds.cluster_id');
    for (const { cluster_id } of clusters) {
      const key = { cluster_id, fingerprint };
      const table = this.#knex<AssignmentRow>('policy_assignments');
      if (assignment) {
        const { assignee, at, by, note } = assignment;
        await table
          .insert({ ...key, assignee, note, assigned_by: by, assigned_at: at })
          .onConflict(['fingerprint', 'cluster_id'])
          .merge();
      } else {
        await table.where(key).delete();
      }
    }
  }
}
