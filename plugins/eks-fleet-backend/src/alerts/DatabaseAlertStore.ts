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

import type {
  Alert,
  ObservationError,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { Knex } from 'knex';
import { chunks } from '../database/chunks';
import { escapeLike } from '../database/escapeLike';
import { known } from '../database/text';
import { whereInScope } from '../inventory/clusterSql';
import { putAlerts } from './putAlerts';
import {
  fromAlertRow,
  fromSourceRow,
  type AlertRow,
  type AlertSourceRow,
} from './rows';
import type {
  AlertFilterKey,
  AlertPage,
  AlertSelection,
  AlertSourceKind,
  AlertSourceRecord,
  AlertStore,
  ClusterAlert,
  Joined,
  ReceivedAlert,
} from './types';

const ALERT_COLUMNS: Partial<Record<AlertFilterKey, string>> = {
  state: 'alerts.state',
  severity: 'alerts.severity',
  name: 'alerts.name',
  source: 'alerts.source_id',
  fingerprint: 'alerts.fingerprint',
};

const CLUSTER_COLUMNS: Partial<Record<AlertFilterKey, string>> = {
  cluster: 'clusters.arn',
  account: 'clusters.account_id',
  region: 'clusters.region',
  environment: 'clusters.environment',
  owner: 'clusters.owner',
};

/** {@link AlertStore} on PostgreSQL or SQLite. */
export class DatabaseAlertStore implements AlertStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async put(
    source: { kind: AlertSourceKind; id: string },
    alerts: Array<{ alert: ReceivedAlert; joined: Joined }>,
    options: { now: Date; complete: boolean },
  ): Promise<boolean> {
    return putAlerts(this.#knex, source, alerts, options);
  }

  async list(
    selection: AlertSelection,
    page: { limit: number; after?: string },
  ): Promise<AlertPage> {
    const query = this.#select(selection).orderBy('alerts.sort_key');
    if (page.after !== undefined) {
      query.where('alerts.sort_key', '>', page.after);
    }
    const rows: AlertRow[] = await query
      .limit(page.limit + 1)
      .select('alerts.*');
    const shown = rows.slice(0, page.limit);
    const clusters = await this.#clustersOf(selection, shown);
    const counts: Array<{
      severity: string;
      state: string;
      count: number | string;
    }> = await this.#select(selection)
      .groupBy('alerts.severity', 'alerts.state')
      .select('alerts.severity', 'alerts.state')
      .count({ count: '*' });
    return {
      alerts: shown.map(row => ({
        alert: fromAlertRow(row),
        clusters: clusters.get(keyOf(row)) ?? [],
      })),
      total: counts.reduce((sum, { count }) => sum + Number(count), 0),
      next: rows.length > page.limit ? shown.at(-1)?.sort_key : undefined,
      counts: {
        severity: sumBy(counts, 'severity'),
        state: sumBy(counts, 'state'),
      },
    };
  }

  async ofClusters(arns: string[], since: Date): Promise<ClusterAlert[]> {
    const found: ClusterAlert[] = [];
    for (const part of chunks(arns, 500)) {
      const rows: Array<AlertRow & { arn: string }> = await this.#knex('alerts')
        .join('alert_clusters', joinAlert)
        .whereIn('alert_clusters.arn', part)
        .where(some =>
          some
            .where('alerts.state', 'firing')
            .orWhere(ended =>
              ended
                .where('alerts.state', 'resolved')
                .where('alerts.ends_at', '>', since.toISOString()),
            ),
        )
        .orderBy(['alerts.sort_key', 'alert_clusters.arn'])
        .select('alerts.*', 'alert_clusters.arn');
      found.push(...rows.map(row => ({ ...fromAlertRow(row), arn: row.arn })));
    }
    return found;
  }

  async attempted(
    source: { kind: AlertSourceKind; id: string },
    outcome: { now: Date; error?: ObservationError; watchdog?: boolean },
  ): Promise<void> {
    const at = outcome.now.toISOString();
    const { error } = outcome;
    await this.#knex.transaction(async transaction => {
      const before = await transaction<AlertSourceRow>('alert_sources')
        .where('id', source.id)
        .first();
      const row: AlertSourceRow = {
        id: source.id,
        kind: source.kind,
        attempted_at: at,
        succeeded_at: error ? before?.succeeded_at ?? '' : at,
        watchdog_at: outcome.watchdog ? at : before?.watchdog_at ?? '',
        error_code: error?.code ?? '',
        error_message: error?.message ?? '',
        error_since: error ? before?.error_since || at : '',
      };
      await transaction<AlertSourceRow>('alert_sources')
        .insert(row)
        .onConflict('id')
        .merge();
    });
  }

  async sources(): Promise<AlertSourceRecord[]> {
    const rows = await this.#knex<AlertSourceRow>('alert_sources').orderBy(
      'id',
    );
    return rows.map(fromSourceRow);
  }

  async prune(before: Date): Promise<number> {
    return this.#knex.transaction(async transaction => {
      const gone = await transaction<AlertRow>('alerts')
        .where('last_seen_at', '<', before.toISOString())
        .delete();
      await transaction('alert_clusters')
        .whereNotExists(
          transaction('alerts')
            .select(transaction.raw('1'))
            .whereRaw('alerts.source_id = alert_clusters.source_id')
            .whereRaw('alerts.fingerprint = alert_clusters.fingerprint'),
        )
        .delete();
      return gone;
    });
  }

  /** What fits no cluster is for those only who may read all of them. */
  #select(selection: AlertSelection): Knex.QueryBuilder {
    const query = this.#knex('alerts');
    if (selection.scope !== 'all') {
      query.whereExists(this.#clusters(selection));
    }
    if (selection.text) {
      query.whereRaw(`alerts.search_text like ? escape '!'`, [
        `%${escapeLike(selection.text.toLowerCase())}%`,
      ]);
    }
    if (selection.filters.length > 0) {
      query.where(some => {
        for (const filter of selection.filters) {
          some.orWhere(all => this.#whereFilter(all, filter, selection));
        }
      });
    }
    return query;
  }

  #whereFilter(
    query: Knex.QueryBuilder,
    filter: Map<AlertFilterKey, string[]>,
    selection: AlertSelection,
  ): void {
    const ofClusters: Array<[string, string[]]> = [];
    for (const [key, values] of filter) {
      const column = ALERT_COLUMNS[key];
      if (column) {
        query.whereIn(column, values);
      } else {
        ofClusters.push([CLUSTER_COLUMNS[key]!, values]);
      }
    }
    if (ofClusters.length > 0) {
      const clusters = this.#clusters(selection);
      for (const [column, values] of ofClusters) {
        clusters.whereIn(column, values);
      }
      query.whereExists(clusters);
    }
  }

  #clusters({ scope }: AlertSelection): Knex.QueryBuilder {
    const query = this.#knex('alert_clusters')
      .select(this.#knex.raw('1'))
      .join('clusters', 'clusters.arn', 'alert_clusters.arn')
      .where('clusters.origin', 'eks-fleet')
      .whereRaw('alert_clusters.source_id = alerts.source_id')
      .whereRaw('alert_clusters.fingerprint = alerts.fingerprint');
    whereInScope(query, scope);
    return query;
  }

  async #clustersOf(
    { scope }: AlertSelection,
    alerts: AlertRow[],
  ): Promise<Map<string, Alert['clusters']>> {
    const found = new Map<string, Alert['clusters']>();
    if (alerts.length === 0) {
      return found;
    }
    const query = this.#knex('alert_clusters')
      .join('clusters', 'clusters.arn', 'alert_clusters.arn')
      .where('clusters.origin', 'eks-fleet')
      .whereIn(
        'alert_clusters.fingerprint',
        alerts.map(({ fingerprint }) => fingerprint),
      )
      .orderBy('clusters.arn')
      .select(
        'alert_clusters.*',
        'clusters.entity_ref',
        'clusters.name',
        'clusters.account_id',
        'clusters.region',
        'clusters.owner',
        'clusters.environment',
      );
    whereInScope(query, scope);
    for (const row of await query) {
      const key = keyOf(row);
      const list = found.get(key) ?? [];
      list.push({
        arn: row.arn,
        entityRef: row.entity_ref,
        name: row.name,
        accountId: row.account_id,
        region: row.region,
        owner: known(row.owner),
        environment: known(row.environment),
      });
      found.set(key, list);
    }
    return found;
  }
}

function joinAlert(on: Knex.JoinClause): void {
  on.on('alert_clusters.source_id', 'alerts.source_id').andOn(
    'alert_clusters.fingerprint',
    'alerts.fingerprint',
  );
}

function keyOf(row: { source_id: string; fingerprint: string }): string {
  return `${row.source_id}/${row.fingerprint}`;
}

function sumBy<K extends string>(
  rows: Array<Record<K, string> & { count: number | string }>,
  key: K,
): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const row of rows) {
    sums[row[key]] = (sums[row[key]] ?? 0) + Number(row.count);
  }
  return sums;
}
