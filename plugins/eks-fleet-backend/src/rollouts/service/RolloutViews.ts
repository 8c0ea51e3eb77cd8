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

import { NotFoundError } from '@backstage/errors';
import type {
  ClusterRollouts,
  Rollout,
  RolloutCellDetail,
  RolloutCellList,
  RolloutList,
  RolloutLog,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { rollbackClock } from '../engine/rollbackClock';
import type { RolloutSnapshot } from '../records';
import type {
  CellSelection,
  RolloutFilterKey,
  RolloutScope,
  RolloutStore,
} from '../store/types';
import { findRollout } from './findRollout';
import { presentCell } from './presentCell';
import type { Reader } from './readerOf';
import { requestsOf } from './requestsOf';
import { rightsOf } from './rightsOf';
import type { RolloutPlanner } from './RolloutPlanner';
import { RolloutPresenter } from './RolloutPresenter';

const DEFAULT_LIMIT = 50;
const DEFAULT_CELLS = 500;
const CELL_LOG = 200;

/** Answers questions about rollouts, each under the rights of who asks. */
export class RolloutViews {
  readonly #store: RolloutStore;
  readonly #planner: Pick<RolloutPlanner, 'rollbackMeans'>;
  readonly #presenter: RolloutPresenter;
  readonly #now: () => Date;

  constructor(options: {
    store: RolloutStore;
    planner: Pick<RolloutPlanner, 'rollbackMeans'>;
    presenter: RolloutPresenter;
    now: () => Date;
  }) {
    this.#store = options.store;
    this.#planner = options.planner;
    this.#presenter = options.presenter;
    this.#now = options.now;
  }

  async list(
    reader: Reader,
    query: {
      filter: Map<RolloutFilterKey, string[]>;
      text?: string;
      limit?: number;
      cursor?: string;
    },
  ): Promise<RolloutList> {
    const filter = new Map(query.filter);
    const arns = filter.get('cluster');
    if (arns) {
      filter.set('cluster', [
        ...(await this.#store.readable(arns, reader.clusters)),
      ]);
    }
    const page = await this.#store.list(
      { scope: reader.rollouts, filter, text: query.text },
      { limit: query.limit ?? DEFAULT_LIMIT, after: query.cursor },
    );
    return {
      items: await this.#presenter.present(reader, page.rollouts),
      totalItems: page.total,
      counts: page.counts as Record<string, number>,
      pageInfo: { nextCursor: page.next },
    };
  }

  async get(reader: Reader, id: string): Promise<Rollout> {
    const [rollout] = await this.#presenter.present(reader, [
      await this.find(reader.rollouts, id),
    ]);
    return rollout;
  }

  /** @throws NotFoundError for what is not there and what the scope leaves out, in the same words */
  find(scope: RolloutScope, id: string): Promise<RolloutSnapshot> {
    return findRollout(this.#store, scope, id);
  }

  async cells(
    reader: Reader,
    id: string,
    query: Omit<CellSelection, 'clusters'> & {
      limit?: number;
      cursor?: string;
    },
  ): Promise<RolloutCellList> {
    const { rollout } = await this.find(reader.rollouts, id);
    const { cursor, limit, ...selection } = query;
    const page = await this.#store.cells(
      id,
      { ...selection, clusters: reader.clusters },
      { limit: limit ?? DEFAULT_CELLS, after: cursor },
    );
    const readable = await this.#presenter.readableOf(
      reader,
      page.cells.flatMap(({ clusters }) =>
        clusters.map(({ cluster }) => cluster.arn),
      ),
    );
    return {
      items: page.cells.map(cell => presentCell(cell, readable)),
      totalItems: page.total,
      pageInfo: { nextCursor: page.next },
      revision: rollout.changes,
    };
  }

  async cell(
    reader: Reader,
    id: string,
    cellId: string,
  ): Promise<RolloutCellDetail> {
    const { rollout } = await this.find(reader.rollouts, id);
    const cell = await this.#store.cell(id, cellId, reader.clusters);
    if (!cell) {
      throw new NotFoundError(`No cell ${cellId}`);
    }
    const readable = await this.#presenter.readableOf(
      reader,
      cell.clusters.map(({ cluster }) => cluster.arn),
    );
    const { entries } = await this.#store.log(
      id,
      { cellId, clusters: reader.clusters },
      { limit: CELL_LOG },
    );
    const shown = presentCell(cell, readable);
    const requests = requestsOf(cell);
    const now = this.#now();
    for (const record of cell.clusters) {
      const own = shown.clusters.find(({ arn }) => arn === record.cluster.arn);
      if (own) {
        own.rollback = rollbackClock(
          record,
          await this.#planner.rollbackMeans(rollout.executor, record),
          now,
        );
      }
    }
    return {
      cell: shown,
      ...(requests.length > 0 && { requests }),
      log: entries.map(({ arn, ...rest }) => ({ ...rest, cluster: arn })),
      may: rightsOf(reader, rollout),
    };
  }

  async log(
    reader: Reader,
    id: string,
    page: { cell?: string; limit?: number; cursor?: string },
  ): Promise<RolloutLog> {
    await this.find(reader.rollouts, id);
    const { entries, next } = await this.#store.log(
      id,
      { cellId: page.cell, clusters: reader.clusters },
      {
        limit: page.limit ?? DEFAULT_LIMIT,
        before: page.cursor === undefined ? undefined : Number(page.cursor),
      },
    );
    return {
      items: entries.map(({ arn, ...rest }) => ({ ...rest, cluster: arn })),
      pageInfo: { nextCursor: next === undefined ? undefined : String(next) },
    };
  }

  async ofCluster(reader: Reader, arn: string): Promise<ClusterRollouts> {
    const found = await this.#store.cellsOfCluster(reader.rollouts, arn);
    const readable = await this.#presenter.readableOf(
      reader,
      found.flatMap(({ cell }) =>
        cell.clusters.map(({ cluster }) => cluster.arn),
      ),
    );
    return {
      items: found.map(({ cell, snapshot }) => {
        const { id, lifecycle, name, title } = snapshot.rollout;
        const wave = snapshot.waves.find(({ index }) => index === cell.wave);
        return {
          rollout: { id, name, title, lifecycle },
          wave: wave && {
            index: wave.index,
            name: wave.name,
            lifecycle: wave.lifecycle,
          },
          cell: presentCell(cell, readable),
        };
      }),
    };
  }
}
