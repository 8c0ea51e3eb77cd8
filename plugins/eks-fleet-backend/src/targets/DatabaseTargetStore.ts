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
  ObservationErrorCode,
  TargetReport,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { Knex } from 'knex';
import { chunks } from '../database/chunks';
import { utc } from '../database/text';
import { safeText } from '../inventory/safeText';
import type { TargetKey } from '../inventory/types';
import type { TargetRecord, TargetStore } from './types';

interface TargetRow {
  provider: string;
  account_id: string;
  region: string;
  partition: string;
  account_name: string;
  role_arn: string;
  caller_arn: string;
  last_attempt_at: string;
  last_success_at: string;
  next_attempt_at: string;
  fresh_until: string;
  unmanaged_since: string;
  remove_at: string;
  error_code: ObservationErrorCode | '';
  error_message: string;
  error_since: string;
  cluster_count: number;
  rejects: string;
  held_removals: string;
  reported_at: string;
}

interface UnreadableRow {
  provider: string;
  account_id: string;
  region: string;
  name: string;
  code: ObservationErrorCode;
  reason: string;
}

/** {@link TargetStore} on PostgreSQL or SQLite. */
export class DatabaseTargetStore implements TargetStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async put(key: TargetKey, report: TargetReport, now: Date): Promise<void> {
    const row = toRow(key, report, now);
    const where = {
      provider: row.provider,
      account_id: row.account_id,
      region: row.region,
    };
    const unreadable = new Map<string, UnreadableRow>();
    for (const { name, reason, code } of report.unreadable ?? []) {
      const text = safeText(name, 200);
      unreadable.set(text, {
        ...where,
        name: text,
        code: code ?? 'unreachable',
        reason: safeText(reason, 2000),
      });
    }
    await this.#knex.transaction(async transaction => {
      const recorded = await transaction<TargetRow>('targets')
        .where(where)
        .first('last_attempt_at');
      const newest = recorded?.last_attempt_at ?? '';
      if (row.last_attempt_at && newest > row.last_attempt_at) {
        // A report that was held up must not undo what a newer one said.
        return;
      }
      await transaction<TargetRow>('targets')
        .insert(row)
        .onConflict(['provider', 'account_id', 'region'])
        .merge();
      await transaction('unreadable_clusters').where(where).delete();
      for (const rows of chunks([...unreadable.values()], 500)) {
        await transaction('unreadable_clusters').insert(rows);
      }
    });
  }

  async get(key: TargetKey): Promise<TargetRecord | undefined> {
    const where = {
      provider: key.provider,
      account_id: key.accountId,
      region: key.region,
    };
    const row = await this.#knex<TargetRow>('targets').where(where).first();
    return (
      row &&
      fromRow(
        row,
        await this.#knex<UnreadableRow>('unreadable_clusters')
          .where(where)
          .orderBy('name'),
      )
    );
  }

  async list(): Promise<TargetRecord[]> {
    const rows = await this.#knex<TargetRow>('targets')
      .select()
      .orderBy(['account_id', 'region', 'provider']);
    const unreadable = await this.#knex<UnreadableRow>('unreadable_clusters')
      .select()
      .orderBy('name');
    const byTarget = new Map<string, UnreadableRow[]>();
    for (const item of unreadable) {
      const key = rowKey(item);
      byTarget.set(key, [...(byTarget.get(key) ?? []), item]);
    }
    return rows.map(row => fromRow(row, byTarget.get(rowKey(row)) ?? []));
  }

  async clusterCount(): Promise<number> {
    const [{ count }] = await this.#knex('targets').sum({
      count: 'cluster_count',
    });
    return Number(count ?? 0);
  }

  async keep(provider: string, targets: string[]): Promise<number> {
    const kept = new Set(targets);
    return this.#knex.transaction(async transaction => {
      const present = await selectKeys(transaction).where({ provider });
      return forget(
        transaction,
        present.filter(row => !kept.has(`${row.account_id}/${row.region}`)),
      );
    });
  }

  async prune(notReportedSince: Date): Promise<number> {
    return this.#knex.transaction(async transaction =>
      forget(
        transaction,
        await selectKeys(transaction).where(
          'reported_at',
          '<',
          notReportedSince.toISOString(),
        ),
      ),
    );
  }
}

type RowKey = Pick<TargetRow, 'provider' | 'account_id' | 'region'>;

function selectKeys(transaction: Knex.Transaction) {
  return transaction<TargetRow>('targets').select(
    'provider',
    'account_id',
    'region',
  );
}

async function forget(
  transaction: Knex.Transaction,
  rows: RowKey[],
): Promise<number> {
  for (const { provider, account_id, region } of rows) {
    const where = { provider, account_id, region };
    await transaction('unreadable_clusters').where(where).delete();
    await transaction('targets').where(where).delete();
  }
  return rows.length;
}

function rowKey(row: RowKey): string {
  return `${row.account_id}/${row.region}/${row.provider}`;
}

function toRow(key: TargetKey, report: TargetReport, now: Date): TargetRow {
  const lastSuccessAt = utc(report.lastSuccessAt);
  const freshUntil = lastSuccessAt
    ? Date.parse(lastSuccessAt) + report.freshForSeconds * 1000
    : undefined;
  return {
    provider: key.provider,
    account_id: key.accountId,
    region: key.region,
    partition: report.partition,
    account_name: safeText(report.accountName, 200),
    role_arn: safeText(report.roleArn, 400),
    caller_arn: safeText(report.callerArn, 400),
    last_attempt_at: utc(report.lastAttemptAt),
    last_success_at: lastSuccessAt,
    next_attempt_at: utc(report.nextAttemptAt),
    fresh_until:
      freshUntil === undefined ? '' : new Date(freshUntil).toISOString(),
    unmanaged_since: utc(report.unmanagedSince),
    remove_at: utc(report.removeAt),
    error_code: report.error?.code ?? '',
    error_message: safeText(report.error?.message, 4000),
    error_since: utc(report.error?.since),
    cluster_count: report.clusterCount,
    rejects: JSON.stringify(
      (report.rejects ?? []).map(({ name, reason, code }) => ({
        name: safeText(name, 200),
        reason: safeText(reason, 2000),
        code,
      })),
    ),
    held_removals: JSON.stringify(
      (report.heldRemovals ?? []).map(held => ({
        arn: safeText(held.arn, 400),
        name: safeText(held.name, 200),
        entityRef: safeText(held.entityRef, 200),
        missingSince: utc(held.missingSince),
      })),
    ),
    reported_at: now.toISOString(),
  };
}

function fromRow(row: TargetRow, unreadable: UnreadableRow[]): TargetRecord {
  return {
    provider: row.provider,
    accountId: row.account_id,
    region: row.region,
    partition: row.partition,
    accountName: row.account_name,
    roleArn: row.role_arn,
    callerArn: row.caller_arn,
    lastAttemptAt: row.last_attempt_at,
    lastSuccessAt: row.last_success_at,
    nextAttemptAt: row.next_attempt_at,
    freshUntil: row.fresh_until,
    unmanagedSince: row.unmanaged_since,
    removeAt: row.remove_at,
    errorCode: row.error_code,
    errorMessage: row.error_message,
    errorSince: row.error_since,
    clusterCount: row.cluster_count,
    unreadable: unreadable.map(({ name, reason, code }) => ({
      name,
      reason,
      code,
    })),
    rejects: JSON.parse(row.rejects),
    heldRemovals: JSON.parse(row.held_removals),
  };
}
