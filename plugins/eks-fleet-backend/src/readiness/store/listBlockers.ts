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

import type { FindingSeverity } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { Knex } from 'knex';
import { fromRow, type ClusterRow } from '../../inventory/clusterRows';
import type { FindingDocument, FindingRow } from './rows';
import { targetRank, whereOurs } from './targetSql';
import type { BlockerRecord, HitRecord, ReadinessSelection } from './types';

const OWNER = `case when findings.owner = '' then clusters.owner else findings.owner end`;

/** What keeps clusters from their target, one row a cause. */
export async function listBlockers(
  knex: Knex,
  selection: ReadinessSelection,
  limit: number,
): Promise<BlockerRecord[]> {
  const causes: CauseRow[] = await knex
    .from(selectHits(knex, selection).as('hits'))
    .select('cause_key')
    .min({ code: 'code', severity: 'severity', since: 'since' })
    .max({ clears_at: 'clears_at' })
    .countDistinct({ clusters: 'entity_ref' })
    .select(
      knex.raw(
        'count(distinct case when waived = 0 then entity_ref end) as standing',
      ),
      knex.raw(`sum(case when clears_at = '' then 1 else 0 end) as endless`),
    )
    .groupBy('cause_key')
    .orderBy('clusters', 'desc')
    .orderBy('cause_key')
    .limit(limit);
  const [owners, examples] = await Promise.all([
    countOwners(knex, selection),
    findExamples(knex, selection),
  ]);
  return causes.map(row => ({
    causeKey: row.cause_key,
    code: row.code,
    severity: row.severity,
    clusters: Number(row.clusters),
    waived: Number(row.clusters) - Number(row.standing),
    since: row.since,
    clearsAt: Number(row.endless) > 0 ? '' : row.clears_at,
    owners: owners.get(row.cause_key) ?? [],
    example: examples.get(row.cause_key) ?? {
      accountId: '',
      message: '',
      title: row.cause_key,
    },
  }));
}

/** Each cluster that a cause hits; one that it hits twice is there once. */
export async function listHits(
  knex: Knex,
  selection: ReadinessSelection & { cause: string },
  limit: number,
): Promise<HitRecord[]> {
  const hits = selectHits(knex, selection).select(
    knex.raw(
      'row_number() over (partition by clusters.entity_ref order by findings.waived, findings.since, findings.finding_key) as place',
    ),
    'findings.document',
  );
  const rows: Array<
    ClusterRow &
      Pick<FindingRow, 'document' | 'since' | 'waived'> & { hit_owner: string }
  > = await knex('clusters')
    .join(hits.as('hits'), 'hits.entity_ref', 'clusters.entity_ref')
    .where('hits.place', 1)
    .select('clusters.*', 'hits.document', 'hits.since', 'hits.waived')
    .select({ hit_owner: 'hits.owner' })
    .orderBy('clusters.name_key')
    .orderBy('clusters.entity_ref')
    .limit(limit);
  return rows.map(row => ({
    cluster: fromRow(row),
    owner: row.hit_owner,
    since: row.since,
    waived: row.waived === 1,
    subject: (JSON.parse(row.document) as FindingDocument).subject,
  }));
}

interface CauseRow {
  cause_key: string;
  code: string;
  severity: FindingSeverity;
  since: string;
  clears_at: string;
  clusters: number | string;
  standing: number | string;
  endless: number | string;
}

/** Findings that keep a cluster of the selection from its target. */
function selectHits(
  knex: Knex,
  selection: ReadinessSelection,
): Knex.QueryBuilder {
  const rank = targetRank(selection);
  const query = knex('clusters')
    .join('readiness', on =>
      on
        .on('readiness.arn', 'clusters.arn')
        .andOn('readiness.cluster_created_at', 'clusters.created_at')
        .andOn(
          knex.raw(`readiness.target_rank = (${rank.sql})`, rank.bindings),
        ),
    )
    .join('readiness_findings as findings', on =>
      on
        .on('findings.arn', 'readiness.arn')
        .andOn('findings.target_rank', 'readiness.target_rank'),
    )
    .whereIn('findings.severity', ['blocking', 'unknown'])
    .whereRaw('clusters.version_rank >= 0')
    .whereRaw('clusters.version_rank < readiness.target_rank')
    .select(
      'clusters.entity_ref',
      'findings.cause_key',
      'findings.code',
      'findings.severity',
      'findings.since',
      'findings.clears_at',
      'findings.waived',
      knex.raw(`${OWNER} as owner`),
    );
  whereOurs(query, selection);
  if (selection.cause !== undefined) {
    query.where('findings.cause_key', selection.cause);
  }
  return query;
}

/** The most clusters first. */
async function countOwners(
  knex: Knex,
  selection: ReadinessSelection,
): Promise<Map<string, BlockerRecord['owners']>> {
  const rows: Array<{
    cause_key: string;
    owner: string;
    clusters: number | string;
  }> = await knex
    .from(selectHits(knex, selection).as('hits'))
    .select('cause_key', 'owner')
    .countDistinct({ clusters: 'entity_ref' })
    .groupBy('cause_key', 'owner')
    .orderBy('clusters', 'desc')
    .orderBy('owner');
  const owners = new Map<string, BlockerRecord['owners']>();
  for (const { cause_key: cause, owner, clusters } of rows) {
    const known = owners.get(cause) ?? [];
    known.push({ owner, clusters: Number(clusters) });
    owners.set(cause, known);
  }
  return owners;
}

/** What is said on the cluster that has had a cause longest. */
async function findExamples(
  knex: Knex,
  selection: ReadinessSelection,
): Promise<Map<string, BlockerRecord['example']>> {
  const places = selectHits(knex, selection).select(
    'clusters.account_id',
    'findings.message',
    'findings.document',
    knex.raw(
      'row_number() over (partition by findings.cause_key order by findings.waived, findings.since, clusters.entity_ref, findings.finding_key) as place',
    ),
  );
  const rows: Array<{
    cause_key: string;
    account_id: string;
    message: string;
    document: string;
  }> = await knex
    .from(places.as('places'))
    .where('place', 1)
    .select('cause_key', 'account_id', 'message', 'document');
  return new Map(
    rows.map(row => {
      const { title, fix } = JSON.parse(row.document) as FindingDocument;
      return [
        row.cause_key,
        { accountId: row.account_id, message: row.message, title, fix },
      ];
    }),
  );
}
