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

import { versionRank } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { Knex } from 'knex';
import { whereSelected } from '../../inventory/clusterSql';
import { newestVersion, supportedVersion } from '../targets';
import type { ReadinessSelection } from './types';

/** A piece of SQL with its bindings. */
export interface Sql {
  sql: string;
  bindings: Array<string | number>;
}

/** The rank of the version that is meant, for each cluster. */
export function targetRank({ calendar, now, target }: ReadinessSelection): Sql {
  if (target === 'next') {
    return { sql: 'clusters.version_rank + 1', bindings: [] };
  }
  return target === 'supported'
    ? byPartition({ calendar, now }, partition =>
        supportedVersion(calendar.versions(partition), now),
      )
    : { sql: `${versionRank(target)}`, bindings: [] };
}

/** The rank from which on there is nothing to do. */
function doneRank(selection: ReadinessSelection): Sql {
  const { calendar, now, target } = selection;
  return target === 'next'
    ? byPartition(selection, partition =>
        newestVersion(calendar.versions(partition), now),
      )
    : targetRank(selection);
}

/** What a cluster is counted under; needs {@link joinVerdicts}. */
export function verdictSql(selection: ReadinessSelection): Sql {
  const done = doneRank(selection);
  return {
    sql: `case
      when clusters.version_rank < 0 or (${done.sql}) < 0 then 'unknown'
      when clusters.version_rank >= (${done.sql}) then 'done'
      else coalesce(readiness.verdict, 'unknown') end`,
    bindings: [...done.bindings, ...done.bindings],
  };
}

/** Our own clusters of a selection, each with its verdict where there is one. */
export function joinVerdicts(
  knex: Knex,
  selection: ReadinessSelection,
): Knex.QueryBuilder {
  const rank = targetRank(selection);
  const query = knex('clusters').leftJoin('readiness', on =>
    on
      .on('readiness.arn', 'clusters.arn')
      .andOn('readiness.cluster_created_at', 'clusters.created_at')
      .andOn(knex.raw(`readiness.target_rank = (${rank.sql})`, rank.bindings)),
  );
  whereOurs(query, selection);
  if (selection.cause !== undefined) {
    query.whereExists(
      knex('readiness_findings')
        .select(knex.raw('1'))
        .whereRaw('readiness_findings.arn = readiness.arn')
        .whereRaw('readiness_findings.target_rank = readiness.target_rank')
        .where('readiness_findings.cause_key', selection.cause)
        .whereIn('readiness_findings.severity', ['blocking', 'unknown'])
        .whereRaw('clusters.version_rank < readiness.target_rank'),
    );
  }
  return query;
}

/** Of a foreign cluster nothing is observed: there is nothing to say. */
export function whereOurs(
  query: Knex.QueryBuilder,
  selection: ReadinessSelection,
): void {
  whereSelected(query, selection);
  query.where('clusters.origin', 'eks-fleet');
}

function byPartition(
  { calendar, now }: Pick<ReadinessSelection, 'calendar' | 'now'>,
  versionOf: (partition: string) => string | undefined,
): Sql {
  const partitions = [
    ...new Set(calendar.states(now).map(({ partition }) => partition)),
  ];
  const cases = partitions.map(
    partition => `when ? then ${versionRank(versionOf(partition))}`,
  );
  return {
    sql: `case clusters.partition ${cases.join(' ')} else -1 end`,
    bindings: partitions,
  };
}
