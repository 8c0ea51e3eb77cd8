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

import type { PolicyMatrix } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { ColumnKind, PolicySelection, PolicyStore } from '../store/types';
import { mergeRows } from './mergeRows';
import type { PolicyRows } from './PolicyRows';
import { presentGroupCell } from './presentCell';
import { sortRows } from './sortRows';

/** Policies by columns. */
export class PolicyMatrices {
  readonly #store: Pick<PolicyStore, 'matrix'>;
  readonly #rows: PolicyRows;

  constructor(options: {
    store: Pick<PolicyStore, 'matrix'>;
    rows: PolicyRows;
  }) {
    this.#store = options.store;
    this.#rows = options.rows;
  }

  async ofClusters(selection: PolicySelection): Promise<PolicyMatrix> {
    const { columns, rows } = await this.#rows.read(selection);
    return { by: 'cluster', columns, rows: sortRows(mergeRows(rows)) };
  }

  async ofGroups(
    by: Exclude<ColumnKind, 'cluster'>,
    selection: PolicySelection,
  ): Promise<PolicyMatrix> {
    const [grouped, { rows }] = await Promise.all([
      this.#store.matrix(selection, by),
      this.#rows.read(selection),
    ]);
    const inGroups = mergeRows(
      rows.map(({ policy }) => ({
        policy,
        cells: grouped.columns.map(({ clusters, key }) =>
          presentGroupCell(
            policy.engine,
            grouped.cells.get(key)?.get(policy.id),
            clusters,
            selection.now,
          ),
        ),
      })),
    );
    return {
      by,
      columns: grouped.columns.map(({ key, title, clusters }) => ({
        key,
        title,
        clusters,
      })),
      // What a policy is on clusters is said of clusters, and not of groups.
      rows: sortRows(
        mergeRows(rows).map((row, index) => ({
          ...row,
          cells: inGroups[index].cells,
        })),
      ),
    };
  }
}
