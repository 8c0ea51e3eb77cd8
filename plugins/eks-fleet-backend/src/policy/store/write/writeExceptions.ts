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
import { chunks } from '../../../database/chunks';
import { keyOf } from '../policyKey';
import type { ExceptionRow } from '../rows';

const ROWS_PER_STATEMENT = 200;

/** Makes these a feed's exceptions and no others, writing only what differs. */
export async function writeExceptions(
  transaction: Knex,
  feed: { id: number; clusterId: number },
  exceptions: ObservedException[],
): Promise<void> {
  const stored = new Map(
    (
      await transaction<ExceptionRow>('policy_exceptions')
        .where('feed_id', feed.id)
        .select('key', 'document')
    ).map(row => [row.key, row.document]),
  );
  const rows = new Map(
    exceptions.map(exception => {
      const row = toRow(feed, exception);
      return [row.key, row];
    }),
  );
  const gone = [...stored.keys()].filter(key => !rows.has(key));
  for (const part of chunks(gone, ROWS_PER_STATEMENT)) {
    await transaction('policy_exceptions')
      .where('feed_id', feed.id)
      .whereIn('key', part)
      .delete();
  }
  const changed = [...rows.values()].filter(
    row => stored.get(row.key) !== row.document,
  );
  for (const part of chunks(changed, ROWS_PER_STATEMENT)) {
    await transaction('policy_exceptions')
      .insert(part)
      .onConflict(['feed_id', 'key'])
      .merge();
  }
}

function toRow(
  feed: { id: number; clusterId: number },
  exception: ObservedException,
): ExceptionRow {
  const { createdAt, engine, kind, name, namespace = '', ...spec } = exception;
  const identity = [engine, kind, namespace, name];
  return {
    feed_id: feed.id,
    cluster_id: feed.clusterId,
    key: keyOf(identity, 16),
    // Each cluster made its own at another time; it is one all the same.
    spec_key: keyOf(
      [identity, Object.entries(spec).sort(([a], [b]) => (a < b ? -1 : 1))],
      16,
    ),
    document: JSON.stringify(exception),
  };
}
