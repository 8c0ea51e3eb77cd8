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

import type { PolicyMatrixColumn } from '@eks-fleet/backstage-plugin-eks-fleet-common';
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
import { presentCell, type ClusterFeeds } from './presentCell';
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

/** What is known of one cluster, whatever the policy. */
interface ReadColumn {
  cells?: ReadonlyMap<string, CellRecord>;
  feeds: ClusterFeeds;
  expected?: ExpectedRecord;
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
    const columns = records.columns.map(column => ({
      cells: records.cells.get(column.key),
      feeds: reading.feedsOf(column.key),
      expected: expected.get(column.key),
    }));
    return {
      reading,
      records,
      rows: records.policies.map(policy =>
        toRow(policy, { columns, week: ofWeek.get(policy.id), now }),
      ),
      columns: records.columns.map(column => toColumn(column, reading, now)),
    };
  }
}

function toRow(
  policy: PolicyRecord,
  options: {
    columns: ReadColumn[];
    week?: { added: number; resolved: number };
    now: Date;
  },
): PolicyRow {
  const { columns, now, week } = options;
  const records: CellRecord[] = [];
  const cells = columns.map(({ cells: inColumn, expected, feeds }) => {
    const record = inColumn?.get(policy.id);
    if (record) {
      records.push(record);
    }
    const cell = presentCell(policy.engine, record, feeds, now);
    const drift = expected && driftOf(policy, cell, expected);
    return drift ? withFact(cell, { drift }) : cell;
  });
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
