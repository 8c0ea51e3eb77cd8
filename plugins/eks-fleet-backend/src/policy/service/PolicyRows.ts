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
import { driftOf } from '../expected/driftOf';
import type { ExpectedRecord, ExpectedStore } from '../expected/types';
import type {
  ColumnRecord,
  MatrixRecords,
  PolicySelection,
  PolicyStore,
} from '../store/types';
import type { CellRecord, PolicyRecord } from '../types';
import type { PolicyRow } from './mergeRows';
import { PolicyReading } from './PolicyReading';
import { presentCell } from './presentCell';
import { presentPolicy } from './presentPolicy';
import { SharedReads } from './SharedReads';
import { withFact } from './withFact';

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
  readonly #reads = new SharedReads<ReadRows>();

  constructor(options: {
    store: Pick<PolicyStore, 'matrix' | 'week'>;
    expected: Pick<ExpectedStore, 'ofMany'>;
    observations: Pick<ObservationReader, 'ofMany'>;
    /** Kinds of all feeds. */
    kinds: readonly string[];
  }) {
    this.#store = options.store;
    this.#expected = options.expected;
    this.#observations = options.observations;
    this.#kinds = options.kinds;
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
    const cells = cellsByPolicy(records.cells);
    return {
      reading,
      records,
      rows: records.policies.map(policy =>
        toRow(policy, {
          columns: records.columns,
          known: cells.get(policy.id) ?? new Map(),
          week: ofWeek.get(policy.id),
          reading,
          expected,
          now,
        }),
      ),
      columns: records.columns.map(column => toColumn(column, reading, now)),
    };
  }
}

/** Cells by policy, then by column. */
export function cellsByPolicy(
  cells: CellRecord[],
): Map<string, Map<string, CellRecord>> {
  const byPolicy = new Map<string, Map<string, CellRecord>>();
  for (const cell of cells) {
    const known = byPolicy.get(cell.policyId) ?? new Map<string, CellRecord>();
    byPolicy.set(cell.policyId, known.set(cell.column, cell));
  }
  return byPolicy;
}

function toRow(
  policy: PolicyRecord,
  options: {
    columns: ColumnRecord[];
    known: ReadonlyMap<string, CellRecord>;
    week?: { added: number; resolved: number };
    reading: PolicyReading;
    expected: ReadonlyMap<string, ExpectedRecord>;
    now: Date;
  },
): PolicyRow {
  const { columns, expected, known, now, reading, week } = options;
  const cells = columns.map(({ key }): PolicyCell => {
    const feeds = reading.feedsOf(key);
    const cell = presentCell(policy.engine, known.get(key), feeds, now);
    const drift = driftOf(policy, cell, expected.get(key));
    return drift ? withFact(cell, { drift }) : cell;
  });
  const records = [...known.values()];
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
