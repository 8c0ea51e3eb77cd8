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
import { chunks } from '../database/chunks';
import {
  resolvedSortKey,
  toAlertRow,
  type AlertClusterRow,
  type AlertRow,
} from './rows';
import type { AlertSourceKind, Joined, ReceivedAlert } from './types';

const ROWS_PER_STATEMENT = 50;

/**
 * Records what a source said, in one transaction.
 *
 * @returns whether anything that anybody sees is other than before
 */
export async function putAlerts(
  knex: Knex,
  source: { kind: AlertSourceKind; id: string },
  alerts: Array<{ alert: ReceivedAlert; joined: Joined }>,
  options: { now: Date; complete: boolean },
): Promise<boolean> {
  const rows = Array.from(
    new Map(
      alerts.map(({ alert, joined }) => [
        alert.fingerprint,
        { row: toAlertRow(source, alert, joined, options.now), joined },
      ]),
    ).values(),
  );
  return knex.transaction(async transaction => {
    const before = await statesOf(
      transaction,
      source.id,
      options.complete ? undefined : rows.map(({ row }) => row.fingerprint),
    );
    for (const some of chunks(rows, ROWS_PER_STATEMENT)) {
      await transaction<AlertRow>('alerts')
        .insert(some.map(({ row }) => row))
        .onConflict(['source_id', 'fingerprint'])
        .merge();
      await transaction<AlertClusterRow>('alert_clusters')
        .where('source_id', source.id)
        .whereIn(
          'fingerprint',
          some.map(({ row }) => row.fingerprint),
        )
        .delete();
      const clusters = some.flatMap(({ row, joined }) =>
        joined.arns.map(arn => ({
          source_id: row.source_id,
          fingerprint: row.fingerprint,
          arn,
        })),
      );
      for (const part of chunks(clusters, 200)) {
        await transaction<AlertClusterRow>('alert_clusters').insert(part);
      }
    }
    const changed = rows.some(
      ({ row }) => before.get(row.fingerprint)?.state !== row.state,
    );
    const told = new Set(rows.map(({ row }) => row.fingerprint));
    const ended = options.complete
      ? Array.from(before.values()).filter(
          row => row.state !== 'resolved' && !told.has(row.fingerprint),
        )
      : [];
    for (const row of ended) {
      await transaction<AlertRow>('alerts')
        .where({ source_id: source.id, fingerprint: row.fingerprint })
        .update({
          state: 'resolved',
          ends_at: options.now.toISOString(),
          sort_key: resolvedSortKey(row.sort_key),
        });
    }
    return changed || ended.length > 0;
  });
}

type State = Pick<AlertRow, 'fingerprint' | 'state' | 'sort_key'>;

async function statesOf(
  transaction: Knex.Transaction,
  sourceId: string,
  fingerprints: string[] | undefined,
): Promise<Map<string, State>> {
  const query = () =>
    transaction<AlertRow>('alerts')
      .where('source_id', sourceId)
      .select('fingerprint', 'state', 'sort_key');
  const rows: State[] =
    fingerprints === undefined
      ? await query().whereNot('state', 'resolved')
      : (
          await Promise.all(
            chunks(fingerprints, 500).map(part =>
              query().whereIn('fingerprint', part),
            ),
          )
        ).flat();
  return new Map(rows.map(row => [row.fingerprint, row]));
}
