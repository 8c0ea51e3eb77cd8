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
import { fromRow } from '../../../inventory/clusterRows';
import { RESULTS, SEVERITIES, timeOf } from '../codes';
import type {
  AssignmentRow,
  CellRow,
  FindingRow,
  FindingTextRow,
  PolicyRow,
} from '../rows';
import type { FindingRecord } from '../types';
import { toPolicyRecord } from './policies';
import { whereNumbers, type Reach } from './reach';
import { readClusterRows } from './readClusterRows';

/** A finding and what it is ordered by. */
export interface FindingPlace {
  id: number;
  key: string | number;
}

type WholeFinding = FindingRow &
  Omit<FindingTextRow, 'id'> & {
    feed: string;
    observed_at: string;
    fresh_until: string;
    name: string;
    rule: string;
  };

/** All that is known of some findings, by their numbers. */
export async function readFindings(
  knex: Knex,
  places: FindingPlace[],
  reach: Reach,
): Promise<Map<number, FindingRecord>> {
  if (places.length === 0) {
    return new Map();
  }
  const query = knex('findings')
    .join('finding_texts as texts', 'texts.id', 'findings.id')
    .join('policy_feeds as feeds', 'feeds.id', 'findings.feed_id')
    .join('policy_words as names', 'names.id', 'findings.name_id')
    .join('policy_words as rules', 'rules.id', 'findings.rule_id')
    .select('findings.*', 'texts.fingerprint', 'texts.api_version')
    .select('texts.owner_from', 'texts.message', 'texts.exceptions')
    .select('texts.properties', 'names.word as name', 'rules.word as rule')
    .select('feeds.feed', 'feeds.observed_at', 'feeds.fresh_until');
  whereNumbers(
    query,
    'findings.id',
    places.map(({ id }) => id),
  );
  const rows: WholeFinding[] = await query;
  const [policies, clusters, modes, assignments] = await Promise.all([
    readPolicies(knex, rows),
    readClusterRows(
      knex,
      rows.map(row => reach.byId.get(row.cluster_id)!.entity_ref),
    ),
    readModes(knex, rows),
    readAssignments(knex, rows),
  ]);
  return new Map(
    rows.flatMap(row => {
      const cluster = clusters.get(reach.byId.get(row.cluster_id)!.entity_ref);
      const policy = policies.get(row.policy_id);
      return cluster && policy
        ? [
            [
              Number(row.id),
              {
                ...toRecord(row),
                policy: toPolicyRecord(policy),
                cluster: fromRow(cluster),
                mode: modes.get(`${row.cluster_id}.${row.policy_id}`),
                assignment: assignments.get(
                  `${row.cluster_id}.${row.fingerprint}`,
                ),
              },
            ] as const,
          ]
        : [];
    }),
  );
}

function toRecord(
  row: WholeFinding,
): Omit<FindingRecord, 'cluster' | 'policy'> {
  const resolvedAt = timeOf(row.resolved_at);
  return {
    fingerprint: row.fingerprint,
    rule: row.rule,
    result: RESULTS[row.result],
    severity: SEVERITIES[row.severity],
    message: row.message,
    apiVersion: row.api_version,
    kind: row.kind,
    namespace: row.namespace,
    name: row.name,
    owner: row.owner,
    ownerFrom: row.owner_from,
    firstSeen: timeOf(row.first_seen),
    // Of one that a part brought, whose snapshot is not complete yet, its own.
    lastSeen:
      timeOf(row.last_seen) || later(row.observed_at, timeOf(row.first_seen)),
    freshUntil: row.fresh_until,
    resolvedAt,
    dueAt: resolvedAt ? '' : timeOf(row.due_at),
    exceptions: JSON.parse(row.exceptions),
    properties: JSON.parse(row.properties),
    feed: row.feed,
  };
}

async function readPolicies(
  knex: Knex,
  rows: WholeFinding[],
): Promise<Map<number, PolicyRow>> {
  const query = knex<PolicyRow>('policies');
  whereNumbers(query, 'id', new Set(rows.map(row => row.policy_id)));
  return new Map((await query).map(row => [row.id, row]));
}

/** How the policies of findings are enforced where they are. */
async function readModes(
  knex: Knex,
  rows: WholeFinding[],
): Promise<Map<string, FindingRecord['mode']>> {
  const query = knex<CellRow>('policy_cells')
    .where('seen', 1)
    .whereNot('mode', '')
    .select('cluster_id', 'policy_id', 'mode');
  whereNumbers(query, 'cluster_id', new Set(rows.map(row => row.cluster_id)));
  whereNumbers(query, 'policy_id', new Set(rows.map(row => row.policy_id)));
  const modes = new Map<string, FindingRecord['mode']>();
  for (const { cluster_id, mode, policy_id } of await query) {
    const key = `${cluster_id}.${policy_id}`;
    const known = modes.get(key);
    modes.set(key, known && known !== mode ? 'mixed' : mode || undefined);
  }
  return modes;
}

async function readAssignments(
  knex: Knex,
  rows: WholeFinding[],
): Promise<Map<string, FindingRecord['assignment']>> {
  const given = await knex<AssignmentRow>('policy_assignments').whereIn(
    'fingerprint',
    rows.map(row => row.fingerprint),
  );
  return new Map(
    given.map(row => [
      `${row.cluster_id}.${row.fingerprint}`,
      {
        assignee: row.assignee,
        note: row.note,
        by: row.assigned_by,
        at: row.assigned_at,
      },
    ]),
  );
}

function later(a: string, b: string): string {
  return a > b ? a : b;
}
