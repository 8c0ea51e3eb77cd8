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

import type { ObservedException } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { Knex } from 'knex';
import { fromRow } from '../../../inventory/clusterRows';
import type { ExceptionRow, PolicyRow } from '../rows';
import type { ExceptionRecord, PolicySelection } from '../types';
import { Reach } from './reach';
import { readClusterRows } from './readClusterRows';

/** Exemptions; what is the same on several clusters is one. */
export async function readExceptions(
  knex: Knex,
  selection: PolicySelection,
): Promise<ExceptionRecord[]> {
  const reach = await Reach.of(knex, selection);
  const query = knex<ExceptionRow>('policy_exceptions');
  reach.where(query, 'cluster_id');
  const rows = (await query).map(row => ({
    ...row,
    exception: JSON.parse(row.document) as ObservedException,
  }));
  const wanted = rows.filter(
    ({ exception }) =>
      !selection.engines || selection.engines.includes(exception.engine),
  );
  const [exempted, clusters, policies] = await Promise.all([
    countExempted(knex, reach),
    readClusterRows(
      knex,
      wanted.map(row => reach.byId.get(row.cluster_id)!.entity_ref),
    ),
    readPolicyIds(knex, wanted),
  ]);
  const records = new Map<string, ExceptionRecord>();
  const seen = new Set<string>();
  for (const row of wanted) {
    const { exception } = row;
    const record: ExceptionRecord = records.get(row.spec_key) ?? {
      ...exception,
      id: row.spec_key,
      clusters: [],
      exempted: 0,
      policyIds: policyIdsOf(exception, policies),
    };
    records.set(row.spec_key, record);
    // Two feeds of one cluster may both tell of it.
    const place = `${row.spec_key}.${row.cluster_id}`;
    if (!seen.has(place)) {
      seen.add(place);
      const { entity_ref } = reach.byId.get(row.cluster_id)!;
      const cluster = clusters.get(entity_ref);
      record.clusters.push(...(cluster ? [fromRow(cluster)] : []));
      record.exempted +=
        exempted.get(`${row.cluster_id}.${referenceOf(exception)}`) ?? 0;
      record.createdAt = earlier(record.createdAt, exception.createdAt);
    }
  }
  return [...records.values()].filter(({ policyIds }) =>
    isOf(policyIds, selection.policyIds),
  );
}

/** As findings name it. */
function referenceOf({ name, namespace }: ObservedException): string {
  return namespace ? `${namespace}/${name}` : name;
}

async function countExempted(
  knex: Knex,
  reach: Reach,
): Promise<Map<string, number>> {
  const query: Knex.QueryBuilder = knex('finding_exceptions')
    .select('cluster_id', 'name')
    .count({ findings: '*' })
    .groupBy('cluster_id', 'name');
  reach.where(query, 'cluster_id');
  const rows: Array<{
    cluster_id: number;
    name: string;
    findings: number | string;
  }> = await query;
  return new Map(
    rows.map(row => [`${row.cluster_id}.${row.name}`, Number(row.findings)]),
  );
}

async function readPolicyIds(
  knex: Knex,
  rows: Array<{ exception: ObservedException }>,
): Promise<PolicyRow[]> {
  const names = rows.flatMap(({ exception }) =>
    exception.policies.map(({ name }) => nameOf(name).name),
  );
  return knex<PolicyRow>('policies').whereIn('name', [...new Set(names)]);
}

/** A namespaced policy is named `namespace/name`. */
function nameOf(text: string): { namespace?: string; name: string } {
  const [namespace, name] = text.split('/');
  return name === undefined ? { name: text } : { namespace, name };
}

function policyIdsOf(
  { engine, policies }: ObservedException,
  known: PolicyRow[],
): Record<string, string> {
  return Object.fromEntries(
    policies.flatMap(policy => {
      const { name, namespace } = nameOf(policy.name);
      const row = known.find(
        item =>
          item.engine === engine &&
          item.name === name &&
          (policy.kind === undefined || item.kind === policy.kind) &&
          (namespace === undefined || item.namespace === namespace),
      );
      return row ? [[policy.name, row.key]] : [];
    }),
  );
}

function isOf(
  ids: Record<string, string>,
  wanted: string[] | undefined,
): boolean {
  return !wanted || Object.values(ids).some(id => wanted.includes(id));
}

function earlier(
  a: string | undefined,
  b: string | undefined,
): string | undefined {
  if (a === undefined || b === undefined) {
    return a ?? b;
  }
  return a < b ? a : b;
}
