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
import {
  DRIFT_STATE,
  FACET_COLUMNS,
  joinObservation,
  OBSERVATION_STATE,
  selectClusters,
  whereSelected,
} from './clusterSql';
import type { ClusterSelection, Facet, FacetCount } from './types';

/** How many clusters have each value of a facet; the most frequent first. */
export async function countFacet(
  knex: Knex,
  selection: ClusterSelection,
  facet: Facet,
): Promise<FacetCount[]> {
  if (facet === 'support') {
    return countSupport(knex, selection);
  }
  if (facet === 'observation') {
    const states = joinObservation(knex('clusters')).select(
      knex.raw(`${OBSERVATION_STATE} as value`, [selection.now.toISOString()]),
    );
    whereSelected(states, selection);
    return toCounts(
      await knex
        .from(states.as('states'))
        .select('value')
        .count({ count: '*' })
        .groupBy('value'),
    );
  }
  const query = selectClusters(knex, selection);
  if (facet === 'drift') {
    return toCounts(
      await query
        .select({ value: knex.raw(DRIFT_STATE) })
        .count({ count: '*' })
        .groupBy('value'),
    );
  }
  if (facet.startsWith('label.')) {
    return toCounts(
      await query
        .join(
          'cluster_labels as facet',
          'facet.entity_ref',
          'clusters.entity_ref',
        )
        .where('facet.key', facet.slice('label.'.length))
        .select({ value: 'facet.value' })
        .count({ count: '*' })
        .groupBy('facet.value'),
    );
  }
  const column = FACET_COLUMNS[facet as keyof typeof FACET_COLUMNS];
  query.whereNot(column, '').select({ value: column }).count({ count: '*' });
  if (facet === 'account') {
    query.max({ title: 'clusters.account_name' });
  }
  return toCounts(await query.groupBy(column));
}

/** How many clusters have each label. */
export async function countLabelKeys(
  knex: Knex,
  selection: ClusterSelection,
): Promise<FacetCount[]> {
  return toCounts(
    await selectClusters(knex, selection)
      .join(
        'cluster_labels as facet',
        'facet.entity_ref',
        'clusters.entity_ref',
      )
      .select({ value: 'facet.key' })
      .count({ count: '*' })
      .groupBy('facet.key'),
  );
}

async function countSupport(
  knex: Knex,
  selection: ClusterSelection,
): Promise<FacetCount[]> {
  const rows: Array<{ partition: string; version: string; count: number }> =
    await selectClusters(knex, selection)
      .select({
        partition: 'clusters.partition',
        version: 'clusters.version',
      })
      .count({ count: '*' })
      .groupBy('clusters.partition', 'clusters.version');
  const counts = new Map<string, number>();
  for (const { partition, version, count } of rows) {
    const { state } = selection.calendar.support(
      partition,
      version,
      selection.now,
    );
    counts.set(state, (counts.get(state) ?? 0) + Number(count));
  }
  return toCounts(Array.from(counts, ([value, count]) => ({ value, count })));
}

function toCounts(
  rows: Array<{
    value: string;
    count: string | number;
    title?: string | null;
  }>,
): FacetCount[] {
  return rows
    .map(({ value, count, title }) => ({
      value,
      count: Number(count),
      ...(title ? { title } : {}),
    }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}
