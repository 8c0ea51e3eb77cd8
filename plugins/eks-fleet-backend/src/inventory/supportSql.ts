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

import type { SupportState } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { Knex } from 'knex';
import type { SupportCalendar } from '../versions/SupportCalendar';
import type { ClusterSelection } from './types';

/** Support is no column: it moves with the clock, by each version's dates. */
export function whereSupport(
  query: Knex.QueryBuilder,
  states: string[],
  calendar: SupportCalendar,
  now: Date,
): void {
  const versions = calendar.states(now);
  for (const state of states) {
    if (state === 'unknown') {
      query.orWhereNot(known =>
        whereVersions(
          known,
          versions.filter(item => item.state !== 'unknown'),
        ),
      );
    } else {
      query.orWhere(some =>
        whereVersions(
          some,
          versions.filter(item => item.state === state),
        ),
      );
    }
  }
}

function whereVersions(
  query: Knex.QueryBuilder,
  versions: Array<{ partition: string; version: string }>,
): void {
  query.whereRaw('1 = 0');
  // Partitions mostly agree: one condition for all that do.
  const byVersions = new Map<string, string[]>();
  for (const partition of new Set(versions.map(item => item.partition))) {
    const key = versions
      .filter(item => item.partition === partition)
      .map(item => item.version)
      .join();
    byVersions.set(key, [...(byVersions.get(key) ?? []), partition]);
  }
  for (const [key, partitions] of byVersions) {
    query.orWhere(some =>
      some
        .whereIn('clusters.partition', partitions)
        .whereIn('clusters.version', key.split(',')),
    );
  }
}

const SUPPORT_RANK: Record<SupportState, number> = {
  unsupported: 0,
  extended: 1,
  standard: 2,
  unknown: 3,
};
const RANK_STEP = 1_000_000;

/** A number that puts first what has the least support left. */
export function supportOrder(selection: ClusterSelection): {
  sql: string;
  bindings: string[];
} {
  const states = selection.calendar.states(selection.now);
  const unknown = SUPPORT_RANK.unknown * RANK_STEP;
  const cases = states.map(({ state, daysLeft = 0 }) => {
    const rank = SUPPORT_RANK[state] * RANK_STEP + RANK_STEP / 2 + daysLeft;
    return `when clusters.partition = ? and clusters.version = ? then ${rank}`;
  });
  return {
    sql: `case ${cases.join(' ')} else ${unknown} end`,
    bindings: states.flatMap(({ partition, version }) => [partition, version]),
  };
}
