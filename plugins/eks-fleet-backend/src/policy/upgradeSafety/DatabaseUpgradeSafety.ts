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
import { chunks } from '../../database/chunks';
import { utc } from '../../database/text';
import type { ClusterIdentity } from '../../readiness/store/types';
import {
  UPGRADE_SAFETY,
  type PolicyFailure,
  type SafetyCell,
  type SafetyPolicy,
  type UpgradeSafety,
  type UpgradeSafetyReader,
} from '../../readiness/upgradeSafety';
import { EXEMPT, RESULTS } from '../store/codes';
import { selectPolicies } from '../store/read/policies';
import { whereNumbers } from '../store/read/reach';
import type { CellRow } from '../store/rows';

/** More resources than this are nobody's to look through one by one. */
const MOST_FAILURES = 1_000;
const CLUSTERS_PER_STATEMENT = 200;

type KnownCell = CellRow & {
  feed: string;
  observed_at: string;
  fresh_until: string;
};

interface FailureRow {
  fingerprint: string;
  policy_id: number;
  result: number;
  api_version: string;
  kind: string;
  namespace: string;
  name: string;
  message: string;
  owner: string;
  feed: string;
}

/** {@link UpgradeSafetyReader} of what feeds wrote, on PostgreSQL or SQLite. */
export class DatabaseUpgradeSafety implements UpgradeSafetyReader {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async ofMany(
    clusters: ClusterIdentity[],
  ): Promise<Map<string, UpgradeSafety>> {
    const policies = new Map<number, SafetyPolicy>(
      (await selectPolicies(this.#knex, { categories: [UPGRADE_SAFETY] })).map(
        ({ id, key, name, remediation, title }) => [
          id,
          { id: key, name, title, remediation },
        ],
      ),
    );
    if (policies.size === 0) {
      return new Map();
    }
    const known = new Map<string, UpgradeSafety>();
    for (const part of chunks(clusters, CLUSTERS_PER_STATEMENT)) {
      const ids = await this.#numbers(part);
      const cells = await this.#cells([...ids.values()], [...policies.keys()]);
      for (const { arn } of part) {
        const id = ids.get(arn);
        const own = cells.filter(cell => cell.cluster_id === id);
        const rows = await this.#failing(own);
        known.set(arn, {
          cells: own.map(cell =>
            toCell(cell, policies.get(cell.policy_id)!, rows),
          ),
          // Two feeds of one cluster may tell of the same.
          failures: [
            ...new Map(rows.map(row => [row.fingerprint, row])).values(),
          ].map(row => toFailure(row, policies.get(row.policy_id)!)),
        });
      }
    }
    return known;
  }

  /** A cluster that was made anew is another one. */
  async #numbers(clusters: ClusterIdentity[]): Promise<Map<string, number>> {
    const created = new Map(
      clusters.map(({ arn, createdAt }) => [arn, utc(createdAt)]),
    );
    const rows: Array<{ id: number; arn: string; created_at: string }> =
      await this.#knex('policy_clusters')
        .whereIn('arn', [...created.keys()])
        .select('id', 'arn', 'created_at');
    return new Map(
      rows
        .filter(row => created.get(row.arn) === row.created_at)
        .map(row => [row.arn, row.id]),
    );
  }

  async #cells(
    clusterIds: number[],
    policyIds: number[],
  ): Promise<KnownCell[]> {
    const query = this.#knex('policy_cells as cells')
      .join('policy_feeds as feeds', 'feeds.id', 'cells.feed_id')
      .whereNot('feeds.observed_at', '')
      .select('cells.*', 'feeds.feed', 'feeds.observed_at')
      .select('feeds.fresh_until')
      .orderBy(['cells.cluster_id', 'cells.policy_id', 'feeds.feed']);
    whereNumbers(query, 'cells.cluster_id', clusterIds);
    whereNumbers(query, 'cells.policy_id', policyIds);
    const cells: KnownCell[] = await query;
    // What is merely remembered is not there any more.
    return cells.filter(cell => cell.seen === 1 || hasResults(cell));
  }

  /** What fails on one cluster, the worst first. */
  async #failing(cells: KnownCell[]): Promise<FailureRow[]> {
    const failing = cells.filter(cell => broken(cell) > 0);
    if (failing.length === 0) {
      return [];
    }
    const query = this.#knex('findings')
      .join('finding_texts as texts', 'texts.id', 'findings.id')
      .join('policy_feeds as feeds', 'feeds.id', 'findings.feed_id')
      .join('policy_words as names', 'names.id', 'findings.name_id')
      .where('findings.cluster_id', failing[0].cluster_id)
      .whereRaw('findings.resolved_at = 0')
      .whereRaw(`findings.result > ${EXEMPT}`)
      .orderBy('findings.severity', 'desc')
      .orderBy('findings.id')
      .limit(MOST_FAILURES)
      .select('texts.fingerprint', 'texts.api_version', 'texts.message')
      .select('findings.policy_id', 'findings.result', 'findings.kind')
      .select('findings.namespace', 'findings.owner', 'feeds.feed')
      .select('names.word as name');
    whereNumbers(
      query,
      'findings.policy_id',
      new Set(failing.map(cell => cell.policy_id)),
    );
    return query;
  }
}

function broken({ error, fail, warn }: CellRow): number {
  return fail + warn + error;
}

function hasResults(cell: CellRow): boolean {
  const { exempt, pass, passes } = cell;
  return broken(cell) + exempt > 0 || pass >= 0 || passes !== '';
}

function toCell(
  row: KnownCell,
  policy: SafetyPolicy,
  failing: FailureRow[],
): SafetyCell {
  const listed = failing.filter(
    each => each.policy_id === row.policy_id && each.feed === row.feed,
  ).length;
  return {
    policy,
    feed: row.feed,
    observedAt: row.observed_at,
    freshUntil: row.fresh_until,
    evaluatedAt: row.evaluated_at || undefined,
    ready: row.ready === -1 ? undefined : row.ready === 1,
    hasResults: hasResults(row),
    notListed: Math.max(0, broken(row) - listed),
  };
}

function toFailure(row: FailureRow, policy: SafetyPolicy): PolicyFailure {
  return {
    policy,
    result: RESULTS[row.result] as PolicyFailure['result'],
    apiVersion: row.api_version,
    kind: row.kind,
    namespace: row.namespace,
    name: row.name,
    message: row.message,
    owner: row.owner,
    feed: row.feed,
  };
}
