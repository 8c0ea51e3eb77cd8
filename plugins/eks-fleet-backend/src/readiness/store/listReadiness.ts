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
import { fromRow, type ClusterRow } from '../../inventory/clusterRows';
import { supportOrder } from '../../inventory/supportSql';
import type { ReadinessRow } from './rows';
import { joinVerdicts, targetRank, verdictSql, type Sql } from './targetSql';
import type {
  CountedVerdict,
  ReadinessPage,
  ReadinessPageRequest,
  ReadinessSelection,
  VerdictGroup,
} from './types';

type PageRow = ClusterRow &
  Partial<
    Pick<
      ReadinessRow,
      'blockers' | 'unknowns' | 'warnings' | 'waived' | 'first_blocker'
    >
  > & {
    assessed_at: string | null;
    counted_verdict: CountedVerdict;
    order_key: string | number;
  };

/** One page of verdicts. */
export async function listReadiness(
  knex: Knex,
  selection: ReadinessSelection,
  page: ReadinessPageRequest,
): Promise<ReadinessPage> {
  const { order, limit, verdicts, after, before } = page;
  const backwards = before !== undefined;
  const ascending = (order.direction === 'asc') !== backwards;
  const direction = ascending ? 'asc' : 'desc';
  const verdict = verdictSql(selection);
  const key = orderSql(order.field, selection, verdict);

  // First which rows, and only then all of them: sorting wide rows is slow.
  const places = joinVerdicts(knex, selection)
    .select('clusters.entity_ref', 'readiness.target_rank')
    .select(knex.raw(`${verdict.sql} as counted_verdict`, verdict.bindings))
    .select(knex.raw(`${key.sql} as order_key`, key.bindings));
  if (verdicts) {
    places.whereRaw(
      `(${verdict.sql}) in (${verdicts.map(() => '?').join(', ')})`,
      [...verdict.bindings, ...verdicts],
    );
  }
  const edge = after ?? before;
  if (edge) {
    const than = ascending ? '>' : '<';
    places.whereRaw(
      `(${key.sql} ${than} ? or (${key.sql} = ? and clusters.entity_ref ${than} ?))`,
      [...key.bindings, edge.key, ...key.bindings, edge.key, edge.entityRef],
    );
  }
  places
    .orderBy('order_key', direction)
    .orderBy('clusters.entity_ref', direction)
    .limit(limit + 1);

  const rank = targetRank(selection);
  const rows: PageRow[] = await knex('clusters')
    .join(places.as('places'), 'places.entity_ref', 'clusters.entity_ref')
    .leftJoin('readiness', on =>
      on
        .on('readiness.arn', 'clusters.arn')
        .andOn('readiness.target_rank', 'places.target_rank'),
    )
    .leftJoin('readiness_clusters as work', 'work.arn', 'clusters.arn')
    .select('clusters.*', 'places.order_key', 'places.counted_verdict')
    .select(
      'readiness.blockers',
      'readiness.unknowns',
      'readiness.warnings',
      'readiness.waived',
      'readiness.first_blocker',
      'work.assessed_at',
    )
    .select(knex.raw(`${rank.sql} as meant_rank`, rank.bindings))
    .orderBy('places.order_key', direction)
    .orderBy('places.entity_ref', direction);

  const hasMore = rows.length > limit;
  const shown = rows.slice(0, limit);
  if (backwards) {
    shown.reverse();
  }
  const positions = shown.map(row => ({
    key: row.order_key,
    entityRef: row.entity_ref,
  }));
  return {
    records: shown.map(toRecord),
    first: positions.at(0),
    last: positions.at(-1),
    hasMore,
  };
}

/** How many clusters have which verdict, by partition. */
export async function countVerdicts(
  knex: Knex,
  selection: ReadinessSelection,
): Promise<VerdictGroup[]> {
  const verdict = verdictSql(selection);
  const verdicts = joinVerdicts(knex, selection)
    .select('clusters.partition', 'clusters.version_rank')
    .select(knex.raw(`${verdict.sql} as verdict`, verdict.bindings));
  const rows: Array<{
    partition: string;
    verdict: CountedVerdict;
    clusters: number | string;
    version_rank: number | string;
  }> = await knex
    .from(verdicts.as('verdicts'))
    .select('partition', 'verdict')
    .count({ clusters: '*' })
    .min({ version_rank: 'version_rank' })
    .groupBy('partition', 'verdict');
  return rows.map(row => ({
    partition: row.partition,
    verdict: row.verdict,
    clusters: Number(row.clusters),
    versionRank: Number(row.version_rank),
  }));
}

const COLUMNS = {
  name: 'clusters.name_key',
  version: 'clusters.version_rank',
  owner: 'clusters.owner',
  environment: 'clusters.environment',
};

function orderSql(
  field: ReadinessPageRequest['order']['field'],
  selection: ReadinessSelection,
  verdict: Sql,
): Sql {
  switch (field) {
    case 'verdict':
      return {
        sql: `case (${verdict.sql}) when 'blocked' then 0 when 'unknown' then 1 when 'ready' then 2 else 3 end`,
        bindings: verdict.bindings,
      };
    case 'blockers':
      return {
        sql: `case when (${verdict.sql}) = 'done' then 0 else coalesce(readiness.blockers, 0) end`,
        bindings: verdict.bindings,
      };
    case 'supportEnds':
      return supportOrder(selection);
    default:
      return { sql: COLUMNS[field], bindings: [] };
  }
}

function toRecord(row: PageRow & { meant_rank?: number }) {
  const done = row.counted_verdict === 'done';
  const told = !done && row.blockers !== null ? row : undefined;
  return {
    cluster: fromRow(row),
    verdict: row.counted_verdict,
    targetRank: done ? -1 : Number(row.meant_rank),
    blockers: told?.blockers ?? 0,
    unknowns: told?.unknowns ?? 0,
    warnings: told?.warnings ?? 0,
    waived: told?.waived ?? 0,
    firstBlocker: told?.first_blocker ?? '',
    assessedAt: told ? row.assessed_at ?? '' : '',
  };
}
