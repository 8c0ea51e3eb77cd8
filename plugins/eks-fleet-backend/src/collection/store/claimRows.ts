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
import { toCollectedCluster, toDocument, type ObservationRow } from './rows';
import type { Claim, ClaimRequest } from './types';

/** What somebody asked for, then what somebody looks at, then the rest. */
const PRIORITY = `case
  when requested_at > attempted_at then 2
  when wanted_until > ? then 1
  else 0 end`;

/**
 * Takes due rows. The transaction is short: nothing outside is called in it,
 * and a row that somebody else is about to take is left to them.
 */
export async function claimRows(
  knex: Knex,
  request: ClaimRequest,
): Promise<Claim[]> {
  const { owner, now, leaseSeconds } = request;
  const at = now.toISOString();
  const until = new Date(now.getTime() + leaseSeconds * 1000).toISOString();
  const isPostgres = knex.client.config.client === 'pg';

  const { keys, rows } = await knex.transaction(async transaction => {
    const places = await findPlaces(transaction, request);
    if (places.length === 0) {
      return { keys: [], rows: [] };
    }
    const free = transaction<ObservationRow>('observations')
      .select('arn', 'kind')
      .whereIn(['arn', 'kind'], places)
      .where('next_at', '<=', at)
      .where('lease_until', '<=', at);
    const taken: Array<{ arn: string; kind: string }> = await (isPostgres
      ? free.forUpdate().skipLocked()
      : free);
    if (taken.length === 0) {
      return { keys: [], rows: [] };
    }
    const claimed: ObservationRow[] = await transaction<ObservationRow>(
      'observations',
    )
      .whereIn(
        ['arn', 'kind'],
        taken.map(({ arn, kind }) => [arn, kind]),
      )
      .update({
        lease_owner: owner,
        lease_until: until,
        lease: transaction.raw('lease + 1') as unknown as number,
      })
      .returning('*');
    return { keys: places, rows: claimed };
  });

  const order = new Map(keys.map(([arn, kind], index) => [arn + kind, index]));
  return rows
    .sort((a, b) => order.get(a.arn + a.kind)! - order.get(b.arn + b.kind)!)
    .map(row => toClaim(row, owner));
}

/**
 * Which rows are next. Targets take turns, so that one with many clusters, or
 * a slow one, does not keep the others waiting.
 */
async function findPlaces(
  transaction: Knex.Transaction,
  request: ClaimRequest,
): Promise<Array<[string, string]>> {
  const { now, kinds, limit, perTarget } = request;
  const at = now.toISOString();
  const busy = transaction('observations')
    .select('account_id', 'region')
    .count({ in_flight: '*' })
    .where('lease_until', '>', at)
    .whereIn('kind', kinds)
    .groupBy('account_id', 'region');
  const due = transaction('observations')
    .select('arn', 'kind', 'account_id', 'region', 'next_at')
    .select(transaction.raw(`${PRIORITY} as priority`, [at]))
    .where('next_at', '>', '')
    .where('next_at', '<=', at)
    .where('lease_until', '<=', at)
    .whereIn('kind', kinds);
  const ranked = transaction
    .from(due.as('due'))
    .leftJoin(busy.as('busy'), join =>
      join
        .on('busy.account_id', 'due.account_id')
        .andOn('busy.region', 'due.region'),
    )
    .select('due.arn', 'due.kind', 'due.priority', 'due.next_at')
    .select(
      transaction.raw(
        `coalesce(busy.in_flight, 0) + row_number() over (
           partition by due.account_id, due.region
           order by due.priority desc, due.next_at, due.arn, due.kind
         ) as place`,
      ),
    );
  const rows: Array<{ arn: string; kind: string }> = await transaction
    .from(ranked.as('ranked'))
    .select('arn', 'kind')
    .where('place', '<=', perTarget)
    .orderBy([
      { column: 'priority', order: 'desc' },
      { column: 'place' },
      { column: 'next_at' },
      { column: 'arn' },
      { column: 'kind' },
    ])
    .limit(limit);
  return rows.map(({ arn, kind }) => [arn, kind]);
}

function toClaim(row: ObservationRow, owner: string): Claim {
  const document = toDocument(row);
  return {
    arn: row.arn,
    kind: row.kind,
    cluster: toCollectedCluster(row),
    owner,
    lease: row.lease,
    failures: row.failures,
    previous:
      document === undefined
        ? undefined
        : { document, observedAt: row.observed_at },
  };
}
