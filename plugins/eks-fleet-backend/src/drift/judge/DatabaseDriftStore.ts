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

import type { DriftState } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { Knex } from 'knex';
import { chunks } from '../../database/chunks';
import type { DriftRecord, DriftStore } from '../types';

interface DriftRow {
  arn: string;
  created_at: string;
  state: DriftState;
  since: string;
  judged_at: string;
  fingerprint: string;
  document: string;
}

const ROWS_PER_STATEMENT = 100;
const ARNS_PER_STATEMENT = 500;

/** {@link DriftStore} on PostgreSQL or SQLite. */
export class DatabaseDriftStore implements DriftStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async fingerprints(): Promise<Map<string, string>> {
    const rows: Array<Pick<DriftRow, 'arn' | 'fingerprint'>> =
      await this.#knex<DriftRow>('cluster_drift').select('arn', 'fingerprint');
    return new Map(rows.map(({ arn, fingerprint }) => [arn, fingerprint]));
  }

  async ofMany(arns: string[]): Promise<Map<string, DriftRecord>> {
    const found = new Map<string, DriftRecord>();
    for (const part of chunks(arns, ARNS_PER_STATEMENT)) {
      const rows: DriftRow[] = await this.#knex<DriftRow>(
        'cluster_drift',
      ).whereIn('arn', part);
      rows.forEach(row => found.set(row.arn, fromRow(row)));
    }
    return found;
  }

  async put(records: DriftRecord[]): Promise<void> {
    for (const part of chunks(records, ROWS_PER_STATEMENT)) {
      await this.#knex<DriftRow>('cluster_drift')
        .insert(part.map(toRow))
        .onConflict('arn')
        .merge();
    }
  }

  async retain(arns: string[]): Promise<void> {
    const wanted = new Set(arns);
    const gone = [...(await this.fingerprints()).keys()].filter(
      arn => !wanted.has(arn),
    );
    for (const part of chunks(gone, ARNS_PER_STATEMENT)) {
      await this.#knex('cluster_drift').whereIn('arn', part).delete();
    }
  }

  async counts(): Promise<Map<DriftState, number>> {
    const rows: Array<{ state: DriftState; count: number | string }> =
      await this.#knex('cluster_drift')
        .select('state')
        .count({ count: '*' })
        .groupBy('state');
    return new Map(rows.map(({ count, state }) => [state, Number(count)]));
  }
}

function toRow(record: DriftRecord): DriftRow {
  const { arn, createdAt, differences, fingerprint, judgedAt } = record;
  const { since, state, uncompared } = record;
  return {
    arn,
    created_at: createdAt,
    state,
    since,
    judged_at: judgedAt,
    fingerprint,
    document: JSON.stringify({ differences, uncompared }),
  };
}

function fromRow(row: DriftRow): DriftRecord {
  return {
    arn: row.arn,
    createdAt: row.created_at,
    state: row.state,
    since: row.since,
    judgedAt: row.judged_at,
    fingerprint: row.fingerprint,
    ...(JSON.parse(row.document) as Pick<
      DriftRecord,
      'differences' | 'uncompared'
    >),
  };
}
