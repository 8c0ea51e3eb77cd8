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

import type { PolicyCell } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { driftOf } from '../expected/driftOf';
import type { ExpectedRecord } from '../expected/types';
import type { QuietRecord } from '../store/types';
import type { CellRecord, PolicyRecord } from '../types';
import { judgeSafety } from './judgeSafety';
import { presentCell, staleFrom, type ClusterFeeds } from './presentCell';

/** What is known of one cluster, whatever the policy. */
export interface ReadColumn {
  /** The same map again for as long as nothing else was read of the cluster. */
  quiet?: ReadonlyMap<string, QuietRecord>;
  feeds: ClusterFeeds;
  expected?: ExpectedRecord;
}

/** How a policy stands on one cluster, with what is told of it there. */
export type PresentCell = (
  policy: PolicyRecord,
  record: CellRecord | undefined,
) => PolicyCell;

interface Kept {
  cell: PolicyCell;
  /** Milliseconds: from when until when it stands so. */
  from: number;
  until: number;
}

interface KeptColumn {
  notInstalled: string;
  expected?: ExpectedRecord;
  cells: Map<string, Kept>;
  /** What cells of it say, as text: many of them say the same. */
  said: Map<string, PolicyCell>;
}

/**
 * Presents cells, once for as long as they stand so: tens of thousands are asked
 * for at a time, and the same objects are again the same text.
 */
export class PresentedCells {
  readonly #days: number;
  readonly #columns = new WeakMap<
    ReadonlyMap<string, QuietRecord>,
    KeptColumn
  >();

  /** @param days - for how many days nothing may have failed that is to be enforced */
  constructor(days: number) {
    this.#days = days;
  }

  of(column: ReadColumn, now: Date): PresentCell {
    const kept = this.#keptOf(column);
    const at = now.getTime();
    return (policy, record) => {
      if (!record || !kept) {
        return this.#present(policy, record, column, now).cell;
      }
      const known = kept.cells.get(policy.id);
      if (known && known.from <= at && at < known.until) {
        return known.cell;
      }
      const made = this.#present(policy, record, column, now);
      const text = JSON.stringify(made.cell);
      const cell = kept.said.get(text) ?? made.cell;
      kept.said.set(text, cell);
      kept.cells.set(policy.id, { ...made, cell });
      return cell;
    };
  }

  #keptOf({ expected, feeds, quiet }: ReadColumn): KeptColumn | undefined {
    if (!quiet) {
      return undefined;
    }
    const notInstalled = [...feeds.notInstalled].sort().join();
    const known = this.#columns.get(quiet);
    if (known?.notInstalled === notInstalled && known.expected === expected) {
      return known;
    }
    const made: KeptColumn = {
      notInstalled,
      expected,
      cells: new Map(),
      said: new Map(),
    };
    this.#columns.set(quiet, made);
    return made;
  }

  #present(
    policy: PolicyRecord,
    record: CellRecord | undefined,
    column: ReadColumn,
    now: Date,
  ): Kept {
    const { engine, id } = policy;
    const { expected, feeds } = column;
    const cell = presentCell(engine, record, feeds, now);
    const drift = expected && driftOf(policy, cell, expected);
    const { safeAt, verdict } = judgeSafety({
      engine,
      cell,
      quiet: column.quiet?.get(id),
      days: this.#days,
      now,
    });
    const isSafe = verdict === 'safe';
    return {
      cell:
        drift || isSafe
          ? {
              ...cell,
              ...(drift && { drift }),
              ...(isSafe && { safeToEnforce: true }),
            }
          : cell,
      from: now.getTime(),
      until: Math.min(
        record && !cell.stale ? staleFrom(engine, record) : Infinity,
        safeAt === undefined ? Infinity : Date.parse(safeAt),
      ),
    };
  }
}
