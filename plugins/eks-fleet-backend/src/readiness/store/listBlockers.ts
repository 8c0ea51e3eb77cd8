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
import { chunks } from '../../database/chunks';
import { fromRow, type ClusterRow } from '../../inventory/clusterRows';
import type { FindingDocument, FindingRow } from './rows';
import { targetRank, whereOurs } from './targetSql';
import type { BlockerRecord, HitRecord, ReadinessSelection } from './types';

const ROWS_PER_STATEMENT = 200;

const OWNER = `case when findings.owner = '' then clusters.owner else findings.owner end`;

/** What keeps clusters from their target, one row a cause. */
export async function listBlockers(
  knex: Knex,
  selection: ReadinessSelection,
  limit: number,
): Promise<BlockerRecord[]> {
  const [causes, owners, places] = await Promise.all([
    countCauses(knex, selection, limit),
    countOwners(knex, selection),
    findExamples(knex, selection),
  ]);
  const listed = new Set(causes.map(row => row.cause_key));
  const examples = await readExamples(
    knex,
    places.filter(row => listed.has(row.cause_key)),
  );
  return causes.map(row => ({
    causeKey: row.cause_key,
    code: row.code,
    severity: row.severity,
    clusters: Number(row.clusters),
    waived: Number(row.waived),
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
    'findings.message',
  );
  const rows: Array<
    ClusterRow &
      Pick<
        FindingRow,
        'clears_at' | 'document' | 'message' | 'since' | 'waived'
      > & { hit_owner: string }
  > = await knex('clusters')
    .join(hits.as('hits'), 'hits.entity_ref', 'clusters.entity_ref')
    .where('hits.place', 1)
    .select('clusters.*', 'hits.document', 'hits.message')
    .select('hits.since', 'hits.clears_at', 'hits.waived')
    .select({ hit_owner: 'hits.owner' })
    .orderBy('clusters.name_key')
    .orderBy('clusters.entity_ref')
    .limit(limit);
  return rows.map(row => ({
    cluster: fromRow(row),
    owner: row.hit_owner,
    since: row.since,
    clearsAt: row.clears_at,
    message: row.message,
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
  waived: number | string;
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

/** The most clusters first; first by cluster, as one may be hit twice. */
async function countCauses(
  knex: Knex,
  selection: ReadinessSelection,
  limit: number,
): Promise<CauseRow[]> {
  const byCluster = knex
    .from(selectHits(knex, selection).as('hits'))
    .select('cause_key', 'entity_ref')
    .min({
      code: 'code',
      severity: 'severity',
      since: 'since',
      waived: 'waived',
      first_end: 'clears_at',
    })
    .max({ clears_at: 'clears_at' })
    .groupBy('cause_key', 'entity_ref');
  return knex
    .from(byCluster.as('clusters'))
    .select('cause_key')
    .min({ code: 'code', severity: 'severity', since: 'since' })
    .max({ clears_at: 'clears_at' })
    .sum({ waived: 'waived' })
    .count({ clusters: '*' })
    .select(
      knex.raw(`sum(case when first_end = '' then 1 else 0 end) as endless`),
    )
    .groupBy('cause_key')
    .orderBy('clusters', 'desc')
    .orderBy('cause_key')
    .limit(limit);
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
    .from(
      knex
        .from(selectHits(knex, selection).as('hits'))
        .select('cause_key', 'owner', 'entity_ref')
        .groupBy('cause_key', 'owner', 'entity_ref')
        .as('clusters'),
    )
    .select('cause_key', 'owner')
    .count({ clusters: '*' })
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

interface ExamplePlace
  extends Pick<
    FindingRow,
    'arn' | 'target_rank' | 'finding_key' | 'cause_key'
  > {
  account_id: string;
}

/** Where each cause has been longest. */
async function findExamples(
  knex: Knex,
  selection: ReadinessSelection,
): Promise<ExamplePlace[]> {
  const places = selectHits(knex, selection).select(
    'clusters.account_id',
    'findings.arn',
    'findings.target_rank',
    'findings.finding_key',
    knex.raw(
      'row_number() over (partition by findings.cause_key order by findings.waived, findings.since, clusters.entity_ref, findings.finding_key) as place',
    ),
  );
  return knex
    .from(places.as('places'))
    .where('place', 1)
    .select('cause_key', 'account_id', 'arn', 'target_rank', 'finding_key');
}

/** What is said there. Only these rows are read whole: sorting them is slow. */
async function readExamples(
  knex: Knex,
  places: ExamplePlace[],
): Promise<Map<string, BlockerRecord['example']>> {
  const examples = new Map<string, BlockerRecord['example']>();
  for (const part of chunks(places, ROWS_PER_STATEMENT)) {
    const rows: FindingRow[] = await knex('readiness_findings')
      .whereIn(
        ['arn', 'target_rank', 'finding_key'],
        part.map(row => [row.arn, row.target_rank, row.finding_key]),
      )
      .select('cause_key', 'message', 'document');
    const accounts = new Map(part.map(row => [row.cause_key, row.account_id]));
    for (const { cause_key: cause, message, document } of rows) {
      const { title, fix } = JSON.parse(document) as FindingDocument;
      const accountId = accounts.get(cause) ?? '';
      examples.set(cause, { accountId, message, title, fix });
    }
  }
  return examples;
}
