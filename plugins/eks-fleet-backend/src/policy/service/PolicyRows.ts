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
  PolicyCell,
  PolicyMatrixColumn,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { ObservationReader } from '../../collection/types';
import type { ExpectedStore } from '../expected/types';
import type { PolicyConfig } from '../readPolicyConfig';
import type {
  ColumnRecord,
  MatrixRecords,
  PolicySelection,
  PolicyStore,
} from '../store/types';
import type { CellRecord, PolicyRecord } from '../types';
import type { PolicyRow } from './mergeRows';
import { PolicyReading } from './PolicyReading';
import { PresentedCells, type PresentCell } from './PresentedCells';
import { presentPolicy } from './presentPolicy';
import { SharedReads } from './SharedReads';

const WEEK_MS = 7 * 86_400_000;

/** Each policy of a selection over each of its clusters. */
export interface ReadRows {
  reading: PolicyReading;
  records: MatrixRecords;
  rows: PolicyRow[];
  columns: PolicyMatrixColumn[];
}

/** Puts together what feeds have read, what keeps them from it, and what Git says. */
export class PolicyRows {
  readonly #store: Pick<PolicyStore, 'matrix' | 'week'>;
  readonly #expected: Pick<ExpectedStore, 'ofMany'>;
  readonly #observations: Pick<ObservationReader, 'ofMany'>;
  readonly #kinds: readonly string[];
  readonly #cells: PresentedCells;
  readonly #reads = new SharedReads<ReadRows>();

  constructor(options: {
    store: Pick<PolicyStore, 'matrix' | 'week'>;
    expected: Pick<ExpectedStore, 'ofMany'>;
    observations: Pick<ObservationReader, 'ofMany'>;
    /** Kinds of all feeds. */
    kinds: readonly string[];
    config: Pick<PolicyConfig, 'safeToEnforceDays'>;
  }) {
    this.#store = options.store;
    this.#expected = options.expected;
    this.#observations = options.observations;
    this.#kinds = options.kinds;
    this.#cells = new PresentedCells(options.config.safeToEnforceDays);
  }

  read(selection: PolicySelection): Promise<ReadRows> {
    return this.#reads.read(selection, () => this.#read(selection));
  }

  async #read(selection: PolicySelection): Promise<ReadRows> {
    const { now } = selection;
    const [records, week] = await Promise.all([
      this.#store.matrix(selection, 'cluster'),
      this.#store.week(selection, new Date(now.getTime() - WEEK_MS)),
    ]);
    const arns = records.columns.map(({ key }) => key);
    const [reading, expected] = await Promise.all([
      PolicyReading.of(this.#observations, {
        arns,
        feeds: records.feeds,
        kinds: this.#kinds,
      }),
      this.#expected.ofMany(arns),
    ]);
    const ofWeek = new Map(week.map(item => [item.policyId, item]));
    const columns = records.columns.map(({ key }) => ({
      records: records.cells.get(key),
      present: this.#cells.of(
        {
          quiet: records.quiet.get(key),
          feeds: reading.feedsOf(key),
          expected: expected.get(key),
        },
        now,
      ),
    }));
    return {
      reading,
      records,
      rows: records.policies.map(policy =>
        toRow(policy, columns, ofWeek.get(policy.id)),
      ),
      columns: records.columns.map(column => toColumn(column, reading, now)),
    };
  }
}

function toRow(
  policy: PolicyRecord,
  columns: Array<{
    records?: ReadonlyMap<string, CellRecord>;
    present: PresentCell;
  }>,
  week?: { added: number; resolved: number },
): PolicyRow {
  const cells: PolicyCell[] = [];
  const records: CellRecord[] = [];
  for (const column of columns) {
    const record = column.records?.get(policy.id);
    cells.push(column.present(policy, record));
    if (record) {
      records.push(record);
    }
  }
  return { policy: presentPolicy(policy, { records, cells, week }), cells };
}

function toColumn(
  { key, title, cluster, clusters }: ColumnRecord,
  reading: PolicyReading,
  now: Date,
): PolicyMatrixColumn {
  return {
    key,
    title,
    clusters,
    group: cluster?.environment || undefined,
    entityRef: cluster?.entityRef,
    engines: reading.enginesOf(key),
    stale: reading.isStale(key, now) || undefined,
    unknown: reading.feedsOf(key).read.size === 0 || undefined,
  };
}
