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
  joinObservation,
  needsObservation,
  OBSERVATION_STATE,
  selectClusters,
  whereInScope,
  whereSelected,
} from './clusterSql';
import {
  fromObservedRow,
  fromRow,
  toRow,
  type ClusterRow,
  type ObservedClusterRow,
} from './clusterRows';
import { countFacet, countLabelKeys } from './countFacets';
import { replaceRows } from './replaceRows';
import { supportOrder } from './supportSql';
import type {
  ClusterGroup,
  ClusterLookup,
  ClusterPage,
  ClusterPageRequest,
  ClusterRecord,
  ClusterScope,
  ClusterSelection,
  ClusterStore,
  Facet,
  FacetCount,
  ObservedCluster,
  OrderField,
  ReplaceResult,
  TargetKey,
} from './types';

const ORDER_COLUMNS: Record<Exclude<OrderField, 'support'>, string> = {
  name: 'clusters.name_key',
  status: 'clusters.status',
  version: 'clusters.version_rank',
  account: 'clusters.account_id',
  region: 'clusters.region',
  environment: 'clusters.environment',
  owner: 'clusters.owner',
  created: 'clusters.created_at',
  seen: `coalesce(targets.last_success_at, '')`,
};

const OBSERVATION_COLUMNS = {
  observed_at: 'targets.last_success_at',
  error_code: 'targets.error_code',
  error_message: 'targets.error_message',
  error_since: 'targets.error_since',
  unreadable_code: 'unreadable.code',
  unreadable_reason: 'unreadable.reason',
};

/** {@link ClusterStore} on PostgreSQL or SQLite. */
export class DatabaseClusterStore implements ClusterStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async generation(): Promise<number> {
    const row = await this.#knex('inventory_state').first('generation');
    return row.generation;
  }

  async replaceAll(
    clusters: ClusterRecord[],
    generation: number,
  ): Promise<ReplaceResult> {
    return replaceRows(this.#knex, clusters.map(toRow), generation);
  }

  async list(
    selection: ClusterSelection,
    page: ClusterPageRequest,
  ): Promise<ClusterPage> {
    const { order, limit, after, before } = page;
    const backwards = before !== undefined;
    const ascending = (order.direction === 'asc') !== backwards;
    const { sql, bindings } =
      order.field === 'support'
        ? supportOrder(selection)
        : { sql: ORDER_COLUMNS[order.field], bindings: [] };

    // First which rows, and only then all of them: sorting wide rows is slow.
    const places = this.#knex('clusters').select(
      'clusters.entity_ref',
      this.#knex.raw(`${sql} as order_key`, bindings),
    );
    if (order.field === 'seen' || needsObservation(selection)) {
      joinObservation(places);
    }
    whereSelected(places, selection);
    const edge = after ?? before;
    if (edge) {
      const than = ascending ? '>' : '<';
      places.whereRaw(
        `(${sql} ${than} ? or (${sql} = ? and clusters.entity_ref ${than} ?))`,
        [...bindings, edge.key, ...bindings, edge.key, edge.entityRef],
      );
    }
    const direction = ascending ? 'asc' : 'desc';
    places
      .orderBy('order_key', direction)
      .orderBy('clusters.entity_ref', direction)
      .limit(limit + 1);
    const rows: Array<ObservedClusterRow & { order_key: string | number }> =
      await this.#observed(selection.now)
        .join(places.as('places'), 'places.entity_ref', 'clusters.entity_ref')
        .select('places.order_key')
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
      clusters: shown.map(fromObservedRow),
      first: positions.at(0),
      last: positions.at(-1),
      hasMore,
    };
  }

  async count(selection: ClusterSelection): Promise<number> {
    const query = selectClusters(this.#knex, selection);
    const [{ count }] = await query.count({ count: '*' });
    return Number(count);
  }

  async countFacet(
    selection: ClusterSelection,
    facet: Facet,
  ): Promise<FacetCount[]> {
    return countFacet(this.#knex, selection, facet);
  }

  async countLabelKeys(selection: ClusterSelection): Promise<FacetCount[]> {
    return countLabelKeys(this.#knex, selection);
  }

  async group(selection: ClusterSelection): Promise<ClusterGroup[]> {
    const columns = {
      partition: 'clusters.partition',
      accountId: 'clusters.account_id',
      accountName: 'clusters.account_name',
      region: 'clusters.region',
      version: 'clusters.version',
      supportType: 'clusters.support_type',
      status: 'clusters.status',
    };
    const query = joinObservation(this.#knex('clusters'));
    whereSelected(query, selection);
    const rows = await query
      .where('clusters.origin', 'eks-fleet')
      .select(columns)
      .count({ clusters: '*' })
      .max({ observedAt: 'targets.last_success_at' })
      .groupBy(Object.values(columns));
    return rows.map((row: ClusterGroup & { observedAt: string | null }) => ({
      ...row,
      clusters: Number(row.clusters),
      observedAt: row.observedAt ?? '',
    }));
  }

  async countByTarget(
    scope: ClusterScope,
  ): Promise<Array<TargetKey & { clusters: number }>> {
    const query = this.#knex('clusters').where('clusters.origin', 'eks-fleet');
    whereInScope(query, scope);
    const rows: Array<TargetKey & { clusters: number | string }> = await query
      .select({
        provider: 'clusters.provider',
        accountId: 'clusters.account_id',
        region: 'clusters.region',
      })
      .count({ clusters: '*' })
      .groupBy('clusters.provider', 'clusters.account_id', 'clusters.region');
    return rows.map(row => ({ ...row, clusters: Number(row.clusters) }));
  }

  async find(
    scope: ClusterScope,
    by: ClusterLookup,
    now: Date,
  ): Promise<ObservedCluster[]> {
    const lookUp = (arns?: string[]) => {
      const query = this.#observed(now);
      whereInScope(query, scope);
      const wanted = {
        'clusters.entity_ref': by.entityRef,
        'clusters.arn': by.arn,
        'clusters.account_id': by.accountId,
        'clusters.region': by.region,
        'clusters.name_key': by.name?.toLowerCase(),
      };
      for (const [column, value] of Object.entries(wanted)) {
        if (value !== undefined) {
          query.where(column, value);
        }
      }
      if (arns) {
        query.whereIn('clusters.arn', arns);
      }
      // 'eks-fleet' comes before 'foreign'.
      query.orderBy('clusters.origin').orderBy('clusters.entity_ref');
      return by.limit === undefined ? query : query.limit(by.limit);
    };
    const rows: ObservedClusterRow[] = [];
    if (by.arns) {
      for (const arns of chunks(by.arns, 500)) {
        rows.push(...(await lookUp(arns)));
      }
    } else {
      rows.push(...(await lookUp()));
    }
    return rows.map(fromObservedRow);
  }

  async conflicts(): Promise<ClusterRecord[]> {
    const rows: ClusterRow[] = await this.#knex<ClusterRow>('clusters')
      .whereNot('conflicts_with', '')
      .orderBy('entity_ref')
      .limit(1000);
    return rows.map(fromRow);
  }

  async ownByRefs(entityRefs: string[]): Promise<Map<string, ClusterRecord>> {
    const found = new Map<string, ClusterRecord>();
    for (const refs of chunks(entityRefs, 500)) {
      const rows: ClusterRow[] = await this.#knex<ClusterRow>('clusters')
        .where('origin', 'eks-fleet')
        .whereIn('entity_ref', refs);
      rows.forEach(row => found.set(row.entity_ref, fromRow(row)));
    }
    return found;
  }

  #observed(now: Date): Knex.QueryBuilder {
    return joinObservation(this.#knex('clusters'))
      .select('clusters.*')
      .select(OBSERVATION_COLUMNS)
      .select(
        this.#knex.raw(`${OBSERVATION_STATE} as observation_state`, [
          now.toISOString(),
        ]),
      );
  }
}
